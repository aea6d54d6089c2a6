namespace MatNotebooks.Kernel.Commands;

/// <summary>The <c>-p name=value</c> options.</summary>
internal static class ParameterValues
{
    /// <summary>Reads them; the last of one name counts.</summary>
    /// <param name="texts">As typed.</param>
    /// <param name="folder">Where the user typed them: a value that names a file there becomes its full path.</param>
    /// <param name="values">Name and value.</param>
    /// <returns>What is wrong; null when nothing is.</returns>
    public static string? Parse(IEnumerable<string> texts, string folder, out IReadOnlyList<KeyValuePair<string, string>> values)
    {
        var byName = new Dictionary<string, string>(StringComparer.Ordinal);
        values = [];
        foreach (var text in texts)
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
                return $"-p {text}: a parameter is name=value, as in -p epochs=5.";
            byName[text[..equals].Trim()] = FullPathWhereFile(text[(equals + 1)..], folder);
        }
        values = [.. byName];
        return null;
    }

    // Notebooks run in their own folder, so a path typed elsewhere must be made whole. A bare word stays a word.
    private static string FullPathWhereFile(string value, string folder)
    {
        if (value.IndexOfAny(['/', '.']) < 0 || Path.IsPathRooted(value) || value.Contains('\0', StringComparison.Ordinal))
            return value;
        var path = Path.GetFullPath(Path.Combine(folder, value));
        return Path.Exists(path) && !value.All(letter => letter is '.') ? path : value;
    }
}

namespace MatNotebooks.Kernel.Session.Completion;

/// <summary>How well a name fits the letters typed.</summary>
internal static class NameMatch
{
    /// <summary>0 for the same beginning, 1 in other case, 2 for initials (RNS for ReadNumericString), 3 for a part; null for no fit.</summary>
    public static int? Rank(string name, string typed)
    {
        if (name.StartsWith(typed, StringComparison.Ordinal))
            return 0;
        if (name.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            return 1;
        if (FitsHumps(name, 0, typed, 0))
            return 2;
        return typed.Length >= 3 && name.Contains(typed, StringComparison.OrdinalIgnoreCase) ? 3 : null;
    }

    // Each letter typed goes on in the same hump, or begins the next that starts with it.
    private static bool FitsHumps(string name, int at, string typed, int index)
    {
        if (index == typed.Length)
            return true;
        if (index > 0 && at < name.Length && char.ToUpperInvariant(name[at]) == char.ToUpperInvariant(typed[index]) && FitsHumps(name, at + 1, typed, index + 1))
            return true;
        for (var hump = at; hump < name.Length; hump++)
        {
            var begins = hump == 0 || char.IsUpper(name[hump]) || name[hump - 1] == '_';
            if (begins && char.ToUpperInvariant(name[hump]) == char.ToUpperInvariant(typed[index]) && FitsHumps(name, hump + 1, typed, index + 1))
                return true;
            if (index == 0)
                return false; // the first letter is that of the name
        }
        return false;
    }
}

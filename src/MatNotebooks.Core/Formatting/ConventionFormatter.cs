namespace MatNotebooks.Formatting;

/// <summary>One form of a value, as hosts look for it by name: <c>MimeType</c>, and <c>Format(object, TextWriter)</c>.</summary>
/// <typeparam name="T">The type it writes.</typeparam>
internal sealed class ConventionFormatter<T>(string mimeType, Func<T, string> write)
{
    /// <summary>The form, such as text/html.</summary>
    public string MimeType { get; } = mimeType;

    /// <summary>Writes a value; false where it is of another type.</summary>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not T value) return false;
        writer.Write(write(value));
        return true;
    }
}

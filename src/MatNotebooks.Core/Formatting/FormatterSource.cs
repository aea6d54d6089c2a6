namespace MatNotebooks.Formatting;

/// <summary>Makes the formatters of a type: as HTML what <see cref="Html"/> says, as plain text what the value says of itself.</summary>
/// <typeparam name="T">The type that carries the attribute.</typeparam>
internal abstract class FormatterSource<T>
    where T : notnull
{
    /// <summary>The formatters, as hosts call for them by name.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
        [new ConventionFormatter<T>("text/html", Html), new ConventionFormatter<T>("text/plain", value => value.ToString() ?? "")];

    /// <summary>The value as HTML that needs no script and no network, on light pages and dark.</summary>
    protected abstract string Html(T value);
}

namespace MatNotebooks.Formatting;

/// <summary>
/// Names the formatters of a type for .NET Interactive, and for any host that knows its convention: the attribute is matched by its
/// name and by <see cref="FormatterSourceType"/>, so that no package is needed. The type named has a public constructor without
/// parameters and a public <c>CreateTypeFormatters()</c>; see <see cref="FormatterSource{T}"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>Who makes the formatters.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;
}

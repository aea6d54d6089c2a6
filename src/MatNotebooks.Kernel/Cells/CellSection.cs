namespace MatNotebooks.Kernel.Cells;

/// <summary>A part of a cell: C#, or a magic with the text that belongs to it.</summary>
/// <param name="MagicLine">The line that begins with <c>#!</c>; null for C#.</param>
/// <param name="Body">The C#, or the text of a magic that takes one.</param>
/// <param name="BodyLine">The line of the cell the body starts at, from 0.</param>
internal sealed record CellSection(string? MagicLine, string Body, int BodyLine)
{
    /// <summary>The language of the code around it: "csharp" or "fsharp".</summary>
    public string Language { get; init; } = "csharp";

    /// <summary>The magic's first word.</summary>
    public string? MagicName => MagicLine?.Split(' ', '\t')[0];
}

using Microsoft.CodeAnalysis;

namespace MatNotebooks.Kernel.Session.Completion;

/// <summary>Something that may be proposed, before it is known whether it fits.</summary>
/// <param name="Text">What would be inserted.</param>
/// <param name="Kind">As <see cref="CellCompletion.Kind"/>.</param>
/// <param name="Distance">Small for what the user means more often.</param>
/// <param name="Symbols">What it stands for: one, or the overloads of a method.</param>
internal sealed record Proposal(string Text, string Kind, int Distance, IReadOnlyList<ISymbol> Symbols)
{
    public Proposal(string text, string kind, int distance)
        : this(text, kind, distance, [])
    {
    }
}

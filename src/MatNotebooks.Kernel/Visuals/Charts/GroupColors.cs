using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Visuals.Charts;

/// <summary>
/// Colour and shape of groups by their names. In a notebook a name keeps the place in which it was first shown, so that it looks the same in
/// every figure; names that come together stand in the order of <see cref="Order"/>. Outside a notebook each figure begins anew.
/// </summary>
internal static class GroupColors
{
    // The parts of a data set, which most groups are.
    private static readonly string[] Parts = ["train", "training", "test", "testing", "validation", "val", "valid"];

    /// <summary>The groups, in the order in which they are listed; one without a name for null.</summary>
    internal static IReadOnlyList<Group> Of(IReadOnlyList<string>? memberships)
    {
        if (memberships is null) return [new("", Palette.ColorOf(0), Palette.SymbolOf(0))];
        string[] names = [.. Order(memberships.Distinct())];
        var known = RunningCell.Current?.Names ?? new NameNumbers();
        return [.. names.Select(name => known.Of(name)).Zip(names, (number, name) => new Group(name, Palette.ColorOf(number), Palette.SymbolOf(number)))];
    }

    private static IEnumerable<string> Order(IEnumerable<string> names) => names
        .OrderBy(name => Array.IndexOf(Parts, name.ToLowerInvariant()) is >= 0 and var place ? place : Parts.Length).ThenBy(name => name, StringComparer.Ordinal);

    /// <summary>A group and how it looks.</summary>
    internal sealed record Group(string Name, string Color, Symbol Symbol);
}

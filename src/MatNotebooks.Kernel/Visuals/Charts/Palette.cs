namespace MatNotebooks.Kernel.Visuals.Charts;

/// <summary>
/// Colours that people with any colour vision tell apart (Okabe and Ito, Color Universal Design, 2008, without the yellow that white
/// paper swallows); symbols change with them.
/// </summary>
internal static class Palette
{
    private static readonly string[] Colors =
        ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#374151", "#8c6d31"];

    private static readonly Symbol[] Symbols =
        [Symbol.Circle, Symbol.Square, Symbol.Diamond, Symbol.Triangle, Symbol.Cross];

    internal static string ColorOf(int index) => Colors[index % Colors.Length];

    internal static Symbol SymbolOf(int index) => Symbols[index % Symbols.Length];
}

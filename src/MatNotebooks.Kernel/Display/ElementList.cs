namespace MatNotebooks.Kernel.Display;

/// <summary>Symbols of elements as a person types them: with commas, spaces or both.</summary>
internal static class ElementList
{
    /// <summary>The symbols; none where nothing was given.</summary>
    public static string[] Of(IEnumerable<string>? given) =>
        [.. (given ?? []).SelectMany(part => part.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}

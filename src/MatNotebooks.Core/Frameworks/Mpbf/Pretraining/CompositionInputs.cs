using MatNotebooks.Chemistry;
using MatNotebooks.Features;

namespace MatNotebooks.Frameworks.Mpbf.Pretraining;

/// <summary>What networks and heads are told of a composition: statistics of its elements (96 numbers) and the share of each element (103 numbers).</summary>
/// <remarks>A fact that nobody knows of an element counts as the median of those known, so that no compound has to be left out.</remarks>
public static class CompositionInputs
{
    private const float ShareScale = 3; // brings shares near the size of standardised statistics

    private static readonly ElementProperty[] Filled = [.. ElementProperty.All.Select(Fill)];

    /// <summary>How many statistics stand before the shares.</summary>
    public static int StatisticsCount => 6 * Filled.Length;

    /// <summary>Numbers of a row: statistics and shares.</summary>
    public static int Width => StatisticsCount + PeriodicTable.Elements.Count;

    /// <summary>Statistics and three times the shares, (compounds)(<see cref="Width"/>).</summary>
    public static float[][] Of(IReadOnlyList<Composition> compositions)
    {
        var (statistics, shares) = (ElementDescriptors.Of(compositions, Filled), ElementFractions.Of(compositions));
        return [.. Enumerable.Range(0, compositions.Count).Select(row =>
        {
            var inputs = new float[Width];
            var facts = statistics.Row(row);
            var parts = shares.Row(row);
            for (var place = 0; place < facts.Length; place++) inputs[place] = (float)facts[place];
            for (var place = 0; place < parts.Length; place++) inputs[facts.Length + place] = ShareScale * (float)parts[place];
            return inputs;
        })];
    }

    /// <summary>The statistics of each row alone, (compounds)(<see cref="StatisticsCount"/>).</summary>
    public static float[][] Statistics(IReadOnlyList<float[]> inputs) => [.. inputs.Select(row => row[..StatisticsCount])];

    private static ElementProperty Fill(ElementProperty property)
    {
        double[] known = [.. PeriodicTable.Elements.Select(property.Of).OfType<double>().Order()];
        var median = known[known.Length / 2];
        return property with { Of = element => property.Of(element) ?? median };
    }
}

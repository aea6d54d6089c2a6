using MatNotebooks.Chemistry;
using MatNotebooks.Graphs;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers.Sequences;

/// <summary>
/// A batch as models of sequences read it: the elements of each crystal, one step each, from the least to the most electronegative, so
/// that neither the order of the sites nor the choice of the cell changes anything.
/// </summary>
internal sealed class ElementSequences : BatchAtoms
{
    private const double UsualVolume = 20; // Å³ per atom; brings its logarithm near 0

    private static readonly int[] Rank = RankElements();
    private readonly RowGroups elements;

    /// <summary>Prepares a batch for a model.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="like">A parameter of the model: its type and device are those of the tensors.</param>
    public ElementSequences(GraphBatch batch, Tensor like)
        : base(batch, like)
    {
        var contents = Enumerable.Range(0, batch.Crystals).Select(crystal => Contents(batch, crystal)).ToArray();
        Mask = new([.. contents.Select(content => content.Length)], like);
        var numbers = new int[batch.Crystals * Mask.Longest]; // 0 for padding: the empty row of every table of elements
        var channels = new float[numbers.Length * ChannelCount];
        for (var crystal = 0; crystal < contents.Length; crystal++)
        {
            var atoms = batch.FirstAtom[crystal + 1] - batch.FirstAtom[crystal];
            for (var step = 0; step < contents[crystal].Length; step++)
            {
                var (number, count) = contents[crystal][step];
                var place = (crystal * Mask.Longest) + step;
                numbers[place] = number;
                var row = channels.AsSpan(place * ChannelCount, ChannelCount);
                ElementFacts.Of(number).CopyTo(row);
                row[^2] = (float)count / atoms;
                row[^1] = (float)Math.Log(batch.Volumes[crystal] / atoms / UsualVolume);
            }
        }
        elements = new(numbers, ElementFacts.Rows);
        Channels = tensor(channels, [batch.Crystals, Mask.Longest, ChannelCount], like.dtype, like.device);
    }

    /// <summary>Numbers of a step: the facts of the element, its share of the atoms, the logarithm of the volume per atom.</summary>
    public static int ChannelCount => ElementFacts.Count + 2;

    /// <summary>What each step says, (crystals, longest, channels); 0 for padding.</summary>
    public Tensor Channels { get; }

    /// <summary>Which steps are real.</summary>
    public StepMask Mask { get; }

    /// <summary>The rows of a table by atomic number, (104, width) to (crystals, longest, width).</summary>
    public Tensor ByStep(Tensor table) => GatherRows.Of(table, elements).view(Batch.Crystals, Mask.Longest, -1);

    private static (int Number, int Count)[] Contents(GraphBatch batch, int crystal) =>
        [.. batch.AtomicNumbers[batch.FirstAtom[crystal]..batch.FirstAtom[crystal + 1]].CountBy(number => number)
            .Select(pair => (pair.Key, pair.Value)).OrderBy(pair => Rank[pair.Key])];

    private static int[] RankElements()
    {
        var rank = new int[PeriodicTable.Elements.Count + 1];
        var place = 0;
        foreach (var element in PeriodicTable.Elements.OrderBy(element => element.Electronegativity ?? double.PositiveInfinity).ThenBy(element => element.Number))
            rank[element.Number] = place++;
        return rank;
    }
}

using MathNet.Numerics.LinearAlgebra;
using MatNotebooks.Embeddings;
using MatNotebooks.Frameworks.Edl.Operators;

namespace MatNotebooks.Frameworks.Edl.Steering;

/// <summary>
/// An embedding in the coordinates in which an error costs the same fidelity in every direction, turned to its principal components: there bits can
/// be allotted one by one, each where it wins most. The fields of Eq. 1 are finite differences: what one more bit of a component wins.
/// </summary>
public sealed class SteeredSpace
{
    private const int MostBits = 8;

    private readonly EmbeddingScale scale;
    private readonly LinearMap turn, back;
    private readonly float[][] columns; // of the turned rows, (components)(rows)
    private readonly ScalarLevels?[,] levels; // (components, bits)
    private readonly double[,] losses; // (components, bits), NaN where not computed yet
    private readonly double[][] sources; // share of each part in a component, (components)(parts)

    private SteeredSpace(EmbeddingTable table, EmbeddingScale scale, LinearMap turn, LinearMap back, float[][] columns, double[][] sources)
    {
        (this.scale, this.turn, this.back, this.columns, this.sources, Parts) = (scale, turn, back, columns, sources, table.Parts);
        (levels, losses) = (new ScalarLevels?[columns.Length, MostBits + 1], new double[columns.Length, MostBits + 1]);
        for (var component = 0; component < columns.Length; component++)
            for (var bits = 0; bits <= MostBits; bits++) losses[component, bits] = double.NaN;
    }

    /// <summary>How many components there are.</summary>
    public int Components => columns.Length;

    /// <summary>The parts of the embedding.</summary>
    public IReadOnlyList<EmbeddingPart> Parts { get; }

    /// <summary>Finds the coordinates.</summary>
    /// <param name="table">What is learned from: at least 16 crystals, no dimension the same for all.</param>
    /// <param name="properties">Properties that steer, NaN where one is not known, (properties)(rows); none for distances alone.</param>
    /// <param name="probeWeight">λ of the reading: what probes count beside distances | 0 to less than 1. The default is 0.5: as much.</param>
    /// <exception cref="ArgumentException">A weight out of range, a property with another number of rows or one value only, or a dimension without variance.</exception>
    public static SteeredSpace Of(EmbeddingTable table, IReadOnlyList<double[]> properties, double probeWeight = 0.5)
    {
        if (!(probeWeight is >= 0 and < 1)) throw new ArgumentException($"The weight of probes is {probeWeight}; it must be at least 0 and less than 1.");
        if (properties.FirstOrDefault(property => property.Length != table.Rows) is { } wrong)
            throw new ArgumentException($"A steering property has {wrong.Length} values for {table.Rows} crystals; give one for each, NaN where it is not known.");
        var scale = EmbeddingScale.Of(table);
        float[][] rows = [.. table.Vectors.Select(vector => scale.Apply(vector))];
        var metric = FidelityMetric.Of(rows, properties, probeWeight);
        var covariance = RowProducts.Transposed(rows, rows) / rows.Length;
        var spectrum = (metric.Root * covariance * metric.Root).Evd(Symmetricity.Symmetric);
        // Eigenvalues rise: the last column is the first component.
        var axes = Matrix<double>.Build.DenseOfColumnVectors(spectrum.EigenVectors.EnumerateColumns().Reverse());
        var (into, from) = (axes.Transpose() * metric.Root, metric.InverseRoot * axes);
        var turn = LinearMap.Of(into);
        var turned = rows.AsParallel().AsOrdered().Select(row => turn.Apply(row)).ToArray();
        return new(table, scale, turn, LinearMap.Of(from), [.. Enumerable.Range(0, rows[0].Length).Select(place => turned.Select(row => row[place]).ToArray())], SourcesOf(table, into, from));
    }

    /// <summary>What one more bit of a component wins (the component of λ∇F along it, by a finite difference) | fidelity, at least 0; 0 beyond 8 bits.</summary>
    /// <param name="component">The component, from 0.</param>
    /// <param name="bits">Bits it has, at least 0.</param>
    public double Gain(int component, int bits) => bits >= MostBits ? 0 : Math.Max(0, Loss(component, bits) - Loss(component, bits + 1));

    /// <summary>Fidelity that an allotment loses by rounding, to second order | no unit, at least 0.</summary>
    public double Loss(IReadOnlyList<int> bits) => Enumerable.Range(0, Components).Sum(component => Loss(component, bits[component]));

    /// <summary>Allots bits one by one, each where the field is greatest: the steering of Eq. 1.</summary>
    /// <param name="total">How many bits, at least 1.</param>
    /// <param name="beginning">Bits allotted before; the default is none.</param>
    /// <param name="mayTake">Which components may get bits; the default is all.</param>
    /// <returns>Bits of each component, (components).</returns>
    /// <exception cref="ArgumentException">No bit, or more than components can take.</exception>
    public int[] Allot(int total, IReadOnlyList<int>? beginning = null, Func<int, bool>? mayTake = null)
    {
        var bits = beginning?.ToArray() ?? new int[Components];
        var open = Enumerable.Range(0, Components).Where(component => mayTake?.Invoke(component) ?? true).ToArray();
        if (total < 1 || total > open.Sum(component => MostBits - bits[component]))
            throw new ArgumentException($"{total} bits are to be allotted; 1 to {open.Sum(component => MostBits - bits[component])} are possible.");
        var gains = new PriorityQueue<int, double>(open.Where(component => bits[component] < MostBits).Select(component => (component, -Gain(component, bits[component]))));
        for (var bit = 0; bit < total; bit++)
        {
            var best = gains.Dequeue();
            bits[best]++;
            if (bits[best] < MostBits) gains.Enqueue(best, -Gain(best, bits[best]));
        }
        return bits;
    }

    /// <summary>Bits of an allotment by the part of the embedding that its components are made of, (parts): what each layer and each modality gets.</summary>
    public double[] BitsByPart(IReadOnlyList<int> bits) =>
        [.. Enumerable.Range(0, Parts.Count).Select(part => Enumerable.Range(0, Components).Sum(component => bits[component] * sources[component][part]))];

    /// <summary>The code of an allotment.</summary>
    /// <param name="bits">Bits of each component, 0 to 8, (components).</param>
    /// <exception cref="ArgumentException">Another number of components, or bits out of range.</exception>
    public ICodec Code(IReadOnlyList<int> bits)
    {
        if (bits.Count != Components || bits.Any(count => count is < 0 or > MostBits))
            throw new ArgumentException($"An allotment of {bits.Count} components with {bits.Min()} to {bits.Max()} bits; it needs {Components} with 0 to {MostBits}.");
        return new ScaledCodec(scale, new BitCodec(turn, [.. bits.Select((count, component) => LevelsOf(component, count))], [.. bits], back));
    }

    private double Loss(int component, int bits)
    {
        if (double.IsNaN(losses[component, bits])) losses[component, bits] = LevelsOf(component, bits).Distortion(columns[component]);
        return losses[component, bits];
    }

    private ScalarLevels LevelsOf(int component, int bits) => levels[component, bits] ??= ScalarLevels.Of(columns[component], bits);

    // A component is a sum over dimensions; a part's share in it is that of its terms, which add up to 1 because axis and dual axis do.
    private static double[][] SourcesOf(EmbeddingTable table, Matrix<double> into, Matrix<double> from) =>
    [
        .. Enumerable.Range(0, into.RowCount).Select(component => table.Parts.Select(part => part.Places.Sum(place => into[component, place] * from[place, component])).ToArray()),
    ];
}

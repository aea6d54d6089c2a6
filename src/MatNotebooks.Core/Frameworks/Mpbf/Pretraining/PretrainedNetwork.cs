using System.Collections.Immutable;
using MatNotebooks.Metrics;

namespace MatNotebooks.Frameworks.Mpbf.Pretraining;

/// <summary>Networks pretrained on one property, frozen: what they make of a composition (the representation), and what they say of the property.</summary>
public sealed class PretrainedNetwork
{
    private const int FewestCompounds = 20;
    private readonly ImmutableArray<NetworkMember> members;

    private PretrainedNetwork(ImmutableArray<NetworkMember> members, int compounds, double power) =>
        (this.members, Compounds, ValidationPower) = (members, compounds, power);

    /// <summary>How many compounds it was pretrained on, those that validated counted.</summary>
    public int Compounds { get; }

    /// <summary>R² on the compounds that validated | no unit, at most 1.</summary>
    public double ValidationPower { get; }

    /// <summary>Numbers of a representation: 32 of each member, and its prediction in deviations.</summary>
    public int Width => members.Length * (members[0].Layers[^2].Biases.Length + 1);

    /// <summary>Parameters of all members together.</summary>
    public int Parameters => members.Sum(member => member.Layers.Sum(layer => layer.Weights.Length + layer.Biases.Length));

    /// <summary>Pretrains.</summary>
    /// <param name="inputs">Inputs of each compound, see <see cref="CompositionInputs"/>, finite, (compounds)(inputs).</param>
    /// <param name="values">The property, finite, (compounds).</param>
    /// <param name="options">How; by default 2,000 steps of two members.</param>
    /// <param name="cancellation">Ends it early with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">Fewer than 20 compounds, lists of different length, a value that is not finite, or one value for all.</exception>
    public static PretrainedNetwork Fit(IReadOnlyList<float[]> inputs, IReadOnlyList<double> values, PretrainingOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new();
        if (inputs.Count != values.Count || inputs.Count < FewestCompounds)
            throw new ArgumentException($"There are {inputs.Count} compounds and {values.Count} values; give as many of both, at least {FewestCompounds}.");
        if (Enumerable.Range(0, values.Count).FirstOrDefault(row => !double.IsFinite(values[row]), -1) is >= 0 and var wrong)
            throw new ArgumentException($"The value of compound {wrong} is {values[wrong]}; it must be finite.");
        var runs = Enumerable.Range(0, options.Members).Select(member => NetworkTraining.Run(inputs, values, options, member, cancellation)).ToArray();
        var stop = runs[0].Validation;
        var network = new PretrainedNetwork([.. runs.Select(run => run.Network)], inputs.Count, 0);
        var said = network.Represent([.. stop.Select(row => inputs[row])]);
        double[] actual = [.. stop.Select(row => values[row])];
        var power = actual.Length > 1 ? Regression.RSquared(said.Values, actual) : double.NaN;
        return new(network.members, inputs.Count, double.IsNaN(power) ? 0 : power);
    }

    /// <summary>What it makes of compounds.</summary>
    /// <param name="inputs">Inputs of each, (compounds)(inputs).</param>
    public Representation Represent(IReadOnlyList<float[]> inputs)
    {
        var (vectors, values, disagreement) = (new float[inputs.Count][], new double[inputs.Count], new double[inputs.Count]);
        for (var row = 0; row < inputs.Count; row++)
        {
            var parts = members.Select(member => member.Of(inputs[row])).ToArray();
            vectors[row] = [.. parts.SelectMany((part, member) => part.Hidden.Append((float)((part.Value - members[member].Mean) / members[member].Spread)))];
            values[row] = parts.Average(part => part.Value);
            disagreement[row] = Math.Sqrt(parts.Average(part => Math.Pow(part.Value - values[row], 2)));
        }
        return new(vectors, values, disagreement);
    }
}

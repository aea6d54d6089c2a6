using MatNotebooks.Graphs;
using static TorchSharp.torch;

namespace MatNotebooks.Models;

/// <summary>
/// A network that says in one pass how sure it is: four numbers per property, the parameters of a normal-inverse-gamma distribution over
/// the mean and variance of the property (Amini, Schwarting, Soleimany and Rus, Deep Evidential Regression, NeurIPS 2020).
/// </summary>
public sealed class EvidentialModel : PropertyModel
{
    /// <summary>Numbers the network inside answers with per property.</summary>
    public const int NumbersPerTarget = 4;

    private const double Least = 1e-6; // keeps evidence off 0, where the loss has no value

    private readonly PropertyModel network;

    /// <summary>Puts an evidential head on a network.</summary>
    /// <param name="network">The network; it must answer with four numbers per property, and belongs to this from now on.</param>
    /// <exception cref="ArgumentException">Its number of targets is no multiple of 4, or its readout is extensive: evidence does not double with the cell.</exception>
    public EvidentialModel(PropertyModel network)
        : base("evidential " + network.GetName(), Math.Max(1, network.Targets / NumbersPerTarget), network.Conditions)
    {
        if (network.Targets % NumbersPerTarget != 0)
            throw new ArgumentException($"The network answers with {network.Targets} numbers; an evidential head needs {NumbersPerTarget} for each property.");
        if (network is GemPpmModel { Options.Readout: { Extensive: true } readout })
            throw new ArgumentException($"{readout.GetType().Name} is extensive; evidence does not double with the cell. Use a readout per atom.");
        this.network = network;
        RegisterComponents();
    }

    /// <summary>The network inside.</summary>
    public PropertyModel Network => network;

    /// <inheritdoc/>
    public override int PatternPoints => network.PatternPoints;

    internal EvidentialOptions Options => new(NetworkShape.Of(network));

    /// <summary>The most probable mean γ of each property | in the units of training, (crystals × targets).</summary>
    public override Tensor forward(GraphBatch batch) => network.call(batch).narrow(1, 0, Targets);

    /// <summary>What training's loss sees: <see cref="Evidence"/>.</summary>
    public override (Tensor Prediction, Tensor? Penalty) ForwardWithPenalty(GraphBatch batch)
    {
        var (raw, penalty) = network.ForwardWithPenalty(batch);
        return (EvidenceOf(raw), penalty);
    }

    /// <summary>γ, then ν &gt; 0, α &gt; 1 and β &gt; 0 of each property | in the units of training, (crystals × 4 targets).</summary>
    public Tensor Evidence(GraphBatch batch) => EvidenceOf(network.call(batch));

    private Tensor EvidenceOf(Tensor raw)
    {
        var rest = raw.narrow(1, Targets, 3 * Targets).softplus() + Least;
        return cat([raw.narrow(1, 0, Targets), rest.narrow(1, 0, Targets), rest.narrow(1, Targets, Targets) + 1, rest.narrow(1, 2 * Targets, Targets)], 1);
    }
}

using MatNotebooks.Graphs;
using MatNotebooks.Models.Layers;
using MatNotebooks.Models.Layers.Fused;
using MatNotebooks.Models.Resident;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models;

/// <summary>
/// Graph-Embedded Material Property Prediction Model: messages between atoms weighed by an attention of each bond (Eq. 10), a readout
/// (Eq. 11–12), fusion with external conditions (Eq. 14–18), and optionally the reconstruction of edges (Eq. 13).
/// </summary>
public sealed class GemPpmModel : PropertyModel
{
    private readonly NodeEmbedding nodes;
    private readonly DistanceExpansion distances;
    private readonly ModuleList<MessageLayer> layers;
    private readonly ReadoutLayer readout;
    private readonly ConditionFusion? fusion;
    private readonly EdgeReconstruction? reconstruction;
    private readonly RegressionHead head;

    /// <summary>Builds the model with random weights.</summary>
    /// <exception cref="ArgumentException">An extensive readout with conditions: the fused embedding would not double with the cell.</exception>
    public GemPpmModel(GemPpmOptions options)
        : this(options, new FusedMessages())
    {
    }

    internal GemPpmModel(GemPpmOptions options, IMessageKernel kernel)
        : base("GEM-PPM", options.Targets, options.Conditions)
    {
        if (options is { Readout.Extensive: true, Conditions: > 0 })
            throw new ArgumentException(
                $"{options.Readout.GetType().Name} with {options.Conditions} conditions: what is fused does not double with the cell; use a readout per atom, or no conditions.");
        Options = options;
        using var weights = InitialWeights.From(options.Seed);
        var (width, gaussians, fused) = (options.Width, options.Distances.Gaussians, options.Conditions > 0);
        nodes = new(width, options.LearnedElementWidth, options.Dropout, options.Seed);
        distances = new(options.Distances);
        layers = new([.. Enumerable.Range(1, options.Layers)
            .Select(layer => new MessageLayer(width, gaussians, options.Normalization, options.Dropout, options.Seed + layer, kernel))]);
        readout = options.Readout.Build(width, gaussians);
        fusion = fused ? new(width, options.Conditions, options.BilinearRank) : null;
        reconstruction = options.ReconstructionWeight > 0 ? new(width) : null;
        head = new(fused ? (2 * width) + options.BilinearRank : width, width, options.Targets, options.Readout.Extensive, options.Dropout, options.Seed - 1);
        RegisterComponents();
    }

    /// <summary>The shape of the model.</summary>
    public GemPpmOptions Options { get; }

    /// <inheritdoc/>
    public override Tensor forward(GraphBatch batch) => Answer(Read(batch));

    /// <inheritdoc/>
    public override (Tensor Prediction, Tensor? Penalty) ForwardWithPenalty(GraphBatch batch) => WithPenalty(Read(batch));

    internal override bool ReadsResident => true;

    internal override (Tensor Prediction, Tensor? Penalty) ForwardWithPenalty(ResidentBatch batch)
    {
        RequireConditions(batch.Conditions.shape[1]);
        return WithPenalty(Read(new BatchEdges(batch)));
    }

    /// <summary>The embedding of each crystal (Eq. 11–12), before conditions are fused, (crystals, width).</summary>
    public Tensor Embed(GraphBatch batch)
    {
        var read = Read(batch);
        return readout.Pool(read.Atoms, read.Batch, read.Edges);
    }

    /// <summary>How much each bond is listened to, 0 to 1, fading out with distance: one array per layer, (layers)(edges of the batch).</summary>
    public float[][] Attention(GraphBatch batch)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var read = Read(batch);
        return [.. read.Attention.Select(layer =>
        {
            var shells = layer.to_type(ScalarType.Float32).cpu().data<float>().ToArray();
            return read.Batch.Shells.ShellOfEdge.Select(shell => shells[shell]).ToArray();
        })];
    }

    private (Tensor Prediction, Tensor? Penalty) WithPenalty(Reading read) =>
        (Answer(read), reconstruction is null ? null : reconstruction.Loss(read.Atoms, read.Batch, read.Edges) * Options.ReconstructionWeight);

    private Tensor Answer(Reading read)
    {
        var embedding = readout.Pool(read.Atoms, read.Batch, read.Edges);
        return head.call(fusion is null ? embedding : fusion.Fuse(embedding, read.Batch.Conditions));
    }

    private Reading Read(GraphBatch graphs)
    {
        RequireConditions(graphs);
        return Read(new BatchEdges(graphs, parameters().First()));
    }

    private Reading Read(BatchEdges batch)
    {
        var edges = distances.Of(batch);
        var atoms = nodes.Of(batch);
        var attention = new List<Tensor>();
        foreach (var layer in layers)
        {
            (atoms, var heard) = layer.Pass(atoms, batch, edges);
            attention.Add(heard);
        }
        return new(batch, edges, atoms, attention);
    }

    private sealed record Reading(BatchEdges Batch, EdgeAttributes Edges, Tensor Atoms, List<Tensor> Attention);
}

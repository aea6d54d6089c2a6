using MatNotebooks.Graphs;
using MatNotebooks.Models.Layers;
using MatNotebooks.Models.Layers.Alignment;
using MatNotebooks.Models.Layers.Angles;
using MatNotebooks.Models.Layers.Fused;
using MatNotebooks.Models.Resident;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models;

/// <summary>
/// Graph-Embedded Material Property Prediction Model: messages between atoms weighed by an attention of each bond (Eq. 10), a readout
/// (Eq. 11–12), fusion with external conditions (Eq. 14–18), and optionally the reconstruction of edges (Eq. 13), alignment with the powder
/// pattern (Figure 1), and what the angles between bonds say.
/// </summary>
public sealed class GemPpmModel : PropertyModel, ILayeredModel
{
    private readonly NodeEmbedding nodes;
    private readonly DistanceExpansion distances;
    private readonly ModuleList<MessageLayer> layers;
    private readonly ReadoutLayer readout;
    private readonly ConditionFusion? fusion;
    private readonly EdgeReconstruction? reconstruction;
    private readonly PatternMatching? matching;
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
            .Select(layer => new MessageLayer(options, options.Seed + layer, kernel))]);
        readout = options.Readout.Build(width, gaussians);
        fusion = fused ? new(width, options.Conditions, options.BilinearRank) : null;
        reconstruction = options.ReconstructionWeight > 0 ? new(width) : null;
        matching = options.Alignment is { } alignment ? new(alignment, width) : null;
        head = new(fused ? (2 * width) + options.BilinearRank : width, width, options.Targets, options.Readout.Extensive, options.Dropout, options.Seed - 1);
        RegisterComponents();
    }

    /// <summary>The shape of the model.</summary>
    public GemPpmOptions Options { get; }

    /// <inheritdoc/>
    public override Tensor forward(GraphBatch batch) => Answer(Read(batch));

    /// <inheritdoc/>
    public override (Tensor Prediction, Tensor? Penalty) ForwardWithPenalty(GraphBatch batch) => WithPenalty(Read(batch));

    /// <inheritdoc/>
    public override int PatternPoints => Options.Alignment?.Points ?? 0;

    // Angles and patterns are in the host's memory.
    internal override bool ReadsResident => Options is { AngleChannels: 0, Alignment: null };

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

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> EmbedLayers(GraphBatch batch)
    {
        var read = Read(batch);
        return [.. read.Stages.SkipLast(1).Select(atoms => read.Batch.SumByCrystal(atoms) / read.Batch.AtomCounts), readout.Pool(read.Atoms, read.Batch, read.Edges)];
    }

    /// <summary>How well crystals and powder patterns belong together, −1 to 1, (crystals, patterns): the pattern of an unknown is looked up by it.</summary>
    /// <param name="batch">The crystals.</param>
    /// <param name="patterns">Patterns of <see cref="PatternPoints"/> points each, one behind the other.</param>
    /// <exception cref="InvalidOperationException">The model was built without <see cref="GemPpmOptions.Alignment"/>.</exception>
    /// <exception cref="ArgumentException">The points are no whole patterns.</exception>
    public Tensor Similarity(GraphBatch batch, float[] patterns)
    {
        if (matching is null) throw new InvalidOperationException("This model was built without Alignment and knows no patterns; set it in the options.");
        var read = Read(batch);
        return matching.Similarity(read.Atoms, read.Batch, Table(patterns, read));
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

    private (Tensor Prediction, Tensor? Penalty) WithPenalty(Reading read)
    {
        Tensor? penalty = reconstruction is null ? null : reconstruction.Loss(read.Atoms, read.Batch, read.Edges) * Options.ReconstructionWeight;
        if (matching is null || read.Batch.Batch.Patterns is not { Length: > 0 } patterns) return (Answer(read), penalty);
        var aligned = matching.Loss(read.Atoms, read.Batch, Table(patterns, read)) * Options.Alignment!.Weight;
        return (Answer(read), penalty is null ? aligned : penalty + aligned);
    }

    private Tensor Table(float[] patterns, Reading read) => patterns.Length > 0 && patterns.Length % PatternPoints == 0
        ? tensor(patterns, [patterns.Length / PatternPoints, PatternPoints]).to(read.Atoms)
        : throw new ArgumentException($"{patterns.Length} points of patterns; {GetName()} reads {PatternPoints} of each.");

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
        var directions = Options.AngleChannels > 0 ? ShellDirections.Of(batch) : null;
        var atoms = nodes.Of(batch);
        var (stages, attention) = (new List<Tensor> { atoms }, new List<Tensor>());
        foreach (var layer in layers)
        {
            (atoms, var heard) = layer.Pass(atoms, batch, edges, directions);
            stages.Add(atoms);
            attention.Add(heard);
        }
        return new(batch, edges, stages, attention);
    }

    private sealed record Reading(BatchEdges Batch, EdgeAttributes Edges, List<Tensor> Stages, List<Tensor> Attention)
    {
        public Tensor Atoms => Stages[^1];
    }
}

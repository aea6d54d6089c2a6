using MatNotebooks.Models;
using MatNotebooks.Training;
using MatNotebooks.Training.Optimization;

namespace MatNotebooks.Bench.Tables;

/// <summary>GEM-PPM with one part taken away, changed or added.</summary>
/// <param name="Name">Name in the rows, behind "gem-ppm".</param>
/// <param name="Shape">Changes the shape.</param>
/// <param name="Recipe">Changes the training; the default is nothing.</param>
internal sealed record Ablation(string Name, Func<GemPpmOptions, GemPpmOptions> Shape, Func<TrainerOptions, TrainerOptions>? Recipe = null)
{
    /// <summary>Every one; a new one is a line here.</summary>
    public static IReadOnlyList<Ablation> All { get; } =
    [
        new("no-messages", shape => shape with { Layers = 0 }),
        new("one-round", shape => shape with { Layers = 1 }),
        new("no-learned-elements", shape => shape with { LearnedElementWidth = 0 }),
        new("distances-in-angstrom", shape => shape with { Distances = new AngstromDistances { Cutoff = shape.Distances.Cutoff, Gaussians = 41 } }),
        new("mean-readout", shape => shape with { Readout = new MeanReadout() }),
        new("joint-readout", shape => shape with { Readout = new JointReadout() }),
        new("five-rounds", shape => shape with { Layers = 5 }),
        new("twice-as-wide", shape => shape with { Width = 2 * shape.Width }),
        new("no-dropout", shape => shape with { Dropout = 0 }),
        new("longer-reach", shape => shape with { Distances = new ReducedDistances { Cutoff = shape.Distances.Cutoff, Reach = 3, Gaussians = 24 } }),
        new("angles", shape => shape with { AngleChannels = 8 }),
        new("pattern-alignment", shape => shape with { Alignment = new() }),
        new("layer-scale", shape => shape with { LayerScale = 0.3 }),
        new("mixed-readout", shape => shape with { Readout = new MixedReadout() }),
        new("no-batch-norm", shape => shape with { Normalization = Normalization.None }),
        new("edge-reconstruction", shape => shape with { ReconstructionWeight = 0.1 }),
        new("moved-atoms", shape => shape, recipe => recipe with { Augmentation = new AtomJitter() }),
        new("strained-cells", shape => shape, recipe => recipe with { Augmentation = new CellStrain() }),
        new("little-decay", shape => shape, recipe => recipe with { Optimizer = new AdamWOptimizer { LearningRate = recipe.Optimizer.LearningRate, WeightDecay = 1e-4 } }),
        new("papers-training", shape => shape with { Dropout = 0.2 }, recipe => new() { Epochs = recipe.Epochs, Targets = recipe.Targets, Stopping = new AllEpochs() }),
    ];

    /// <summary>The model's name in the rows.</summary>
    public string Model => $"gem-ppm-{Name}";
}

using MatNotebooks.Models;

namespace MatNotebooks.Core.Tests.Models;

public sealed class GemPpmOfThePaperTests : ModelContract
{
    protected override PropertyModel Build(int seed) => new GemPpmModel(new() { Width = 16, Layers = 2, Seed = seed });
}

public sealed class GemPpmWithAttentionReadoutTests : ModelContract
{
    protected override PropertyModel Build(int seed) => new GemPpmModel(new()
    {
        Width = 16, Layers = 2, Targets = 3, Readout = new AttentionReadout(), Normalization = Normalization.Layer, ReconstructionWeight = 0.5, Seed = seed,
    });
}

public sealed class GemPpmWithJointReadoutTests : ModelContract
{
    protected override PropertyModel Build(int seed) => new GemPpmModel(new()
    {
        Width = 16, Layers = 1, LearnedElementWidth = 0, Distances = new ReducedDistances(), Readout = new JointReadout(),
        Normalization = Normalization.None, Dropout = 0, Conditions = 2, BilinearRank = 4, Seed = seed,
    });
}

public sealed class GemPpmOfTheCellTests : ModelContract
{
    protected override double FactorOfDoubledCell => 2;

    protected override PropertyModel Build(int seed) => new GemPpmModel(new()
    {
        Width = 16, Layers = 1, Readout = new JointSumReadout(), Normalization = Normalization.None, Seed = seed,
    });
}

public sealed class GemPpmWithSumReadoutTests : ModelContract
{
    protected override double FactorOfDoubledCell => 2;

    protected override PropertyModel Build(int seed) => new GemPpmModel(new() { Width = 16, Layers = 0, Readout = new SumReadout(), Seed = seed });
}

public sealed class GemPpmWithAnglesTests : ModelContract
{
    protected override PropertyModel Build(int seed) => new GemPpmModel(new()
    {
        Width = 16, Layers = 2, AngleChannels = 3, LayerScale = 0.5, Readout = new MixedReadout(), Distances = new ReducedDistances(), Seed = seed,
    });
}

public sealed class GemPpmAlignedWithPatternsTests : ModelContract
{
    protected override PropertyModel Build(int seed) => new GemPpmModel(new() { Width = 8, Layers = 1, Alignment = new() { Points = 64 }, Seed = seed });
}

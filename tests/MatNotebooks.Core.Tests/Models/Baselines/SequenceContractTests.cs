using MatNotebooks.Models;
using MatNotebooks.Models.Baselines;

namespace MatNotebooks.Core.Tests.Models.Baselines;

public sealed class LstmContractTests : ModelContract
{
    protected override PropertyModel Build(int seed) => new LstmModel(new() { Width = 8, Targets = 2, LearnedElementWidth = 4, Seed = seed });
}

public sealed class GruContractTests : ModelContract
{
    protected override PropertyModel Build(int seed) => new GruModel(new() { Width = 8, Conditions = 1, LearnedElementWidth = 0, Seed = seed });
}

public sealed class TcnContractTests : ModelContract
{
    protected override PropertyModel Build(int seed) => new TcnModel(new() { Width = 8, Layers = 2, Seed = seed });
}

public sealed class TransformerContractTests : ModelContract
{
    protected override PropertyModel Build(int seed) => new TransformerModel(new() { Width = 8, Heads = 2, Conditions = 2, Seed = seed });
}

public sealed class InformerContractTests : ModelContract
{
    protected override PropertyModel Build(int seed) => new InformerModel(new() { Width = 8, Heads = 2, Layers = 3, Seed = seed });
}

public sealed class MtgnnContractTests : ModelContract
{
    protected override PropertyModel Build(int seed) => new MtgnnModel(new() { Width = 4, Layers = 2, LearnedElementWidth = 2, Neighbors = 5, Conditions = 1, Seed = seed });
}

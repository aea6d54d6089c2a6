using MatNotebooks.Crystals;
using MatNotebooks.Models;
using MatNotebooks.Models.Baselines;

namespace MatNotebooks.Core.Tests.Models.Baselines;

public sealed class CompositionModelTests : ModelContract
{
    protected override PropertyModel Build(int seed) => new CompositionModel(new() { Width = 16, Conditions = 1, Seed = seed });

    [Fact]
    public void Arrangement_does_not_matter()
    {
        using var model = Build(0);
        Assert.Equal(
            Predict(model, Prototype.Rocksalt.Primitive("Mg", "O", 4.2))[0],
            Predict(model, Prototype.Zincblende.Primitive("Mg", "O", 4.6))[0]);
    }
}

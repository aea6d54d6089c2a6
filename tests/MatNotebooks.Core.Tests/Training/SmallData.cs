using MatNotebooks.Crystals;
using MatNotebooks.Models;
using MatNotebooks.Training;

namespace MatNotebooks.Core.Tests.Training;

/// <summary>Crystals with a target a network can learn in a second: rocksalt compounds, target their lattice constant.</summary>
internal static class SmallData
{
    private static readonly string[] Cations = ["Li", "Na", "K", "Mg", "Ca", "Zn"];
    private static readonly string[] Anions = ["O", "S", "F", "Cl"];

    public static TrainingData Of(int crystals, int firstSeed = 0) => TrainingData.Of(
        Enumerable.Range(firstSeed, crystals).Select(SampleOf),
        new() { Cutoff = 5, MaxNeighbors = null });

    /// <summary>A network small enough to train in a second, with everything that is random in training.</summary>
    public static GemPpmModel Model(int seed = 0, double dropout = 0.2) => new(new() { Width = 8, Layers = 1, Dropout = dropout, Distances = new AngstromDistances { Cutoff = 5, Gaussians = 8 }, Seed = seed });

    private static Sample SampleOf(int seed)
    {
        var random = new Random(seed);
        var (cation, anion) = (Cations[random.Next(Cations.Length)], Anions[random.Next(Anions.Length)]);
        var latticeConstant = 4 + random.NextDouble();
        return new($"{cation}{anion}-{seed}", Prototype.Rocksalt.Primitive(cation, anion, latticeConstant), [latticeConstant])
        {
            Group = cation + anion,
        };
    }
}

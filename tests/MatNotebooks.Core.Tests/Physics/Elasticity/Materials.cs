using MatNotebooks.Physics;
using MatNotebooks.Physics.Elasticity;

namespace MatNotebooks.Core.Tests.Physics.Elasticity;

/// <summary>Phases and bodies that several tests use.</summary>
internal static class Materials
{
    public static ElasticOptions Exact { get; } = new() { Tolerance = 1e-10, Threads = 2 };

    /// <summary>A stable stiffness without any symmetry | GPa.</summary>
    public static ElasticTensor Triclinic(int seed, double size = 100)
    {
        var random = new Random(seed);
        var root = new double[6, 6];
        for (var i = 0; i < 36; i++) root[i / 6, i % 6] = random.NextDouble() - 0.5;
        var values = new double[6, 6];
        for (var i = 0; i < 6; i++)
        {
            values[i, i] = size / 4;
            for (var j = 0; j < 6; j++)
                for (var k = 0; k < 6; k++)
                    values[i, j] += size * root[i, k] * root[j, k];
        }
        return new(values);
    }

    /// <summary>Voxels of phases 0 to count - 1 by chance.</summary>
    public static Microstructure Random(int size, int depth, int seed, params ElasticTensor[] phases)
    {
        var random = new Random(seed);
        return Microstructure.Of(size, size, depth, (_, _, _) => random.Next(phases.Length), phases);
    }

    /// <summary>A sphere, or in a plane a disk, in the middle of the box.</summary>
    public static Microstructure Ball(int size, int depth, double radius, ElasticTensor around, ElasticTensor ball) =>
        Microstructure.Of(size, size, depth,
            (x, y, z) => Math.Pow(x - 0.5, 2) + Math.Pow(y - 0.5, 2) + (depth == 1 ? 0 : Math.Pow(z - 0.5, 2)) < radius * radius ? 1 : 0, [around, ball]);

    /// <summary>Largest difference of two stiffnesses over the largest component.</summary>
    public static double Difference(ElasticTensor one, ElasticTensor other)
    {
        var (a, b) = (one.ToArray().Cast<double>().ToArray(), other.ToArray().Cast<double>().ToArray());
        return a.Zip(b, (left, right) => Math.Abs(left - right)).Max() / b.Max(Math.Abs);
    }
}

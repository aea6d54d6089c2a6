using System.Runtime.CompilerServices;
using MatNotebooks.Crystals;
using MatNotebooks.Crystals.Diffraction;
using MatNotebooks.Graphs;

namespace MatNotebooks.Training;

/// <summary>The powder patterns of crystals as a second view of them, each computed once as long as its graph is in memory.</summary>
public sealed class PowderViews
{
    private readonly ConditionalWeakTable<CrystalGraph, float[]> known = []; // a graph read from a file goes, and its pattern with it

    /// <summary>The pattern of a crystal as a network reads it: Cu Kα from 5° to 90°, square roots of intensities, the greatest 1.</summary>
    /// <param name="crystal">The crystal.</param>
    /// <param name="points">How many angles, at least 2.</param>
    /// <returns>(points).</returns>
    /// <exception cref="ArgumentException">An element whose scattering nobody has tabulated.</exception>
    /// <remarks>The root keeps weak peaks in sight; peaks are as wide as two steps, so that none falls between angles.</remarks>
    public static float[] Of(Crystal crystal, int points)
    {
        var profile = new PeakProfile { Points = points, LorentzShare = 0 };
        var curve = DiffractionPattern.Of(crystal).Curve(profile with { FullWidth = 2 * profile.Step });
        for (var place = 0; place < curve.Length; place++) curve[place] = curve[place] < 1e-12f ? 0 : MathF.Sqrt(curve[place]); // no denormals
        return curve;
    }

    /// <summary>The patterns of some crystals, one behind the other, (crystals × points).</summary>
    internal float[] Of(TrainingData data, IReadOnlyList<int> places, int points)
    {
        var patterns = new float[places.Count * points];
        Parallel.For(0, places.Count, at =>
        {
            var place = places[at];
            var graph = data.Graphs[place];
            if (!known.TryGetValue(graph, out var pattern) || pattern.Length != points)
                known.AddOrUpdate(graph, pattern = Of(data.Samples[place].Crystal, points));
            pattern.CopyTo(patterns, at * points);
        });
        return patterns;
    }
}

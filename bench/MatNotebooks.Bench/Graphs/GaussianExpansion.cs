using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MatNotebooks.Bench.Graphs;

/// <summary>CGCNN's expansion of distances, so that our timing can include what the peer's includes; our models compute it on the fly.</summary>
internal static class GaussianExpansion
{
    /// <summary>Gaussians of each distance: centres 0 to 8 Å, step and width 0.2 Å.</summary>
    public const int Centers = 41;

    private const float Step = 0.2f;

    /// <summary>Expands distances | Å, (edges), into (edges × 41).</summary>
    public static float[] Of(ReadOnlySpan<float> distances)
    {
        var expanded = GC.AllocateUninitializedArray<float>(distances.Length * Centers);
        for (var edge = 0; edge < distances.Length; edge++) Expand(distances[edge], expanded.AsSpan(edge * Centers, Centers));
        return expanded;
    }

    private static void Expand(float distance, Span<float> row)
    {
        var ramp = Vector256.CreateSequence(0f, Step);
        var at = Vector256.Create(distance);
        ref var first = ref MemoryMarshal.GetReference(row);
        for (var center = 0; center < Centers; center += Vector256<float>.Count)
        {
            var from = Math.Min(center, Centers - Vector256<float>.Count); // the last vector overlaps the one before
            var offset = (at - ramp - Vector256.Create(from * Step)) / Step;
            Vector256.Exp(-(offset * offset)).StoreUnsafe(ref first, (nuint)from);
        }
    }
}

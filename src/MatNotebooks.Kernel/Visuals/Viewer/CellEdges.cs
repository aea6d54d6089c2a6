using System.Collections.Immutable;
using MatNotebooks.Crystals;
using MatNotebooks.Kernel.Visuals.Charts;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>The twelve edges round the shown cells; the three from the origin bear the names of their lattice vectors.</summary>
internal static class CellEdges
{
    /// <summary>Colours of a, b and c.</summary>
    internal static readonly ImmutableArray<string> AxisColors = ["#c0392b", "#1e8449", "#2458b3"];

    internal static ImmutableArray<SceneEdge> Of(SceneFrame frame, (int A, int B, int C) cells, double largest)
    {
        var edges = ImmutableArray.CreateBuilder<SceneEdge>();
        for (var i = 0; i < 4; i++)
        {
            var (low, high) = (i & 1, i >> 1);
            void Add(Fractional from, Fractional to, int axis) =>
                edges.Add(new(frame.Place(from), frame.Place(to), i == 0 ? AxisColors[axis] : Theme.Line, i == 0 ? "abc"[axis].ToString() : null) { Beyond = largest + 0.45 });
            Add(new(0, low * cells.B, high * cells.C), new(cells.A, low * cells.B, high * cells.C), 0);
            Add(new(low * cells.A, 0, high * cells.C), new(low * cells.A, cells.B, high * cells.C), 1);
            Add(new(low * cells.A, high * cells.B, 0), new(low * cells.A, high * cells.B, cells.C), 2);
        }
        return edges.ToImmutable();
    }
}

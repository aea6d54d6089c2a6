using MatNotebooks.Crystals;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>A drawn arrow, in the scene's frame.</summary>
internal sealed record SceneArrow(Cartesian From, Cartesian To, double Radius, string Color)
{
    /// <summary>Share of the arrow that is shaft.</summary>
    internal const double Shaft = 0.7;

    /// <summary>How much wider the head is than the shaft.</summary>
    internal const double HeadWidth = 2.2;
}

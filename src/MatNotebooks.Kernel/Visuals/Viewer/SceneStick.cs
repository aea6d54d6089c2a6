using MatNotebooks.Crystals;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>A drawn cylinder: half a bond, in the scene's frame.</summary>
internal sealed record SceneStick(Cartesian From, Cartesian To, double Radius, string Color);

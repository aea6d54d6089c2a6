using System.Collections.Immutable;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>What is drawn of a crystal, centred, lattice vector c along y and a in the xy plane.</summary>
internal sealed record CrystalScene(ImmutableArray<SceneAtom> Atoms, ImmutableArray<SceneStick> Sticks, ImmutableArray<SceneEdge> Edges)
{
    internal ImmutableArray<SceneSolid> Solids { get; init; } = [];

    internal ImmutableArray<SceneArrow> Arrows { get; init; } = [];
}

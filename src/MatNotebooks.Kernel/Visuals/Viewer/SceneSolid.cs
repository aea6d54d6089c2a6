using System.Collections.Immutable;
using MatNotebooks.Crystals;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>A drawn polyhedron: its faces, each a polygon whose corners go round counter-clockwise seen from outside, in the scene's frame.</summary>
internal sealed record SceneSolid(string Color, double Opacity, ImmutableArray<ImmutableArray<Cartesian>> Faces);

using static TorchSharp.torch;

namespace MatNotebooks.Graphs;

/// <summary>
/// How much of each atom and bond of a batch is there, 0 to 1. An atom that fades becomes an average of all elements, a bond that fades
/// falls silent; the way from nothing to all is the one along which a prediction is attributed.
/// </summary>
/// <param name="Atoms">Of each atom, (atoms, 1).</param>
/// <param name="Shells">Of each shell of equal edges, (shells, 1).</param>
internal sealed record Presence(Tensor Atoms, Tensor Shells);

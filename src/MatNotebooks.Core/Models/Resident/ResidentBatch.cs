using MatNotebooks.Models.Layers;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Resident;

/// <summary>A batch that was put together on a device; it lives in the scope it was made in.</summary>
internal sealed class ResidentBatch
{
    /// <summary>How many crystals there are.</summary>
    public required int Crystals { get; init; }

    /// <summary>Atomic number of each atom, (atoms), int64.</summary>
    public required Tensor AtomicNumbers { get; init; }

    /// <summary>Atoms of each crystal, (crystals, 1).</summary>
    public required Tensor AtomCounts { get; init; }

    /// <summary>Crystal of each atom.</summary>
    public required RowGroups AtomsByCrystal { get; init; }

    /// <summary>Receiving atom of each shell.</summary>
    public required RowGroups ByReceiver { get; init; }

    /// <summary>Sending atom of each shell.</summary>
    public required RowGroups BySender { get; init; }

    /// <summary>Atom each shell goes to, (shells), int64.</summary>
    public required Tensor Receivers { get; init; }

    /// <summary>Atom each shell comes from, (shells), int64.</summary>
    public required Tensor Senders { get; init; }

    /// <summary>Length of each shell | Å, (shells, 1).</summary>
    public required Tensor Distances { get; init; }

    /// <summary>Edges each shell stands for, (shells, 1).</summary>
    public required Tensor Counts { get; init; }

    /// <summary>External conditions, (crystals, conditions).</summary>
    public required Tensor Conditions { get; init; }
}

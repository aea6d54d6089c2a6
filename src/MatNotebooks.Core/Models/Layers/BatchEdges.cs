using MatNotebooks.Graphs;
using MatNotebooks.Models.Resident;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>A batch as layers read it that pass messages: the atoms, and shells of equal edges.</summary>
internal sealed class BatchEdges : BatchAtoms
{
    private readonly EdgeShells? shells;
    private readonly Lazy<RowGroups> byReceiver, bySender; // fused kernels need neither

    /// <summary>Prepares a batch for a model.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="like">A parameter of the model: its type and device are those of the tensors.</param>
    public BatchEdges(GraphBatch batch, Tensor like)
        : base(batch, like)
    {
        shells = batch.Shells;
        (byReceiver, bySender) = (new(() => new(shells.Receivers, batch.Atoms)), new(() => new(shells.Senders, batch.Atoms)));
        (Distances, Counts) = (Column(shells.Distances), Column(shells.Counts));
        if (batch.Presence is { Shells: var there }) (Counts, Fades) = (Counts * there, true);
    }

    /// <summary>Takes a batch that is already where the model is, in its type.</summary>
    public BatchEdges(ResidentBatch batch)
        : base(batch)
    {
        (byReceiver, bySender) = (new(batch.ByReceiver), new(batch.BySender));
        (Distances, Counts) = (batch.Distances, batch.Counts);
    }

    /// <summary>The shells in the host's memory.</summary>
    /// <exception cref="InvalidOperationException">The batch was put together on the device.</exception>
    public EdgeShells Shells => shells ?? throw new InvalidOperationException("The batch was put together on the device; this layer reads its shells in the host's memory.");

    /// <summary>Whether edges are there only in part, and gradients flow to how much; only libtorch's operators know of it.</summary>
    public bool Fades { get; }

    /// <summary>Length of each shell | Å, (shells, 1).</summary>
    public Tensor Distances { get; }

    /// <summary>Edges each shell stands for, (shells, 1).</summary>
    public Tensor Counts { get; }

    /// <summary>Each receiving atom's row for its shells, (atoms, width) to (shells, width).</summary>
    public Tensor OfReceivers(Tensor atoms) => GatherRows.Of(atoms, byReceiver.Value);

    /// <summary>Each sending atom's row for its shells, (atoms, width) to (shells, width).</summary>
    public Tensor OfSenders(Tensor atoms) => GatherRows.Of(atoms, bySender.Value);

    /// <summary>Sum over the shells each atom receives, (shells, width) to (atoms, width).</summary>
    public Tensor SumByReceiver(Tensor shells) => SumRows.Of(shells, byReceiver.Value);
}

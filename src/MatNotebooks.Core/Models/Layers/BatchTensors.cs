using MatNotebooks.Graphs;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>A batch as layers read it: shells of equal edges, groups, and tensors of the model's type on the model's device.</summary>
internal sealed class BatchTensors
{
    /// <summary>Prepares a batch for a model.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="like">A parameter of the model: its type and device are those of the tensors.</param>
    public BatchTensors(GraphBatch batch, Tensor like)
    {
        Batch = batch;
        Device = like.device;
        Type = like.dtype;
        Shells = EdgeShells.Of(batch);
        AtomsByCrystal = new(batch.CrystalOfAtom, batch.Crystals);
        ShellsByReceiver = new(Shells.Receivers, batch.Atoms);
        ShellsBySender = new(Shells.Senders, batch.Atoms);
        Distances = Column(Shells.Distances);
        Counts = Column(Shells.Counts);
        AtomCounts = Column([.. Enumerable.Range(0, batch.Crystals).Select(crystal => (float)(batch.FirstAtom[crystal + 1] - batch.FirstAtom[crystal]))]);
    }

    public GraphBatch Batch { get; }

    public Device Device { get; }

    public ScalarType Type { get; }

    public EdgeShells Shells { get; }

    public RowGroups AtomsByCrystal { get; }

    public RowGroups ShellsByReceiver { get; }

    public RowGroups ShellsBySender { get; }

    /// <summary>Length of each shell | Å, (shells, 1).</summary>
    public Tensor Distances { get; }

    /// <summary>Edges each shell stands for, (shells, 1).</summary>
    public Tensor Counts { get; }

    /// <summary>Atoms of each crystal, (crystals, 1).</summary>
    public Tensor AtomCounts { get; }

    /// <summary>The external conditions, (crystals, conditions).</summary>
    public Tensor Conditions => Column(Batch.Conditions).view(Batch.Crystals, -1);

    /// <summary>A column of numbers, (n, 1).</summary>
    public Tensor Column(float[] values) => tensor(values, [values.Length, 1], Type, Device);

    /// <summary>The rows of a table by atomic number, (104, width) to (atoms, width).</summary>
    public Tensor ByElement(Tensor table) =>
        GatherRows.Of(table, new RowGroups(Batch.AtomicNumbers, (int)table.shape[0]));

    /// <summary>Each receiving atom's row for its shells, (atoms, width) to (shells, width).</summary>
    public Tensor ToReceivedShells(Tensor atoms) => GatherRows.Of(atoms, ShellsByReceiver);

    /// <summary>Each sending atom's row for its shells, (atoms, width) to (shells, width).</summary>
    public Tensor ToSentShells(Tensor atoms) => GatherRows.Of(atoms, ShellsBySender);

    /// <summary>Sum over the shells each atom receives, (shells, width) to (atoms, width).</summary>
    public Tensor SumByReceiver(Tensor shells) => SumRows.Of(shells, ShellsByReceiver);

    /// <summary>Each crystal's row for its atoms, (crystals, width) to (atoms, width).</summary>
    public Tensor ToAtoms(Tensor rows) => GatherRows.Of(rows, AtomsByCrystal);

    /// <summary>Sum over the atoms of each crystal, (atoms, width) to (crystals, width).</summary>
    public Tensor SumByCrystal(Tensor atoms) => SumRows.Of(atoms, AtomsByCrystal);
}

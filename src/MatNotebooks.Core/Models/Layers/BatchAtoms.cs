using MatNotebooks.Graphs;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>The atoms and crystals of a batch as layers read them: groups, and tensors of the model's type on the model's device.</summary>
internal class BatchAtoms
{
    private readonly Device device;
    private readonly ScalarType type;
    private readonly RowGroups atomsByCrystal;

    /// <summary>Prepares a batch for a model.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="like">A parameter of the model: its type and device are those of the tensors.</param>
    public BatchAtoms(GraphBatch batch, Tensor like)
    {
        (Batch, device, type) = (batch, like.device, like.dtype);
        atomsByCrystal = new(batch.CrystalOfAtom, batch.Crystals);
        AtomCounts = Column([.. Enumerable.Range(0, batch.Crystals).Select(crystal => (float)(batch.FirstAtom[crystal + 1] - batch.FirstAtom[crystal]))]);
    }

    public GraphBatch Batch { get; }

    /// <summary>Atoms of each crystal, (crystals, 1).</summary>
    public Tensor AtomCounts { get; }

    /// <summary>The external conditions, (crystals, conditions).</summary>
    public Tensor Conditions => Column(Batch.Conditions).view(Batch.Crystals, -1);

    /// <summary>A column of numbers, (n, 1).</summary>
    public Tensor Column(float[] values) => tensor(values, [values.Length, 1], type, device);

    /// <summary>The rows of a table by atomic number, (104, width) to (atoms, width).</summary>
    public Tensor ByElement(Tensor table) => GatherRows.Of(table, new RowGroups(Batch.AtomicNumbers, (int)table.shape[0]));

    /// <summary>Each crystal's row for its atoms, (crystals, width) to (atoms, width).</summary>
    public Tensor ToAtoms(Tensor rows) => GatherRows.Of(rows, atomsByCrystal);

    /// <summary>Sum over the atoms of each crystal, (atoms, width) to (crystals, width).</summary>
    public Tensor SumByCrystal(Tensor atoms) => SumRows.Of(atoms, atomsByCrystal);
}

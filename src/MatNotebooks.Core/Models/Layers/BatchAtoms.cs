using MatNotebooks.Graphs;
using MatNotebooks.Models.Resident;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>The atoms and crystals of a batch as layers read them: groups, and tensors of the model's type on the model's device.</summary>
internal class BatchAtoms
{
    private readonly Device device;
    private readonly ScalarType type;
    private readonly GraphBatch? batch;
    private readonly ResidentBatch? resident;
    private readonly RowGroups atomsByCrystal;

    /// <summary>Prepares a batch for a model.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="like">A parameter of the model: its type and device are those of the tensors.</param>
    public BatchAtoms(GraphBatch batch, Tensor like)
    {
        (this.batch, device, type) = (batch, like.device, like.dtype);
        atomsByCrystal = new(batch.CrystalOfAtom, batch.Crystals);
        AtomCounts = Column([.. Enumerable.Range(0, batch.Crystals).Select(crystal => (float)(batch.FirstAtom[crystal + 1] - batch.FirstAtom[crystal]))]);
    }

    /// <summary>Takes a batch that is already where the model is, in its type.</summary>
    public BatchAtoms(ResidentBatch batch)
    {
        (resident, device, type) = (batch, batch.AtomCounts.device, batch.AtomCounts.dtype);
        (atomsByCrystal, AtomCounts) = (batch.AtomsByCrystal, batch.AtomCounts);
    }

    /// <summary>The batch in the host's memory.</summary>
    /// <exception cref="InvalidOperationException">It was put together on the device.</exception>
    public GraphBatch Batch => batch ?? throw new InvalidOperationException("The batch was put together on the device; this layer reads it in the host's memory.");

    /// <summary>The batch on the device; null where it was put together on the host.</summary>
    public ResidentBatch? Resident => resident;

    /// <summary>Atoms of each crystal, (crystals, 1).</summary>
    public Tensor AtomCounts { get; }

    /// <summary>The external conditions, (crystals, conditions).</summary>
    public Tensor Conditions => resident?.Conditions ?? Column(Batch.Conditions).view(Batch.Crystals, -1);

    /// <summary>A column of numbers, (n, 1).</summary>
    public Tensor Column(float[] values) => tensor(values, [values.Length, 1], type, device);

    /// <summary>The rows of a table by atomic number, (104, width) to (atoms, width).</summary>
    public Tensor ByElement(Tensor table)
    {
        if (resident is not null) return table.index_select(0, resident.AtomicNumbers);
        var rows = GatherRows.Of(table, new RowGroups(Batch.AtomicNumbers, (int)table.shape[0]));
        if (Batch.Presence is not { Atoms: var there }) return rows;
        var anyElement = table.narrow(0, 1, table.shape[0] - 1).mean([0L], keepdim: true); // row 0 is no element
        return (rows * there) + (anyElement * (1 - there));
    }

    /// <summary>Each crystal's row for its atoms, (crystals, width) to (atoms, width).</summary>
    public Tensor ToAtoms(Tensor rows) => GatherRows.Of(rows, atomsByCrystal);

    /// <summary>Sum over the atoms of each crystal, (atoms, width) to (crystals, width).</summary>
    public Tensor SumByCrystal(Tensor atoms) => SumRows.Of(atoms, atomsByCrystal);
}

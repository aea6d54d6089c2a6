using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Graphs;

/// <summary>The arrays of a <see cref="GraphBatch"/> as tensors on one device; they live until the batch is disposed.</summary>
public sealed class GraphTensors
{
    internal GraphTensors(GraphBatch batch, Device device)
    {
        Device = device;
        AtomicNumbers = Indices(batch.AtomicNumbers);
        CrystalOfAtom = Indices(batch.CrystalOfAtom);
        Senders = Indices(batch.Senders);
        Receivers = Indices(batch.Receivers);
        Distances = Numbers(batch.Distances, [batch.Edges]);
        Displacements = Numbers(batch.Displacements, [batch.Edges, 3]);
        Conditions = Numbers(batch.Conditions, [batch.Crystals, batch.ConditionCount]);
    }

    /// <summary>Where the tensors are.</summary>
    public Device Device { get; }

    /// <summary>Atomic number of each atom, (atoms), int64.</summary>
    public Tensor AtomicNumbers { get; }

    /// <summary>Crystal each atom belongs to, (atoms), int64.</summary>
    public Tensor CrystalOfAtom { get; }

    /// <summary>Atom each edge comes from, (edges), int64.</summary>
    public Tensor Senders { get; }

    /// <summary>Atom each edge goes to, ascending, (edges), int64.</summary>
    public Tensor Receivers { get; }

    /// <summary>Length of each edge | Å, (edges), float32.</summary>
    public Tensor Distances { get; }

    /// <summary>Vector from receiver to sender | Å, (edges, 3), float32.</summary>
    public Tensor Displacements { get; }

    /// <summary>External conditions, (crystals, conditions), float32; no column when there are none.</summary>
    public Tensor Conditions { get; }

    internal void Free()
    {
        foreach (var one in new[] { AtomicNumbers, CrystalOfAtom, Senders, Receivers, Distances, Displacements, Conditions }) one.Dispose();
    }

    private Tensor Indices(int[] values) => tensor(values, ScalarType.Int64, Device).DetachFromDisposeScope();

    private Tensor Numbers(float[] values, long[] shape) => tensor(values, shape, null, Device).DetachFromDisposeScope();
}

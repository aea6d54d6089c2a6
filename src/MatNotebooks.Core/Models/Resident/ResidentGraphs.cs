using MatNotebooks.Graphs;
using MatNotebooks.Models.Layers;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Resident;

/// <summary>
/// The graphs of a data set as tensors on one device. Batches of any of them are put together there: the host knows their sizes, so it
/// sends a few commands and waits for nothing.
/// </summary>
internal sealed class ResidentGraphs : IDisposable
{
    private readonly int[] atoms, shells;
    private readonly Tensor numbers, senders, outgoing, distances, counts, shellsOfAtom, sentOfAtom;
    private readonly Tensor atomsOfCrystal, shellsOfCrystal, firstAtom, firstShell, conditions;

    /// <summary>Sends the graphs of a data set to a device.</summary>
    /// <param name="graphs">The graphs, at least one.</param>
    /// <param name="conditions">External conditions as the network reads them, (crystals × conditions); null where there are none.</param>
    /// <param name="device">The device.</param>
    /// <exception cref="ArgumentException">No graph.</exception>
    public ResidentGraphs(IReadOnlyList<CrystalGraph> graphs, float[]? conditions, Device device)
    {
        if (graphs.Count == 0) throw new ArgumentException("There are 0 graphs to keep on a device; at least one is needed.");
        Device = device;
        var parts = new ResidentPart[graphs.Count];
        Parallel.For(0, parts.Length, crystal => parts[crystal] = ResidentPart.Of(graphs[crystal]));
        (atoms, shells) = ([.. parts.Select(part => part.Numbers.Length)], [.. parts.Select(part => part.Senders.Length)]);
        numbers = Joined(parts, part => part.Numbers);
        shellsOfAtom = Joined(parts, part => part.ShellsOfAtom);
        sentOfAtom = Joined(parts, part => part.SentOfAtom);
        senders = Joined(parts, part => part.Senders);
        outgoing = Joined(parts, part => part.Outgoing);
        distances = Joined(parts, part => part.Distances);
        counts = Joined(parts, part => part.Counts);
        (atomsOfCrystal, shellsOfCrystal) = (Sent(tensor(atoms)), Sent(tensor(shells)));
        (firstAtom, firstShell) = (Starts(atomsOfCrystal), Starts(shellsOfCrystal));
        this.conditions = Sent(tensor(conditions ?? [], [graphs.Count, (conditions?.Length ?? 0) / graphs.Count]));
    }

    /// <summary>Where the graphs are.</summary>
    public Device Device { get; }

    /// <summary>How many crystals there are.</summary>
    public int Crystals => atoms.Length;

    /// <summary>Memory of the graphs | bytes.</summary>
    public long Bytes => Tensors.Sum(one => one.numel() * one.element_size());

    private Tensor[] Tensors =>
        [numbers, senders, outgoing, distances, counts, shellsOfAtom, sentOfAtom, atomsOfCrystal, shellsOfCrystal, firstAtom, firstShell, conditions];

    /// <summary>Sends an order of crystals, from which batches are cut.</summary>
    public ResidentOrder Ordered(int[] places) => new(places, tensor(places, ScalarType.Int64, Device));

    /// <summary>The crystals from one place of an order to before another, as one batch.</summary>
    /// <param name="order">The order.</param>
    /// <param name="from">First place.</param>
    /// <param name="to">The place after the last.</param>
    /// <param name="type">Type of the real numbers: that of the model.</param>
    public ResidentBatch Batch(ResidentOrder order, int from, int to, ScalarType type)
    {
        var (atomCount, shellCount) = (0L, 0L);
        for (var place = from; place < to; place++)
        {
            atomCount += atoms[order.Places[place]];
            shellCount += shells[order.Places[place]];
        }
        var crystals = order.OnDevice.narrow(0, from, to - from);
        var atomsHere = new Pieces(crystals, atomsOfCrystal, firstAtom, atomCount);
        var shellsHere = new Pieces(crystals, shellsOfCrystal, firstShell, shellCount);
        var shellsEach = shellsOfAtom.index_select(0, atomsHere.Place);
        var receivers = Repeated(shellsEach, shellCount);
        var crystalOfShell = atomsHere.Crystal.index_select(0, receivers);
        var shell = arange(shellCount, ScalarType.Int64, Device) + shellsHere.Shift.index_select(0, crystalOfShell);
        var sender = senders.index_select(0, shell) + atomsHere.First.index_select(0, crystalOfShell);
        var sent = outgoing.index_select(0, shell) + shellsHere.First.index_select(0, crystalOfShell);
        return new()
        {
            Crystals = to - from,
            AtomicNumbers = numbers.index_select(0, atomsHere.Place).to_type(ScalarType.Int64),
            AtomCounts = atomsHere.Lengths.to_type(type).unsqueeze(1),
            AtomsByCrystal = new(new RowSegments(atomsHere.Crystal, null, Bounds(atomsHere.Lengths))),
            ByReceiver = new(new RowSegments(receivers, null, Bounds(shellsEach))),
            BySender = new(new RowSegments(sender, sent, Bounds(sentOfAtom.index_select(0, atomsHere.Place)))),
            Receivers = receivers,
            Senders = sender,
            Distances = distances.index_select(0, shell).to_type(type).unsqueeze(1),
            Counts = counts.index_select(0, shell).to_type(type).unsqueeze(1),
            Conditions = conditions.index_select(0, crystals).to_type(type),
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var one in Tensors) one.Dispose();
    }

    /// <summary>Where groups of these lengths begin, and where the last ends.</summary>
    private static Tensor Bounds(Tensor lengths) => cat([zeros(1, ScalarType.Int64, lengths.device), lengths.cumsum(0)]);

    /// <summary>0 as often as the first length says, 1 as often as the second, and so on; their sum is known, so nothing waits for the device.</summary>
    private static Tensor Repeated(Tensor lengths, long total) =>
        repeat_interleave(arange(lengths.shape[0], ScalarType.Int64, lengths.device), lengths, 0, total);

    private Tensor Joined(ResidentPart[] parts, Func<ResidentPart, int[]> of) => Sent(tensor(ResidentPart.Join(parts, of)));

    private Tensor Joined(ResidentPart[] parts, Func<ResidentPart, float[]> of) => Sent(tensor(ResidentPart.Join(parts, of)));

    private Tensor Starts(Tensor lengths) => Sent(lengths.cumsum(0) - lengths);

    private Tensor Sent(Tensor made)
    {
        using (made) return made.to(Device).DetachFromDisposeScope();
    }

    /// <summary>Which pieces of a long list each chosen crystal takes, and where they lie in the batch.</summary>
    private sealed class Pieces
    {
        public Pieces(Tensor crystals, Tensor lengths, Tensor starts, long total)
        {
            Lengths = lengths.index_select(0, crystals);
            First = Lengths.cumsum(0) - Lengths;
            Shift = starts.index_select(0, crystals) - First;
            Crystal = Repeated(Lengths, total);
            Place = arange(total, ScalarType.Int64, crystals.device) + Shift.index_select(0, Crystal);
        }

        /// <summary>Pieces of each crystal.</summary>
        public Tensor Lengths { get; }

        /// <summary>Where each crystal's pieces begin in the batch.</summary>
        public Tensor First { get; }

        /// <summary>From a place in the batch to that in the list, for each crystal.</summary>
        public Tensor Shift { get; }

        /// <summary>Crystal of each piece, counted in the batch.</summary>
        public Tensor Crystal { get; }

        /// <summary>Place of each piece in the list.</summary>
        public Tensor Place { get; }
    }
}

using TorchSharp;

namespace MatNotebooks.Provenance;

/// <summary>The one seed of a session, from which every generator that takes none of its own starts.</summary>
public static class Seeds
{
    private static readonly Lock Gate = new();
    private static int drawn;

    /// <summary>The seed that was set; null where none was.</summary>
    public static int? Current { get; private set; }

    /// <summary>Seeds libtorch's generators (of the processor and of every GPU) and those of <see cref="NewRandom"/>.</summary>
    /// <param name="seed">Any whole number.</param>
    public static void Set(int seed)
    {
        lock (Gate)
        {
            (Current, drawn) = (seed, 0);
            torch.manual_seed(seed);
        }
    }

    /// <summary>Forgets the seed: generators of libtorch go on where they stand.</summary>
    public static void Forget()
    {
        lock (Gate)
            (Current, drawn) = (null, 0);
    }

    /// <summary>A generator of .NET's; the first after <see cref="Set"/> is always the same one, the second another, and so on.</summary>
    public static Random NewRandom()
    {
        lock (Gate)
            return new Random(unchecked(((Current ?? 0) * 1_000_003) + drawn++));
    }
}

namespace MatNotebooks.Frameworks.Arem.Events;

/// <summary>Chance by name: the same seed and numbers give the same draw, in whatever order draws are made, so that all policies meet the same world.</summary>
internal readonly struct Chance(int seed)
{
    private readonly ulong seed = Mix((ulong)(uint)seed + 0x9E3779B97F4A7C15UL);

    /// <summary>A uniform draw | 0 to below 1.</summary>
    public double Uniform(int stream, int subject, int turn = 0)
    {
        var mixed = Mix(seed ^ Mix(((ulong)(uint)stream << 40) ^ ((ulong)(uint)turn << 32) ^ (uint)subject));
        return (mixed >> 11) * (1.0 / (1UL << 53));
    }

    // The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}

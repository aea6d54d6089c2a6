namespace MatNotebooks.Kernel.Tests.Visuals;

/// <summary>Numbers spread about like a standard normal, the same on every machine and runtime.</summary>
internal sealed class Noise(uint seed)
{
    private uint state = seed;

    internal double Next() => Enumerable.Range(0, 12).Sum(_ => Uniform()) - 6;

    internal double Uniform()
    {
        state = (1664525 * state) + 1013904223;
        return (state >> 8) / (double)(1 << 24);
    }
}

namespace MatNotebooks.Datasets.Catalogue;

/// <summary>
/// The random numbers of <c>numpy.random.RandomState(seed)</c>, as far as its shuffle needs them: official folds of published
/// benchmarks are defined by them.
/// </summary>
/// <remarks>Matsumoto, Nishimura, ACM Trans. Model. Comput. Simul. 8, 3 (1998): MT19937 with its seeding of 2002.</remarks>
internal sealed class LegacyNumpyRandom
{
    private const int Size = 624;
    private const int Middle = 397;
    private readonly uint[] state = new uint[Size];
    private int at = Size;

    public LegacyNumpyRandom(uint seed)
    {
        state[0] = seed;
        for (var i = 1; i < Size; i++)
            state[i] = (1812433253u * (state[i - 1] ^ (state[i - 1] >> 30))) + (uint)i;
    }

    /// <summary>Shuffles in place, from the last item down, as numpy does.</summary>
    public void Shuffle(Span<int> items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = (int)UpTo((uint)last);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    // Draws under the next power of two until one fits.
    private uint UpTo(uint most)
    {
        var mask = uint.MaxValue >> System.Numerics.BitOperations.LeadingZeroCount(most);
        uint drawn;
        do
            drawn = Next() & mask;
        while (drawn > most);
        return drawn;
    }

    private uint Next()
    {
        if (at == Size)
            Renew();
        var word = state[at++];
        word ^= word >> 11;
        word ^= (word << 7) & 0x9d2c5680u;
        word ^= (word << 15) & 0xefc60000u;
        return word ^ (word >> 18);
    }

    private void Renew()
    {
        for (var i = 0; i < Size; i++)
        {
            var joined = (state[i] & 0x80000000u) | (state[(i + 1) % Size] & 0x7fffffffu);
            state[i] = state[(i + Middle) % Size] ^ (joined >> 1) ^ ((joined & 1) == 0 ? 0 : 0x9908b0dfu);
        }
        at = 0;
    }
}

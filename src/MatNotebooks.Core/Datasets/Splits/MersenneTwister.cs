namespace MatNotebooks.Datasets.Splits;

/// <summary>
/// NumPy's <c>RandomState</c>: the generator MT19937 and the shuffle made of it, so that folds which scikit-learn published can be made again.
/// </summary>
/// <remarks>Source: Matsumoto and Nishimura, ACM Trans. Model. Comput. Simul. 8, 3 (1998), seeded by Knuth's recurrence as their code of 2002 does.</remarks>
internal sealed class MersenneTwister
{
    private const int Size = 624, Middle = 397;

    private readonly uint[] state = new uint[Size];
    private int used = Size;

    /// <param name="seed">NumPy's seed, 0 to 4294967295; a negative number stands for its 32 bits.</param>
    public MersenneTwister(int seed)
    {
        state[0] = unchecked((uint)seed);
        for (var place = 1; place < Size; place++)
            state[place] = (1812433253 * (state[place - 1] ^ (state[place - 1] >> 30))) + (uint)place;
    }

    /// <summary>The numbers 0 to count − 1 as <c>RandomState(seed).shuffle(arange(count))</c> leaves them.</summary>
    public int[] Order(int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        Shuffle(order);
        return order;
    }

    /// <summary>Shuffles in place as <c>RandomState.shuffle</c> does.</summary>
    public void Shuffle(Span<int> items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = UpTo((uint)last);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    /// <summary>A whole number from 0 to a greatest one: as many low bits as it needs, drawn again where they say more.</summary>
    private int UpTo(uint greatest)
    {
        var mask = uint.MaxValue >> System.Numerics.BitOperations.LeadingZeroCount(greatest);
        uint drawn;
        do drawn = Next() & mask;
        while (drawn > greatest);
        return (int)drawn;
    }

    private uint Next()
    {
        if (used == Size) Renew();
        var y = state[used++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >> 18);
    }

    private void Renew()
    {
        for (var place = 0; place < Size; place++)
        {
            var joined = (state[place] & 0x80000000) | (state[(place + 1) % Size] & 0x7fffffff);
            state[place] = state[(place + Middle) % Size] ^ (joined >> 1) ^ ((joined & 1) * 0x9908b0df);
        }
        used = 0;
    }
}

namespace MatNotebooks.Datasets.Splits;

/// <summary>An order by chance that a seed fixes.</summary>
internal sealed class Shuffle(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>The numbers 0 to count − 1 in an order by chance.</summary>
    public int[] Of(int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        random.Shuffle(order);
        return order;
    }

    /// <summary>Takes a share out by chance.</summary>
    public (int[] Kept, int[] Taken) TakeOut(IEnumerable<int> items, double share)
    {
        var order = items.ToArray();
        random.Shuffle(order);
        var count = CountOf(share, order.Length);
        return (order[count..], order[..count]);
    }

    /// <summary>How many items a share is, rounded; at least one when the share is not 0.</summary>
    /// <exception cref="ArgumentException">The share is not in [0, 1).</exception>
    public static int CountOf(double share, int items)
    {
        if (!(share is >= 0 and < 1)) throw new ArgumentException($"A share is {share}; it must be at least 0 and less than 1.");
        return share == 0 ? 0 : Math.Max(1, (int)Math.Round(share * items));
    }
}

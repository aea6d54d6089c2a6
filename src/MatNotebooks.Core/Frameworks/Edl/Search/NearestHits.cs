namespace MatNotebooks.Frameworks.Edl.Search;

/// <summary>The nearest codes seen so far, and how near another must be to join them; of equally near ones those of smaller rows.</summary>
internal sealed class NearestHits(int most)
{
    // The farthest first: it is the one that goes.
    private readonly PriorityQueue<SearchHit, (float, int)> kept = new(Comparer<(float Distance, int Row)>.Create((left, right) => right.CompareTo(left)));

    /// <summary>Distance that another must be below; infinite until there are enough.</summary>
    public float Limit { get; private set; } = float.PositiveInfinity;

    public void Offer(int row, float distance)
    {
        kept.Enqueue(new(row, distance), (distance, row));
        if (kept.Count > most) kept.Dequeue();
        if (kept.Count == most) Limit = kept.Peek().Distance;
    }

    /// <summary>The nearest of several searches, nearest first.</summary>
    public static SearchHit[] Merge(IEnumerable<NearestHits> parts, int most) =>
        [.. parts.SelectMany(part => part.kept.UnorderedItems).Select(item => item.Element).OrderBy(hit => hit.Distance).ThenBy(hit => hit.Row).Take(most)];
}

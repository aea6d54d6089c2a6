namespace MatNotebooks.Frameworks.Edl.Search;

/// <summary>Codes of one length behind each other, in parts that threads search at the same time.</summary>
internal static class CodeStore
{
    private const int RowsPerPart = 1 << 17;

    /// <summary>Checks codes.</summary>
    /// <param name="codes">The codes, one behind the other.</param>
    /// <param name="bytes">Bytes of one, at least 1.</param>
    /// <returns>How many there are.</returns>
    /// <exception cref="ArgumentException">No byte a code, no code, or no whole codes.</exception>
    public static int Count(byte[] codes, int bytes)
    {
        if (bytes < 1) throw new ArgumentException($"Codes of {bytes} bytes; they need at least 1.");
        return codes.Length > 0 && codes.Length % bytes == 0
            ? codes.Length / bytes
            : throw new ArgumentException($"{codes.Length} bytes are no whole codes of {bytes} bytes; give at least one.");
    }

    /// <summary>Checks how many are asked for.</summary>
    /// <exception cref="ArgumentException">None, or more than there are.</exception>
    public static void CheckWanted(int wanted, int count)
    {
        if (wanted < 1 || wanted > count) throw new ArgumentException($"{wanted} similar crystals were asked for; the index has {count:n0}, and 1 to {count:n0} are possible.");
    }

    /// <summary>Searches the parts on all cores.</summary>
    /// <param name="count">How many codes there are.</param>
    /// <param name="wanted">How many hits are wanted.</param>
    /// <param name="search">Searches rows from one to before another.</param>
    public static SearchHit[] Search(int count, int wanted, Action<int, int, NearestHits> search)
    {
        var parts = new NearestHits[(count + RowsPerPart - 1) / RowsPerPart];
        Parallel.For(0, parts.Length, part =>
        {
            parts[part] = new(wanted);
            search(part * RowsPerPart, Math.Min(count, (part + 1) * RowsPerPart), parts[part]);
        });
        return NearestHits.Merge(parts, wanted);
    }
}

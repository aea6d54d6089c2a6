namespace MatNotebooks.Kernel.Display;

/// <summary>The name somebody probably meant.</summary>
internal static class NearestName
{
    /// <summary>The candidate with the fewest typing errors against <paramref name="typed"/>, or null when none is close.</summary>
    public static string? Find(string typed, IEnumerable<string> candidates)
    {
        var limit = Math.Max(1, typed.Length / 3);
        var best = candidates
            .Distinct(StringComparer.Ordinal)
            .Where(name => Math.Abs(name.Length - typed.Length) <= limit)
            .Select(name => (Name: name, Errors: Errors(typed.ToUpperInvariant(), name.ToUpperInvariant())))
            .Where(candidate => candidate.Errors <= limit)
            .OrderBy(candidate => candidate.Errors)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Name;
    }

    /// <summary>" Did you mean 'x'?" with a leading space, or nothing.</summary>
    public static string Hint(string typed, IEnumerable<string> candidates) =>
        Find(typed, candidates) is { } name ? $" Did you mean '{name}'?" : "";

    // Optimal string alignment: insert, delete, replace, swap two neighbours.
    private static int Errors(string left, string right)
    {
        var cost = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
            cost[i, 0] = i;
        for (var j = 0; j <= right.Length; j++)
            cost[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var replace = cost[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                cost[i, j] = Math.Min(replace, 1 + Math.Min(cost[i - 1, j], cost[i, j - 1]));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    cost[i, j] = Math.Min(cost[i, j], 1 + cost[i - 2, j - 2]);
            }
        }
        return cost[left.Length, right.Length];
    }
}

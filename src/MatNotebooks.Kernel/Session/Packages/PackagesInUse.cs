namespace MatNotebooks.Kernel.Session.Packages;

/// <summary>
/// The packages a session runs with. One that is loaded cannot be exchanged, so that of two versions asked for, the first
/// stays if it is the higher one, and is otherwise an error that names both who asked.
/// </summary>
internal sealed class PackagesInUse
{
    private readonly Lock gate = new(); // an F# cell of one shell may read what a cell of another adds
    private readonly Dictionary<string, ResolvedPackage> packages = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> requesters = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<ResolvedPackage> All
    {
        get
        {
            lock (gate)
                return [.. packages.Values];
        }
    }

    public ResolvedPackage? Find(string name) => packages.GetValueOrDefault(name);

    /// <summary>Whether a request is met by what is in use.</summary>
    /// <param name="request">What a cell asks for.</param>
    /// <param name="note">Where another version is kept than was asked for, a line that says so.</param>
    /// <exception cref="PackageException">It asks for another version, and that is not older.</exception>
    public bool Meets(PackageRequest request, out string? note)
    {
        note = null;
        if (Find(request.Name) is not { } used)
            return false;
        if (request.Version is null || PackageVersion.Order.Compare(request.Version, used.Version) == 0)
            return true;
        if (!PackageVersion.IsExact(request.Version) || PackageVersion.Order.Compare(request.Version, used.Version) > 0)
        {
            throw new PackageException(
                $"{used}, which {requesters[used.Name]} brought, is in use and cannot be exchanged for {request}, which {request.Requester} asks for. " +
                $"Restart and ask for {request} first.");
        }
        note = $"{used}, which {requesters[used.Name]} brought, stays; {request}, which {request.Requester} asks for, is older.";
        return true;
    }

    /// <summary>Takes in what a restore chose.</summary>
    /// <returns>The packages that are new.</returns>
    /// <exception cref="PackageException">One of them is another version of a package in use; nothing is taken in.</exception>
    public IReadOnlyList<ResolvedPackage> Add(IReadOnlyList<ResolvedPackage> chosen, IReadOnlyList<PackageRequest> requests)
    {
        foreach (var package in chosen)
        {
            if (Find(package.Name) is { } used && used.Version != package.Version)
            {
                throw new PackageException(
                    $"{used}, which {requesters[used.Name]} brought, is in use, but {RequesterOf(package, chosen, requests)} needs {package}. " +
                    "Restart and ask for both in one cell.");
            }
        }
        var added = chosen.Where(package => !packages.ContainsKey(package.Name)).ToArray();
        lock (gate)
        {
            foreach (var package in added)
            {
                packages[package.Name] = package;
                requesters[package.Name] = RequesterOf(package, chosen, requests);
            }
        }
        return added;
    }

    /// <summary>"Cell In[2]", or "A 1.0.0 (Cell In[2])" for a package that another one brings.</summary>
    private static string RequesterOf(ResolvedPackage package, IReadOnlyList<ResolvedPackage> chosen, IReadOnlyList<PackageRequest> requests)
    {
        if (requests.LastOrDefault(request => Same(request.Name, package)) is { } direct)
            return direct.Requester;
        // Upwards through those that need it, last asked first, until one that a cell asked for.
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { package.Name };
        var level = new List<ResolvedPackage> { package };
        while (level.Count > 0)
        {
            var above = chosen.Where(upper => level.Any(lower => upper.Needs.ContainsKey(lower.Name)) && seen.Add(upper.Name)).ToList();
            if (requests.LastOrDefault(request => above.Any(upper => Same(request.Name, upper))) is { } asked)
                return $"{above.First(upper => Same(asked.Name, upper))} ({asked.Requester})";
            level = above;
        }
        return requests[^1].Requester;
    }

    private static bool Same(string name, ResolvedPackage package) => name.Equals(package.Name, StringComparison.OrdinalIgnoreCase);
}

using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Session.Packages;

/// <summary>NuGet's errors in the words of a notebook: which cell asked for what, which feeds were tried, what to do.</summary>
internal sealed class RestoreFailure(IReadOnlyList<PackageRequest> requests, PackageFolder folder)
{
    private const string NoFeed = "NU1301";
    private const string NoPackage = "NU1101";
    private static readonly string[] NoVersion = ["NU1102", "NU1103"];
    private static readonly string[] Conflict = ["NU1107", "NU1605"];

    /// <summary>The exception to throw.</summary>
    /// <param name="assets">What the restore left; null when it left nothing.</param>
    /// <param name="output">What the process wrote.</param>
    public PackageException Describe(AssetsFile? assets, string output)
    {
        var errors = assets?.Messages.Where(message => message.IsError).ToArray() ?? [];
        // A feed that is down is the cause of what else is missing.
        var texts = errors.OrderBy(error => error.Code == NoFeed ? 0 : 1).Select(error => Text(error, assets!.Feeds)).Distinct().ToArray();
        return new PackageException(texts.Length > 0 ? string.Join('\n', texts) : $"The restore of {Wanted()} failed:\n{output.Trim()}");
    }

    private string Text(RestoreMessage error, IReadOnlyList<string> feeds) => error.Code switch
    {
        NoFeed => Offline(error.Text),
        NoPackage => $"{RequesterOf(error.Package)}: there is no package '{error.Package}' in {Feeds(feeds)}.{NearestName.Hint(error.Package ?? "", folder.Names)}",
        _ when NoVersion.Contains(error.Code) => $"{RequesterOf(error.Package)}: {Found(error)} (asked: {Feeds(feeds)}). Name a version that is there.",
        _ when Conflict.Contains(error.Code) => TwoVersions(error),
        _ => $"{RequesterOf(error.Package)}: {error.Text} ({error.Code})",
    };

    private string Offline(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var feed = lines[0].Split("source ", 2).Last().TrimEnd('.');
        var reason = lines.Length > 1 ? $" ({lines[^1].TrimEnd('.')})" : "";
        return $"The feed {feed} does not answer{reason}, and not everything that {Wanted()} needs is in {folder.Path}. " +
            "Connect to it, or name a folder that holds the packages: #i \"nuget: /path/to/folder\".";
    }

    // "Unable to find package X with version (>= 9)\n - Found 2 version(s) in here [ Nearest version: 1.0 ]"
    private static string Found(RestoreMessage error) =>
        string.Join("; ", error.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimStart('-', ' ')));

    // Each chain is "notebook -> A 1.0.0 -> B (>= 2.0.0)"; what stands second was asked for by a cell.
    private string TwoVersions(RestoreMessage error)
    {
        var chains = error.Text.Split('\n', StringSplitOptions.TrimEntries)
            .Where(line => line.StartsWith(PackageProject.Name + " -> ", StringComparison.Ordinal))
            .Select(line => line[(PackageProject.Name.Length + 4)..].TrimEnd('.'))
            .Select(chain => $"  {RequesterOf(chain.Split(' ')[0])}: {chain.Replace(" -> ", " → ", StringComparison.Ordinal)}");
        return $"Two versions of {error.Package} are asked for, and only one can be had:\n{string.Join('\n', chains)}\n" +
            $"Ask for a version of {error.Package} that suits both (after a restart, where one is in use already).";
    }

    private string RequesterOf(string? package) =>
        requests.LastOrDefault(request => request.Name.Equals(package, StringComparison.OrdinalIgnoreCase))?.Requester ?? requests[^1].Requester;

    private string Wanted() => string.Join(", ", requests.Select(request => $"{request} ({request.Requester})"));

    private static string Feeds(IReadOnlyList<string> feeds) => feeds.Count == 0 ? "any feed, for none is configured" : string.Join(", ", feeds);
}

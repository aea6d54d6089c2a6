using System.Reflection;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Session.Packages;

/// <summary>
/// <c>#r "nuget: Name, version"</c>: what lies in NuGet's folder is used without a network; the rest is fetched by
/// <c>dotnet restore</c>, with everything it needs. All that the cells of a session ask for is restored together, so that
/// there is one version of each package.
/// </summary>
/// <param name="notebookFolder">Where the search for NuGet.config starts, and paths in <c>#i "nuget: path"</c>.</param>
/// <param name="take">Called for each package that comes into use.</param>
internal sealed class SessionPackages(string notebookFolder, Action<ResolvedPackage> take)
{
    private readonly PackagesInUse inUse = new();
    private readonly List<PackageRequest> requests = [];
    private readonly List<string> feeds = [];
    private readonly SemaphoreSlim one = new(1, 1); // two shells may ask at the same time

    /// <summary>The packages the session runs with.</summary>
    public IReadOnlyCollection<ResolvedPackage> InUse => inUse.All;

    /// <summary>Brings the packages that a cell asks for.</summary>
    /// <returns>The code without the lines that ask.</returns>
    /// <exception cref="PackageException">They cannot be had; the session is as before.</exception>
    /// <exception cref="OperationCanceledException">The cell was stopped.</exception>
    public async Task<string> AddAsync(string code, string label, RunningCell cell)
    {
        var directives = PackageDirectives.Read(code, label);
        if (!directives.Feeds.Any() && !directives.Requests.Any())
            return directives.Code;
        await one.WaitAsync(cell.Cancellation);
        try
        {
            await AddAsync(directives, cell);
        }
        finally
        {
            one.Release();
        }
        return directives.Code;
    }

    private async Task AddAsync(PackageDirectives directives, RunningCell cell)
    {
        feeds.AddRange(directives.Feeds.Select(Feed).Except(feeds));
        var wanted = new List<PackageRequest>();
        foreach (var request in directives.Requests)
        {
            if (!inUse.Meets(request, out var note))
                wanted.Add(request);
            if (note is not null)
                cell.Channel.Send(new DisplayMessage.Data(MimeBundle.OfText(note), null));
        }
        if (wanted.Count > 0)
            await RestoreAsync(wanted, cell);
    }

    private async Task RestoreAsync(IReadOnlyList<PackageRequest> wanted, RunningCell cell)
    {
        using var notice = new RestoreNotice(cell, string.Join(", ", wanted));
        try
        {
            PackageRequest[] all = [.. requests, .. wanted];
            var assets = await ResolveAsync(all, cell.Cancellation);
            foreach (var package in assets.Packages.Where(package => inUse.Find(package.Name) is null))
                RequireRoom(package);
            var added = inUse.Add(assets.Packages, all);
            requests.AddRange(wanted);
            foreach (var package in added)
                take(package);
            notice.End(Summary(wanted, added, assets));
        }
        catch (Exception failure) when (failure is PackageException or OperationCanceledException)
        {
            notice.End($"{string.Join(", ", wanted)}: not restored.");
            throw;
        }
    }

    private async Task<AssetsFile> ResolveAsync(PackageRequest[] all, CancellationToken cancellation)
    {
        var folder = PackageFolder.For(notebookFolder);
        var project = new PackageProject([.. all.Select(request => (request.Name, Version(request, folder)))], feeds, notebookFolder, folder);
        if (project.FromLastTime() is { } before)
            return before;
        var output = await RestoreProcess.RunAsync(project.ProjectPath, cancellation);
        return project.Read() is { Complete: true } assets ? assets : throw new RestoreFailure(all, folder).Describe(project.Read(), output);
    }

    // What is in use stays as it is; without a version, the newest that is here saves the network.
    private string? Version(PackageRequest request, PackageFolder folder) =>
        inUse.Find(request.Name)?.Version ?? request.Version ?? folder.Newest(request.Name);

    private string Feed(string text) => text.Contains("://", StringComparison.Ordinal) ? text : Path.GetFullPath(text, notebookFolder);

    /// <summary>The program's own assemblies cannot be exchanged for newer ones that cells see, too.</summary>
    private static void RequireRoom(ResolvedPackage package)
    {
        foreach (var path in package.Assemblies)
        {
            if (SessionReferences.Find(Path.GetFileNameWithoutExtension(path))?.Display is { } own && AssemblyName.GetAssemblyName(own).Version is { } version &&
                AssemblyName.GetAssemblyName(path).Version is { } brought && brought > version)
            {
                throw new PackageException(
                    $"{package} brings {Path.GetFileNameWithoutExtension(path)} {brought}, but this program runs on its own {version}, which cannot be exchanged. " +
                    "Ask for an older version, or leave the line out: cells see the program's own already.");
            }
        }
    }

    private static string Summary(IReadOnlyList<PackageRequest> wanted, IReadOnlyList<ResolvedPackage> added, AssetsFile assets)
    {
        var asked = assets.Packages.Where(package => wanted.Any(request => request.Name.Equals(package.Name, StringComparison.OrdinalIgnoreCase))).ToArray();
        var others = added.Except(asked).ToArray();
        // NU1603, NU1608: another version came than was asked for.
        var notes = assets.Messages.Where(message => message.Code is "NU1603" or "NU1608" && asked.Any(package => package.Name == message.Package))
            .Select(message => "\n" + message.Text.Replace(PackageProject.Name + " ", "this notebook ", StringComparison.Ordinal));
        return $"Packages: {string.Join(", ", asked.Select(package => package.ToString()))}" +
            (others.Length == 0 ? "" : $" (with {string.Join(", ", others.Select(package => package.ToString()))})") + string.Concat(notes);
    }
}

using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Session.Packages;

/// <summary>What a restore leaves behind (project.assets.json): the packages it chose, where their files lie, what it has to say.</summary>
internal sealed class AssetsFile
{
    private AssetsFile(IReadOnlyList<ResolvedPackage> packages, IReadOnlyList<RestoreMessage> messages, IReadOnlyList<string> feeds)
    {
        Packages = packages;
        Messages = messages;
        Feeds = feeds;
    }

    public IReadOnlyList<ResolvedPackage> Packages { get; }

    public IReadOnlyList<RestoreMessage> Messages { get; }

    /// <summary>The feeds that were asked.</summary>
    public IReadOnlyList<string> Feeds { get; }

    /// <summary>Whether it succeeded and every file is still there.</summary>
    public bool Complete => Messages.All(message => !message.IsError) && Packages.SelectMany(package => package.Files).All(File.Exists);

    /// <exception cref="System.Text.Json.JsonException">The file is torn.</exception>
    public static AssetsFile Read(string path, string runtime)
    {
        var root = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        var folders = Map(root["packageFolders"]).Select(folder => folder.Key).ToArray();
        var target = Map(root["targets"]).FirstOrDefault(entry => entry.Key.EndsWith('/' + runtime)).Value;
        var packages = Map(target).Where(entry => (string?)entry.Value!["type"] == "package")
            .Select(entry => Package(entry.Key, entry.Value!, Map(root["libraries"]), folders));
        return new AssetsFile(
            [.. packages],
            [.. (root["logs"] as JsonArray ?? []).Select(entry => Message(entry!))],
            [.. Map(root["project"]?["restore"]?["sources"]).Select(source => source.Key)]);
    }

    private static ResolvedPackage Package(string id, JsonNode entry, JsonObject libraries, string[] folders)
    {
        var name = id.Split('/');
        var path = (string?)libraries[id]?["path"] ?? id.ToLowerInvariant();
        var root = folders.Select(folder => Path.Combine(folder, path)).FirstOrDefault(Directory.Exists) ?? Path.Combine(folders[0], path);
        var needs = Map(entry["dependencies"]).ToDictionary(need => need.Key, need => (string?)need.Value ?? "", StringComparer.OrdinalIgnoreCase);
        return new ResolvedPackage(name[0], name[1], needs, Files("compile"), Files("runtime"), Files("native"));

        // "_._" says: nothing here on purpose.
        string[] Files(string kind) => [.. Map(entry[kind]).Select(file => file.Key).Where(file => !file.EndsWith("/_._", StringComparison.Ordinal)).Select(file => Path.Combine(root, file))];
    }

    private static RestoreMessage Message(JsonNode entry) =>
        new((string?)entry["code"] ?? "", (string?)entry["level"] == "Error", (string?)entry["message"] ?? "", (string?)entry["libraryId"]);

    private static JsonObject Map(JsonNode? node) => node as JsonObject ?? [];
}

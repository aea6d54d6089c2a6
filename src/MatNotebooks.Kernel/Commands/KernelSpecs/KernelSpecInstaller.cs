using System.Text.Json;
using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Commands.KernelSpecs;

/// <summary>
/// Writes what Jupyter must know of the kernel. It has a name of its own, and also the one that notebooks of .NET Interactive
/// ask for (and papermill knows), where no other kernel has that.
/// </summary>
internal static class KernelSpecInstaller
{
    public const string Name = "matnotebooks";
    public const string InteractiveName = ".net-csharp";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, IndentSize = 1 };
    private static readonly string[] Logos = ["logo-32x32.png", "logo-64x64.png", "logo-svg.svg"];

    /// <summary>Writes the specs.</summary>
    /// <param name="jupyter">A folder where Jupyter looks for data.</param>
    /// <returns>What was done, a line each.</returns>
    public static IEnumerable<string> Install(string jupyter)
    {
        yield return Write(jupyter, Name, ".NET (C#) MatNotebooks");
        var taken = JupyterFolders.All.Append(jupyter)
            .Select(folder => Path.Combine(folder, "kernels", InteractiveName))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "kernel.json")) && !IsOurs(folder));
        yield return taken is null
            ? Write(jupyter, InteractiveName, ".NET (C#)")
            : $"left {taken} as it is: another kernel has the name {InteractiveName}";
    }

    /// <summary>Whether the spec in a folder is one of ours.</summary>
    public static bool IsOurs(string folder)
    {
        var spec = Path.Combine(folder, "kernel.json");
        return File.Exists(spec) && File.ReadAllText(spec).Contains("matnb", StringComparison.Ordinal);
    }

    /// <summary>The first file that a spec starts and that is not there any more, such as a checkout that was moved; null where all are.</summary>
    public static string? LostProgram(string folder)
    {
        try
        {
            var spec = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "kernel.json")));
            return spec?["argv"] is JsonArray words
                ? words.Select(word => (string?)word).FirstOrDefault(word => Path.IsPathRooted(word) && !File.Exists(word))
                : "no program";
        }
        catch (Exception torn) when (torn is JsonException or InvalidOperationException or IOException)
        {
            return "no program that can be read";
        }
    }

    private static string Write(string jupyter, string name, string title)
    {
        var folder = Path.Combine(jupyter, "kernels", name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "kernel.json"), Spec(title).ToJsonString(Indented) + "\n");
        foreach (var logo in Logos)
        {
            using var picture = typeof(KernelSpecInstaller).Assembly.GetManifestResourceStream(logo)
                ?? throw new IOException($"The program lacks its picture {logo}; build it anew.");
            using var file = File.Create(Path.Combine(folder, logo));
            picture.CopyTo(file);
        }
        return $"written {folder}";
    }

    private static JsonObject Spec(string title)
    {
        var spec = new JsonObject
        {
            ["argv"] = new JsonArray([.. Program(), "kernel", "start", "--connection-file", "{connection_file}"]),
            ["display_name"] = title,
            ["language"] = "C#",
            ["interrupt_mode"] = "message",
            ["metadata"] = new JsonObject { ["debugger"] = false },
        };
        if (Environment.GetEnvironmentVariable("MATNB_HOME") is { Length: > 0 } home)
            spec["env"] = new JsonObject { ["MATNB_HOME"] = home };
        return spec;
    }

    // By full paths: what an editor starts has another PATH than a shell.
    private static IEnumerable<JsonNode> Program()
    {
        var host = Environment.ProcessPath ?? "dotnet";
        return Path.GetFileNameWithoutExtension(host) == "dotnet" ? [host, Path.Combine(AppContext.BaseDirectory, "matnb.dll")] : [host];
    }
}

using System.Diagnostics;
using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Tests.Protocol;

/// <summary>The checks of conversation.py, all made in one kernel by Jupyter's own client, and what came of each.</summary>
public sealed class Conversation : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("matnb").FullName;
    private readonly Lazy<Task<Dictionary<string, string?>>> results;

    public Conversation() => results = new(TalkAsync);

    /// <summary>The script that holds the checks.</summary>
    public static string Script { get; } = Path.Combine(MatNotebooks.Tests.SharedData.RepositoryFolder, "tests", "MatNotebooks.Kernel.Tests", "Protocol", "conversation.py");

    /// <summary>The names of the checks.</summary>
    public static IEnumerable<string> Checks => File.ReadLines(Script)
        .SkipWhile(line => line != "@check")
        .Zip(File.ReadLines(Script).SkipWhile(line => line != "@check").Skip(1))
        .Where(pair => pair.First == "@check")
        .Select(pair => pair.Second["def ".Length..pair.Second.IndexOf('(', StringComparison.Ordinal)]);

    /// <summary>What was wrong; null when nothing was.</summary>
    internal async Task<string?> Wrong(string check) =>
        (await results.Value).TryGetValue(check, out var wrong) ? wrong : "the conversation ended before this check: " + (await results.Value).GetValueOrDefault("");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<Dictionary<string, string?>> TalkAsync()
    {
        var start = new ProcessStartInfo(DebianPythonFactAttribute.Python, [Script, Path.Combine(AppContext.BaseDirectory, "matnb.dll"), folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["XDG_DATA_HOME"] = folder, ["JUPYTER_RUNTIME_DIR"] = folder },
        };
        using var python = Process.Start(start)!;
        var error = python.StandardError.ReadToEndAsync();
        var found = new Dictionary<string, string?>();
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(6));
        try
        {
            while (await python.StandardOutput.ReadLineAsync(late.Token) is { } line)
            {
                var result = JsonNode.Parse(line)!;
                found[(string)result["check"]!] = (string?)result["wrong"];
            }
            await python.WaitForExitAsync(late.Token);
            found[""] = await error;
        }
        catch (OperationCanceledException)
        {
            python.Kill(entireProcessTree: true);
            found[""] = "it took longer than six minutes";
        }
        return found;
    }
}

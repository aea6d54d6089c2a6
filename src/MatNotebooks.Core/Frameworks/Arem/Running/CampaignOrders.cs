using System.Text.Json;

namespace MatNotebooks.Frameworks.Arem.Running;

/// <summary>What somebody wants of a campaign that runs, also in another process: a small file beside its ledger, which the campaign reads at every decision.</summary>
public sealed record CampaignOrders
{
    private const string FileName = "orders.json";

    /// <summary>Nothing new begins while this is so; what runs goes on to its end.</summary>
    public bool Paused { get; init; }

    /// <summary>The campaign ends with what runs.</summary>
    public bool Stopped { get; init; }

    /// <summary>Simulations that may be begun in all, in the place of the definition's | at least 1; null for that.</summary>
    public int? Simulations { get; init; }

    /// <summary>Core-hours in the place of the definition's | greater than 0; null for those.</summary>
    public double? CoreHours { get; init; }

    /// <summary>The orders of a campaign; none where nobody gave any, or where they cannot be read.</summary>
    /// <param name="ledger">The ledger's file.</param>
    public static CampaignOrders Read(string ledger)
    {
        var file = FileOf(ledger);
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<CampaignOrders>(File.ReadAllText(file)) ?? new() : new();
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            return new(); // written by hand, or taken away this very moment
        }
    }

    /// <summary>Gives orders, in the place of earlier ones, whole or not at all.</summary>
    /// <param name="ledger">The ledger's file.</param>
    /// <exception cref="ArgumentException">A budget out of its range.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Write(string ledger)
    {
        if (Simulations < 1) throw new ArgumentException($"The budget is {Simulations} simulations; it must be at least 1.");
        if (CoreHours is { } hours && !(hours > 0 && double.IsFinite(hours))) throw new ArgumentException($"The budget is {hours} core-hours; it must be finite and greater than 0.");
        var file = FileOf(ledger);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file + ".draft", JsonSerializer.Serialize(this));
        File.Move(file + ".draft", file, overwrite: true);
    }

    private static string FileOf(string ledger) => Path.Combine(CampaignMemory.FolderOf(Path.GetFullPath(ledger)), FileName);
}

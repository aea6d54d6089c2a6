using System.Globalization;
using System.Text.Json.Nodes;

namespace MatNotebooks.Simulation.Campaigns;

/// <summary>A ledger's tasks as a table.</summary>
public static class LedgerTable
{
    private const string Header = "name,hash,settings,state,attempts,worker,core_seconds,energy_eV,gap_eV,failure_kind,failure,started,finished";

    /// <summary>Writes every task to a file, whole or not at all.</summary>
    /// <param name="path">A .csv file (the columns most looked at), or .jsonl (everything: structures, forces, inputs), which is replaced.</param>
    /// <param name="entries">The tasks.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, IEnumerable<LedgerEntry> entries)
    {
        var draft = path + ".draft";
        using (var writer = new StreamWriter(draft) { NewLine = "\n" })
        {
            if (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)) WriteCsv(writer, entries);
            else foreach (var entry in entries) writer.WriteLine(Json(entry).ToJsonString());
        }
        File.Move(draft, path, overwrite: true);
    }

    /// <summary>Writes the columns most looked at as CSV (RFC 4180).</summary>
    public static void WriteCsv(TextWriter writer, IEnumerable<LedgerEntry> entries)
    {
        writer.WriteLine(Header);
        foreach (var e in entries)
            writer.WriteLine(string.Join(',', new object?[]
            {
                e.Name, e.InputHash, e.Settings, e.State, e.Attempts, e.Worker, e.CoreSeconds, e.Result?.Energy, e.Result?.Gap,
                e.Failure?.Kind, e.Failure?.Message, e.Started?.ToString("O"), e.Finished?.ToString("O"),
            }.Select(Cell)));
    }

    private static string Cell(object? value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static JsonObject Json(LedgerEntry entry) => new()
    {
        ["name"] = entry.Name,
        ["hash"] = entry.InputHash,
        ["settings"] = entry.Settings,
        ["state"] = entry.State.ToString(),
        ["attempts"] = entry.Attempts,
        ["worker"] = entry.Worker,
        ["core_seconds"] = entry.CoreSeconds,
        ["result"] = entry.Result is null ? null : JsonNode.Parse(ResultJson.Write(entry.Result)),
        ["failure_kind"] = entry.Failure?.Kind.ToString(),
        ["failure"] = entry.Failure?.Message,
        ["started"] = entry.Started?.ToString("O"),
        ["finished"] = entry.Finished?.ToString("O"),
    };
}

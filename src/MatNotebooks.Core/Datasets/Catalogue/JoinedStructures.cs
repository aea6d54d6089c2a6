using System.Text.Json;

namespace MatNotebooks.Datasets.Catalogue;

/// <summary>Rows of a table with their crystals, which lie in another data set and are streamed past them.</summary>
internal static class JoinedStructures
{
    private const string MaterialsProject = "mp";
    private const string ShardKey = "shard";

    /// <summary>Those rows whose crystal is there, in the order of the crystals.</summary>
    public static IEnumerable<StructureRecord> Read(DatasetEntry entry, IEnumerable<FormulaRecord> rows) =>
        entry.Structures == MaterialsProject ? FromShards(entry, rows) : FromOwn(entry, rows);

    /// <summary>From the shards of mp_structures; a row names its shard and its id there.</summary>
    private static IEnumerable<StructureRecord> FromShards(DatasetEntry entry, IEnumerable<FormulaRecord> rows)
    {
        var idKey = entry.Mpid ?? "mp_id";
        var byShard = rows.Where(row => row.Text(ShardKey) is not null)
            .GroupBy(row => row.Text(ShardKey)!)
            .OrderBy(shard => shard.Key, StringComparer.Ordinal)
            .ToArray();
        foreach (var shard in byShard)
        {
            var wanted = shard.ToLookup(row => row.Text(idKey) ?? row.Id);
            foreach (var record in Matching(DataFolders.ExternalFile($"mp_structures/structures_{shard.Key}.jsonl.gz"), wanted, record => record.Id))
                yield return record;
        }
    }

    /// <summary>"own:file:key": from a file whose records say under a key which row they are.</summary>
    private static IEnumerable<StructureRecord> FromOwn(DatasetEntry entry, IEnumerable<FormulaRecord> rows)
    {
        var place = entry.Structures!.Split(':');
        var wanted = rows.Where(row => row.Text("structure_id") is not null).ToLookup(row => row.Text("structure_id")!);
        return Matching(DataFolders.ExternalFile(place[1]), wanted, record => place[2] == "id" ? record.Id : record.Text(place[2]));
    }

    private static IEnumerable<StructureRecord> Matching(string path, ILookup<string, FormulaRecord> wanted, Func<StructureRecord, string?> keyOf) =>
        BrokenArchive.Watch(Rows(path, wanted, keyOf), path);

    private static IEnumerable<StructureRecord> Rows(string path, ILookup<string, FormulaRecord> wanted, Func<StructureRecord, string?> keyOf)
    {
        using var text = TextFile.Open(path);
        var number = 0;
        while (text.ReadLine() is { } line)
        {
            number++;
            // A crystal that nobody asks for is not worth reading.
            if (!Asked(line, wanted))
                continue;
            var found = Parse(line, $"{Path.GetFileName(path)}:{number}");
            foreach (var row in wanted[keyOf(found) ?? ""])
                yield return new(row.Id, found.Crystal.WithId(row.Id), row.Values) { Origin = found.Origin };
        }
    }

    private static bool Asked(string line, ILookup<string, FormulaRecord> wanted)
    {
        const string Start = "{\"id\": \"";
        var compact = line.StartsWith("{\"id\":\"", StringComparison.Ordinal);
        if (!compact && !line.StartsWith(Start, StringComparison.Ordinal))
            return true;
        var from = compact ? Start.Length - 1 : Start.Length;
        var id = line[from..line.IndexOf('"', from)];
        // Records of other files are known by another key: those are read.
        return wanted.Contains(id) || !id.StartsWith("mp-", StringComparison.Ordinal) || line.Contains("\"mb_id\"", StringComparison.Ordinal);
    }

    private static StructureRecord Parse(string line, string origin)
    {
        try
        {
            return RecordLine.Parse(line) with { Origin = origin };
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or JsonException)
        {
            throw new BadRecordException(new(origin, wrong.Message), wrong);
        }
    }
}

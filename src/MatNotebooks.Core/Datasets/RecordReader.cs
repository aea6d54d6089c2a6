using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Crystals.Formats;

namespace MatNotebooks.Datasets;

/// <summary>
/// Reads structure records from UTF-8 in one pass and without a document: the quick way for lines as programs write them. Whatever is
/// unusual it leaves to <see cref="RecordLine"/>, which reads it or says what is wrong. Keeps its buffers from line to line.
/// </summary>
internal sealed class RecordReader
{
    private const int LatticeNumbers = 6;
    private const int MostOthers = 64; // keys beside the structure

    private readonly List<(int Start, int End, int NameLength)> others = []; // in the line: from the quote of the name to behind the value
    private readonly List<Element> species = [];
    private double[] lattice = new double[LatticeNumbers];
    private double[] counts = new double[16];
    private double[] places = new double[256];
    private int found; // bits of the structure's keys

    /// <summary>The record; null where the line is unusual or wrong.</summary>
    /// <param name="line">One line without its end.</param>
    /// <param name="origin">Where it stands.</param>
    public StructureRecord? TryRead(ReadOnlySpan<byte> line, string origin)
    {
        if (!Utf8.IsValid(line)) return null;
        try
        {
            var reader = new Utf8JsonReader(line);
            return Read(ref reader, line, origin);
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException)
        {
            return null;
        }
    }

    private StructureRecord? Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> line, string origin)
    {
        const int Id = 1, Lattice = 2, Species = 4, Counts = 8, Places = 16, All = 31;
        (found, string? id, var (countsRead, placesRead)) = (0, null, (0, 0));
        others.Clear();
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) return null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            if (reader.ValueIsEscaped) return null;
            var isRead = name switch
            {
                _ when name.SequenceEqual("id"u8) => IsFirst(Id) && (id = IdOf(ref reader)) is not null,
                _ when name.SequenceEqual("lat"u8) => IsFirst(Lattice) && Numbers(ref reader, ref lattice) == LatticeNumbers,
                _ when name.SequenceEqual("sp"u8) => IsFirst(Species) && ReadSpecies(ref reader),
                _ when name.SequenceEqual("n"u8) => IsFirst(Counts) && (countsRead = Numbers(ref reader, ref counts)) > 0,
                _ when name.SequenceEqual("xyz"u8) => IsFirst(Places) && (placesRead = Numbers(ref reader, ref places)) > 0,
                _ => ReadOther(ref reader, line, name.Length),
            };
            if (!isRead) return null;
        }
        if (reader.TokenType != JsonTokenType.EndObject || reader.Read() || found != All || countsRead != species.Count) return null;
        return Sites(placesRead) is { } sites && CrystalOf(sites, id) is { } crystal ? new(id!, crystal, Others(line)) { Origin = origin } : null;
    }

    private bool IsFirst(int key)
    {
        var isFirst = (found & key) == 0;
        found |= key;
        return isFirst;
    }

    private static string? IdOf(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType is JsonTokenType.String or JsonTokenType.Number && !reader.ValueIsEscaped ? Encoding.UTF8.GetString(reader.ValueSpan) : null;

    /// <summary>Reads a list of numbers and says how many; -1 where it is none.</summary>
    private static int Numbers(ref Utf8JsonReader reader, ref double[] numbers)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray) return -1;
        var count = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.Number)
        {
            if (count == numbers.Length) Array.Resize(ref numbers, 2 * count);
            numbers[count++] = PlainDecimal.TryParse(reader.ValueSpan, out var number) ? number : reader.GetDouble();
        }
        return reader.TokenType == JsonTokenType.EndArray ? count : -1;
    }

    private bool ReadSpecies(ref Utf8JsonReader reader)
    {
        species.Clear();
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray) return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            if (!PeriodicTable.TryFind(reader.ValueSpan, out var element)) return false;
            species.Add(element);
        }
        return reader.TokenType == JsonTokenType.EndArray;
    }

    /// <summary>Remembers where a further key and its value stand; false where the key stands twice.</summary>
    private bool ReadOther(ref Utf8JsonReader reader, ReadOnlySpan<byte> line, int nameLength)
    {
        var start = (int)reader.TokenStartIndex;
        var name = line.Slice(start + 1, nameLength);
        foreach (var other in others)
            if (other.NameLength == nameLength && line.Slice(other.Start + 1, nameLength).SequenceEqual(name)) return false;
        reader.Skip();
        others.Add((start, (int)reader.BytesConsumed, nameLength));
        return others.Count <= MostOthers;
    }

    private ImmutableArray<Site>? Sites(int placesRead)
    {
        var total = 0.0;
        foreach (var count in counts.AsSpan(0, species.Count))
        {
            if (!(count >= 1) || count != Math.Floor(count)) return null;
            total += count;
        }
        if (3 * total != placesRead) return null;
        var sites = new Site[(int)total];
        var (at, run, left) = (0, 0, (int)counts[0]);
        for (var site = 0; site < sites.Length; site++, at += 3, left--)
        {
            if (left == 0) left = (int)counts[++run];
            sites[site] = new(species[run], new Fractional(places[at], places[at + 1], places[at + 2]));
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(sites);
    }

    private Crystal? CrystalOf(ImmutableArray<Site> sites, string? id)
    {
        var cell = Lattice.FromParameters(lattice[0], lattice[1], lattice[2], lattice[3], lattice[4], lattice[5]);
        var crystal = new Crystal(cell, sites, id);
        return PairSweep.AreApart(cell, sites, RecordLine.Spot) ? crystal : null;
    }

    private IReadOnlyDictionary<string, JsonElement> Others(ReadOnlySpan<byte> line)
    {
        if (others.Count == 0) return ImmutableDictionary<string, JsonElement>.Empty;
        var json = new byte[others.Sum(other => other.End - other.Start + 1) + 1];
        var at = 0;
        foreach (var (start, end, _) in others)
        {
            json[at++] = (byte)(at == 1 ? '{' : ',');
            line[start..end].CopyTo(json.AsSpan(at));
            at += end - start;
        }
        json[at] = (byte)'}';
        return new LazyValues(json);
    }
}

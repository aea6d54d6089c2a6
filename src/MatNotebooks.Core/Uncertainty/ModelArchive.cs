using System.Text.Json;
using System.Text.Json.Serialization;
using MatNotebooks.Training;
using MatNotebooks.Training.Files;

namespace MatNotebooks.Uncertainty;

/// <summary>Networks with what is known of them in one archive with checksums: model.json, and each network's shape and weights.</summary>
internal static class ModelArchive
{
    private const string Head = "model.json";

    // A measure may be no number: R² of equal values, an area where one class alone occurs.
    private static readonly JsonSerializerOptions Numbers = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>Writes networks and facts; a file that was there is replaced when the new one is whole.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="NotSupportedException">A network that cannot be kept; the message says which can.</exception>
    public static void Write<T>(string path, string format, IReadOnlyList<IPredictor> members, T facts)
    {
        var entries = members.SelectMany((member, number) => PredictorFile.Entries(NameOf(number), member)).ToDictionary();
        entries[Head] = JsonSerializer.SerializeToUtf8Bytes(new Contents<T>(format, members.Count, facts), Numbers);
        CheckedArchive.Write(path, entries);
    }

    /// <summary>Reads networks and facts.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no model, a broken one, or one of another format; the message says which.</exception>
    public static (IReadOnlyList<IPredictor> Members, T Facts) Read<T>(string path, string format) => Whole(path, entries =>
    {
        if (FormatIn(entries) is var found && found != format) throw new InvalidDataException($"its format is '{found}', this program reads '{format}'");
        var contents = JsonSerializer.Deserialize<Contents<T>>(entries[Head], Numbers)!;
        return ((IReadOnlyList<IPredictor>)[.. Enumerable.Range(0, contents.Members).Select(number => PredictorFile.Read(entries, NameOf(number)))], contents.Facts);
    });

    /// <summary>The format that a file says it has.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no model, or a broken one.</exception>
    public static string? FormatOf(string path) => Whole(path, FormatIn);

    private static string? FormatIn(IReadOnlyDictionary<string, byte[]> entries) =>
        entries.TryGetValue(Head, out var head) ? JsonSerializer.Deserialize<FormatLine>(head)?.Format : null;

    private static T Whole<T>(string path, Func<IReadOnlyDictionary<string, byte[]>, T> read)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"There is no model {path}; matnb train --out makes one.");
        try
        {
            return read(CheckedArchive.Read(path));
        }
        catch (Exception wrong) when (wrong is InvalidDataException or JsonException or ArgumentException or NotSupportedException)
        {
            throw new InvalidDataException($"{path} is no whole model: {wrong.Message.TrimEnd('.')}. Train it again with matnb train, or fetch the file anew.", wrong);
        }
    }

    private static string NameOf(int member) => $"member-{member}";

    private sealed record Contents<T>(string Format, int Members, T Facts);

    private sealed record FormatLine(string Format);
}

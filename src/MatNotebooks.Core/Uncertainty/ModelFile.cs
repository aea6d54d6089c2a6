using System.Text.Json;
using System.Text.Json.Nodes;
using MatNotebooks.Training.Files;

namespace MatNotebooks.Uncertainty;

/// <summary>
/// A model as one file: a ZIP archive with checksums, model.json (what it predicts, in which unit, how it was judged, where it came from) and, for each
/// network, its shape and its weights.
/// </summary>
public static class ModelFile
{
    private const string Format = "MatNotebooks model 1";
    private const string Head = "model.json";

    /// <summary>Writes a model; a file that was there is replaced when the new one is whole.</summary>
    /// <param name="path">The file, by custom NAME.matnb.</param>
    /// <param name="model">The model.</param>
    /// <param name="provenance">Where it came from (RunRecord.ToJson); the default is what the model says.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="NotSupportedException">A network that cannot be kept; the message says which can.</exception>
    public static void Write(string path, CalibratedModel model, JsonObject? provenance = null)
    {
        var facts = model.Facts with { Provenance = provenance ?? model.Facts.Provenance };
        var entries = model.Members.SelectMany((member, number) => PredictorFile.Entries(NameOf(number), member)).ToDictionary();
        entries[Head] = JsonSerializer.SerializeToUtf8Bytes(new Contents(Format, model.Members.Count, facts));
        CheckedArchive.Write(path, entries);
    }

    /// <summary>Reads a model.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no model, a broken one, or one of another version; the message says which.</exception>
    public static CalibratedModel Read(string path)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"There is no model {path}; matnb train --out makes one.");
        try
        {
            var entries = CheckedArchive.Read(path);
            var contents = entries.TryGetValue(Head, out var head) ? JsonSerializer.Deserialize<Contents>(head) : null;
            if (contents?.Format != Format) throw new InvalidDataException($"its format is '{contents?.Format}', this program reads '{Format}'");
            return new([.. Enumerable.Range(0, contents.Members).Select(number => PredictorFile.Read(entries, NameOf(number)))], contents.Facts);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or JsonException or ArgumentException or NotSupportedException)
        {
            throw new InvalidDataException($"{path} is no whole model: {wrong.Message.TrimEnd('.')}. Train it again with matnb train, or fetch the file anew.", wrong);
        }
    }

    private static string NameOf(int member) => $"member-{member}";

    private sealed record Contents(string Format, int Members, ModelFacts Facts);
}

using System.Text.Json.Nodes;

namespace MatNotebooks.Uncertainty;

/// <summary>
/// A model as one file: a ZIP archive with checksums, model.json (what it predicts, in which unit, how it was judged, where it came from) and, for each
/// network, its shape and its weights.
/// </summary>
public static class ModelFile
{
    private const string Format = "MatNotebooks model 1";

    /// <summary>Writes a model; a file that was there is replaced when the new one is whole.</summary>
    /// <param name="path">The file, by custom NAME.matnb.</param>
    /// <param name="model">The model.</param>
    /// <param name="provenance">Where it came from (RunRecord.ToJson); the default is what the model says.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="NotSupportedException">A network that cannot be kept; the message says which can.</exception>
    public static void Write(string path, CalibratedModel model, JsonObject? provenance = null) =>
        ModelArchive.Write(path, Format, model.Members, model.Facts with { Provenance = provenance ?? model.Facts.Provenance });

    /// <summary>Reads a model.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no model, a broken one, or one of another version; the message says which.</exception>
    public static CalibratedModel Read(string path)
    {
        var (members, facts) = ModelArchive.Read<ModelFacts>(path, Format);
        return new(members, facts);
    }
}

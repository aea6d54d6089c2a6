using System.Text.Json.Nodes;

namespace MatNotebooks.Uncertainty;

/// <summary>A classifier as one file, as <see cref="ModelFile"/> keeps models of numbers.</summary>
public static class ClassifierFile
{
    private const string Format = "MatNotebooks classifier 1";

    /// <summary>Writes a classifier; a file that was there is replaced when the new one is whole.</summary>
    /// <param name="path">The file, by custom NAME.matnb.</param>
    /// <param name="classifier">The classifier.</param>
    /// <param name="provenance">Where it came from (RunRecord.ToJson); the default is what the classifier says.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="NotSupportedException">A network that cannot be kept; the message says which can.</exception>
    public static void Write(string path, CalibratedClassifier classifier, JsonObject? provenance = null) =>
        ModelArchive.Write(path, Format, classifier.Members, classifier.Facts with { Provenance = provenance ?? classifier.Facts.Provenance });

    /// <summary>Whether a file holds a classifier, rather than a model of a number.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no model, or a broken one.</exception>
    public static bool Is(string path) => ModelArchive.FormatOf(path) == Format;

    /// <summary>Reads a classifier.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no classifier, a broken one, or one of another version; the message says which.</exception>
    public static CalibratedClassifier Read(string path)
    {
        var (members, facts) = ModelArchive.Read<ClassifierFacts>(path, Format);
        return new(members, facts);
    }
}

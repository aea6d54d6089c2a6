using System.Globalization;
using CsvHelper;

namespace MatNotebooks.Uncertainty;

/// <summary>
/// Predicted classes as CSV, a row each as soon as it is known: id, formula, class, the probability of each class (p_NAME), possible
/// (classes with | between), inside_domain (yes, no), why_outside, actual.
/// </summary>
public sealed class ClassTable : IDisposable
{
    private readonly CsvWriter writer;

    /// <summary>Begins a table.</summary>
    /// <param name="text">Where to; it is closed in the end.</param>
    /// <param name="classes">Names of the classes.</param>
    public ClassTable(TextWriter text, IReadOnlyList<string> classes)
    {
        writer = CsvWriter.Create(text);
        writer.WriteRecord(["id", "formula", "class", .. classes.Select(name => $"p_{name}"), "possible", "inside_domain", "why_outside", "actual"]);
    }

    /// <summary>Writes a row.</summary>
    public void Write(ClassPrediction row) => writer.WriteRecord(
    [
        row.Id, row.Formula, row.Class, .. row.Probabilities.Select(share => share.ToString("G7", CultureInfo.InvariantCulture)),
        string.Join('|', row.Possible), row.InsideDomain ? "yes" : "no", row.Outside ?? "", row.Actual ?? "",
    ]);

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();
}

using System.Globalization;
using CsvHelper;

namespace MatNotebooks.Uncertainty;

/// <summary>Predictions as CSV, a row each as soon as it is known: id, formula, prediction, unit, lower, upper, inside_domain (yes, no), why_outside, actual.</summary>
public sealed class PredictionTable : IDisposable
{
    private static readonly string[] Columns = ["id", "formula", "prediction", "unit", "lower", "upper", "inside_domain", "why_outside", "actual"];

    private readonly CsvWriter writer;
    private readonly string unit;

    /// <summary>Begins a table.</summary>
    /// <param name="text">Where to; it is closed in the end.</param>
    /// <param name="unit">Unit of predictions.</param>
    public PredictionTable(TextWriter text, string unit)
    {
        (writer, this.unit) = (CsvWriter.Create(text), unit);
        writer.WriteRecord(Columns);
    }

    /// <summary>Writes a row.</summary>
    public void Write(CalibratedPrediction row) => writer.WriteRecord(
    [
        row.Id, row.Formula, Number(row.Predicted), unit, Number(row.Lower), Number(row.Upper), row.InsideDomain ? "yes" : "no", row.Outside ?? "", Number(row.Actual),
    ]);

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();

    private static string Number(double? value) => value?.ToString("G7", CultureInfo.InvariantCulture) ?? "";
}

using System.Globalization;

namespace MatNotebooks.Kernel.Display.Tables;

/// <summary>A column in a few numbers, over all rows the table carries.</summary>
/// <param name="Missing">Rows without a value, or with one that is not a number.</param>
/// <param name="Distinct">Different texts; of a column of numbers 0.</param>
/// <param name="Least">Least number; NaN for a column of texts.</param>
/// <param name="Mean">Mean of the numbers.</param>
/// <param name="Greatest">Greatest number.</param>
/// <param name="Counts">How many numbers fall in each of equal bins from the least to the greatest; empty where all are equal.</param>
internal sealed record ColumnSummary(int Missing, int Distinct, double Least, double Mean, double Greatest, int[] Counts)
{
    private const int Bins = 16;

    public static ColumnSummary Of(TableColumn column)
    {
        if (!column.Numeric)
        {
            string[] texts = [.. Enumerable.Range(0, column.Cells.Length).Where(row => column.Cells[row] is not null).Select(column.Text)];
            return new(column.Cells.Length - texts.Length, texts.Distinct(StringComparer.Ordinal).Count(), double.NaN, double.NaN, double.NaN, []);
        }
        double[] numbers = [.. Enumerable.Range(0, column.Cells.Length).Select(column.Number).Where(double.IsFinite)];
        if (numbers.Length == 0) return new(column.Cells.Length, 0, double.NaN, double.NaN, double.NaN, []);
        var (least, greatest) = (numbers.Min(), numbers.Max());
        return new(column.Cells.Length - numbers.Length, 0, least, numbers.Average(), greatest, Count(numbers, least, greatest - least));
    }

    /// <summary>"min 1.2, mean 3.4, max 5.6 Å³, 2 missing", or "12 different".</summary>
    public string Words(TableColumn column)
    {
        var missing = Missing == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {Missing:N0} missing");
        if (!column.Numeric) return string.Create(CultureInfo.InvariantCulture, $"{Distinct:N0} different{missing}");
        if (double.IsNaN(Mean)) return "no number";
        var unit = column.Unit is null ? "" : " " + column.Unit;
        return $"min {column.NumberText(Least)}, mean {MeanText()}, max {column.NumberText(Greatest)}{unit}{missing}";
    }

    /// <summary>The mean to five digits: of whole numbers it is rarely whole.</summary>
    public string MeanText() => Mean.ToString("G5", CultureInfo.InvariantCulture);

    private static int[] Count(double[] numbers, double least, double width)
    {
        if (!(width > 0) || !double.IsFinite(width)) return [];
        var counts = new int[Bins];
        foreach (var number in numbers) counts[Math.Min((int)((number - least) / width * Bins), Bins - 1)]++;
        return counts;
    }
}

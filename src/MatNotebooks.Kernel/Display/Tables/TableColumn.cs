using System.Globalization;

namespace MatNotebooks.Kernel.Display.Tables;

/// <summary>One column: its name and a value, or null, for every row.</summary>
internal sealed record TableColumn(string Name, object?[] Cells)
{
    private const int Sampled = 2000;
    private readonly Lazy<int?> decimals = new(() => DecimalsOf(Cells));

    /// <summary>Unit in the heading; null for none.</summary>
    public string? Unit { get; init; }

    /// <summary>A .NET number format; null for as many digits as the values have, up to six, points aligned.</summary>
    public string? Format { get; init; }

    /// <summary>What the heading says in place of the name.</summary>
    public string? Heading { get; init; }

    /// <summary>Whether every value is a number.</summary>
    public bool Numeric { get; } = Cells.Any(cell => cell is not null) && Cells.All(cell => cell is null || IsNumber(cell));

    public string Title => Unit is null ? Heading ?? Name : $"{Heading ?? Name} ({Unit})";

    /// <summary>Digits after the point that all numbers are written with; null where their sizes differ too much, or a format says otherwise.</summary>
    public int? Decimals => !Numeric ? null
        : Format is null ? decimals.Value
        : Format.Length == 2 && char.ToUpperInvariant(Format[0]) == 'F' && char.IsAsciiDigit(Format[1]) ? Format[1] - '0' : null;

    /// <summary>A cell as it is shown; empty for a missing value.</summary>
    public string Text(int row) => Cells[row] switch
    {
        null => "",
        var number when Numeric => NumberText(Convert.ToDouble(number, CultureInfo.InvariantCulture), number),
        DateTime time => time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IFormattable formattable => Written(() => formattable.ToString(null, CultureInfo.InvariantCulture)),
        var other => Written(other.ToString),
    };

    /// <summary>The number in a row; NaN where there is none.</summary>
    public double Number(int row) => Cells[row] is { } cell && Numeric ? Convert.ToDouble(cell, CultureInfo.InvariantCulture) : double.NaN;

    public static bool IsNumber(object value) => value is double or float or decimal or int or long or short or byte or uint or ulong or ushort or sbyte or Half;

    /// <summary>A number of this column that is no cell of it, such as its mean.</summary>
    public string NumberText(double value) => NumberText(value, value);

    private string NumberText(double value, object number) => !double.IsFinite(value) ? value.ToString(CultureInfo.InvariantCulture)
        : Format is not null && number is IFormattable formattable ? formattable.ToString(Format, CultureInfo.InvariantCulture)
        : Decimals is { } count ? value.ToString("F" + count, CultureInfo.InvariantCulture)
        : value.ToString("G6", CultureInfo.InvariantCulture);

    // One value that cannot write itself must not take the whole table away.
    private static string Written(Func<string?> write)
    {
        try
        {
            return write() ?? "";
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return $"({failure.GetType().Name})";
        }
    }

    private static int? DecimalsOf(object?[] cells)
    {
        double[] values = [.. cells.Where(cell => cell is not null && IsNumber(cell)).Take(Sampled).Select(cell => Convert.ToDouble(cell, CultureInfo.InvariantCulture)).Where(double.IsFinite)];
        double[] sizes = [.. values.Where(value => value != 0).Select(Math.Abs)];
        if (sizes.Length == 0) return 0;
        var (least, greatest) = (sizes.Min(), sizes.Max());
        if (greatest / least > 1e5 && values.Any(value => value != Math.Floor(value))) return null;
        string[] texts = [.. values.Select(value => value.ToString("G6", CultureInfo.InvariantCulture))];
        if (greatest >= 1e15 || least < 1e-4) return null;
        if (values.All(value => value == Math.Floor(value))) return 0;
        var most = texts.Where(text => !text.Contains('E')).Max(text => text.IndexOf('.') is >= 0 and var point ? text.Length - point - 1 : 0);
        return Math.Clamp(most, 1, Math.Max(1, 6 - Math.Max(0, (int)Math.Floor(Math.Log10(greatest)) + 1)));
    }
}

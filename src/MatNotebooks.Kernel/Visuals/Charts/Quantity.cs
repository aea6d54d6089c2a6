namespace MatNotebooks.Kernel.Visuals.Charts;

/// <summary>Numbers as people read them: significant digits, a true minus, a unit after a space.</summary>
internal static class Quantity
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>A number to some significant digits, with its unit where it has one.</summary>
    internal static string Of(double value, int digits = 3, string? unit = null)
    {
        var number = Number(value, digits);
        return string.IsNullOrEmpty(unit) ? number : $"{number} {unit}";
    }

    /// <summary>A number to some significant digits at most: no zeros at its end.</summary>
    internal static string Short(double value, int digits = 3, string? unit = null)
    {
        var number = Number(value, digits);
        if (number.Contains('.') && !number.Contains('×')) number = number.TrimEnd('0').TrimEnd('.');
        return string.IsNullOrEmpty(unit) ? number : $"{number} {unit}";
    }

    private static string Number(double value, int digits)
    {
        if (!double.IsFinite(value)) return double.IsNaN(value) ? "not a number" : value > 0 ? "∞" : "−∞";
        if (value == 0) return "0";
        var power = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        if (power is < -4 or > 6) return Scientific(value, digits, power);
        var decimals = Math.Max(0, digits - 1 - power);
        return value.ToString("N" + Math.Min(decimals, 9)).Replace('-', '−');
    }

    private static string Scientific(double value, int digits, int power)
    {
        var head = (value / Math.Pow(10, power)).ToString("0." + new string('#', Math.Max(0, digits - 1)));
        var raised = string.Concat(power.ToString().Select(letter => letter == '-' ? '⁻' : Superscripts[letter - '0']));
        return $"{(head is "1" ? "" : head is "-1" ? "−" : head.Replace('-', '−') + "×")}10{raised}";
    }
}

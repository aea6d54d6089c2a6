using System.Globalization;

namespace MatNotebooks.Kernel.Session.Packages;

/// <summary>Compares versions as NuGet orders them: number by number; a pre-release stands before its release.</summary>
internal sealed class PackageVersion : IComparer<string>
{
    public static PackageVersion Order { get; } = new();

    /// <summary>Whether this is one version, not a range or a pattern.</summary>
    public static bool IsExact(string text) => text.Length > 0 && char.IsAsciiDigit(text[0]) && !text.Contains('*', StringComparison.Ordinal);

    public static bool IsPrerelease(string version) => version.Contains('-', StringComparison.Ordinal);

    public int Compare(string? x, string? y)
    {
        var (left, right) = (Parts(x ?? ""), Parts(y ?? ""));
        var numbers = CompareEach(left.Release, right.Release);
        if (numbers != 0)
            return numbers;
        if (left.Label.Length == 0 || right.Label.Length == 0)
            return right.Label.Length.CompareTo(left.Label.Length);
        return CompareEach(left.Label, right.Label);
    }

    private static (string[] Release, string[] Label) Parts(string version)
    {
        var text = version.Split('+')[0].Split('-', 2);
        return (text[0].Split('.'), text.Length > 1 ? text[1].Split('.') : []);
    }

    private static int CompareEach(string[] left, string[] right)
    {
        for (var i = 0; i < Math.Max(left.Length, right.Length); i++)
        {
            var order = CompareOne(i < left.Length ? left[i] : "0", i < right.Length ? right[i] : "0");
            if (order != 0)
                return order;
        }
        return 0;
    }

    private static int CompareOne(string left, string right)
    {
        var leftIsNumber = long.TryParse(left, NumberStyles.None, CultureInfo.InvariantCulture, out var leftNumber);
        var rightIsNumber = long.TryParse(right, NumberStyles.None, CultureInfo.InvariantCulture, out var rightNumber);
        return leftIsNumber && rightIsNumber
            ? leftNumber.CompareTo(rightNumber)
            : leftIsNumber != rightIsNumber ? (leftIsNumber ? -1 : 1) : string.Compare(left, right, StringComparison.OrdinalIgnoreCase);
    }
}

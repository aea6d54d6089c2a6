using System.Globalization;

namespace MatNotebooks.Crystals;

/// <summary>A symmetry operation in fractional coordinates: x → R x + t.</summary>
/// <param name="Rotation">The matrix R, row by row | 9 whole numbers.</param>
/// <param name="Translation">The vector t | no unit; [0, 1) after reading.</param>
public sealed record SymmetryOperation(IReadOnlyList<int> Rotation, Fractional Translation)
{
    private const int LongestText = 200, LargestFactor = 12;
    private const double PrintedTwelfth = 5e-3; // of a twelfth: 0.333 means 1/3

    /// <summary>The operation that leaves everything in place.</summary>
    public static SymmetryOperation Identity { get; } = new([1, 0, 0, 0, 1, 0, 0, 0, 1], default);

    /// <summary>Where a position goes, not wrapped into the cell.</summary>
    public Fractional Apply(Fractional position) => new(
        (Rotation[0] * position.A) + (Rotation[1] * position.B) + (Rotation[2] * position.C) + Translation.A,
        (Rotation[3] * position.A) + (Rotation[4] * position.B) + (Rotation[5] * position.C) + Translation.B,
        (Rotation[6] * position.A) + (Rotation[7] * position.B) + (Rotation[8] * position.C) + Translation.C);

    /// <summary>Reads a CIF's notation, such as "-y, x-y, z+1/3".</summary>
    /// <exception cref="FormatException">Not three expressions of x, y, z and fractions.</exception>
    public static SymmetryOperation Parse(string text)
    {
        var parts = text.Length <= LongestText ? text.Split(',') : [];
        if (parts.Length != 3)
            throw new FormatException($"The symmetry operation \"{Shown(text)}\" is not three expressions such as \"-y, x-y, z+1/3\".");
        var rotation = new int[9];
        var translation = new double[3];
        for (var row = 0; row < 3; row++)
            translation[row] = ParseRow(parts[row], rotation.AsSpan(3 * row, 3), text);
        if (Math.Abs(Determinant(rotation)) != 1)
            throw new FormatException($"The symmetry operation \"{Shown(text)}\" changes volumes; no symmetry of a lattice does.");
        return new(rotation, new Fractional(translation[0], translation[1], translation[2]).Wrapped);
    }

    /// <summary>The notation of CIF files, such as "-y,x-y,z+1/3".</summary>
    public override string ToString() => string.Join(',', Enumerable.Range(0, 3).Select(row =>
        WriteRow(Rotation[3 * row], Rotation[(3 * row) + 1], Rotation[(3 * row) + 2], row switch { 0 => Translation.A, 1 => Translation.B, _ => Translation.C })));

    /// <summary>Whether the other operation has the same numbers.</summary>
    public bool Equals(SymmetryOperation? other) =>
        other is not null && Translation == other.Translation && Rotation.SequenceEqual(other.Rotation);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = Translation.GetHashCode();
        for (var place = 0; place < Rotation.Count; place++) hash = (31 * hash) + Rotation[place];
        return hash;
    }

    private static double ParseRow(string part, Span<int> rotation, string text)
    {
        var (translation, at) = (0.0, 0);
        var expression = part.Replace(" ", "").Replace("\t", "").ToLowerInvariant();
        if (expression.Length == 0) throw Unreadable(part, text);
        while (at < expression.Length)
        {
            var sign = 1;
            if (expression[at] is '+' or '-') sign = expression[at++] == '-' ? -1 : 1;
            else if (at > 0) throw Unreadable(part, text);
            var start = at;
            while (at < expression.Length && (char.IsAsciiDigit(expression[at]) || expression[at] is '.' or '/' or '*')) at++;
            var value = start == at ? 1 : ParseNumber(expression[start..at].TrimEnd('*')) ?? throw Unreadable(part, text);
            if (at < expression.Length && expression[at] is >= 'x' and <= 'z')
            {
                var axis = expression[at++] - 'x';
                if (value != Math.Round(value) || value > LargestFactor) throw Unreadable(part, text);
                rotation[axis] += sign * (int)value;
            }
            else if (start == at) throw Unreadable(part, text);
            else translation += sign * value;
        }
        var twelfths = Math.Round(12 * translation);
        return Math.Abs((12 * translation) - twelfths) < PrintedTwelfth ? (((twelfths % 12) + 12) % 12) / 12 : translation;
    }

    private static double? ParseNumber(string text)
    {
        var parts = text.Split('/');
        var numbers = parts.Select(part => double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : double.NaN).ToArray();
        var value = numbers.Length switch { 1 => numbers[0], 2 => numbers[0] / numbers[1], _ => double.NaN };
        return double.IsFinite(value) ? value : null;
    }

    private static FormatException Unreadable(string part, string text) =>
        new($"The symmetry operation \"{Shown(text)}\" holds \"{Shown(part)}\"; each part must be a sum of x, y, z and fractions such as \"x-y+1/2\".");

    private static string Shown(string text) => text.Length > 40 ? text[..40] + "..." : text;

    private static int Determinant(int[] m) =>
        (m[0] * ((m[4] * m[8]) - (m[5] * m[7]))) - (m[1] * ((m[3] * m[8]) - (m[5] * m[6]))) + (m[2] * ((m[3] * m[7]) - (m[4] * m[6])));

    private static string WriteRow(int x, int y, int z, double shift)
    {
        var text = "";
        foreach (var (factor, letter) in new[] { (x, 'x'), (y, 'y'), (z, 'z') })
        {
            if (factor == 0) continue;
            text += (factor < 0 ? "-" : text == "" ? "" : "+") + (Math.Abs(factor) == 1 ? "" : Math.Abs(factor).ToString(CultureInfo.InvariantCulture)) + letter;
        }
        if (shift == 0) return text;
        var twelfths = shift * 12;
        var written = Math.Abs(twelfths - Math.Round(twelfths)) > 1e-6
            ? Math.Abs(shift).ToString("0.######", CultureInfo.InvariantCulture)
            : Fraction(Math.Abs((int)Math.Round(twelfths)), 12);
        return text + (shift < 0 ? "-" : text == "" ? "" : "+") + written;
    }

    private static string Fraction(int numerator, int denominator)
    {
        foreach (var divisor in (int[])[2, 2, 3])
            if (numerator % divisor == 0 && denominator % divisor == 0) (numerator, denominator) = (numerator / divisor, denominator / divisor);
        return denominator == 1 ? $"{numerator}" : $"{numerator}/{denominator}";
    }
}

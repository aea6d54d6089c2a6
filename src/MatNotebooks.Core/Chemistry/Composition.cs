using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using MatNotebooks.Formatting;

namespace MatNotebooks.Chemistry;

/// <summary>How much of which element: the content of a formula.</summary>
/// <remarks>Two compositions are equal when they hold the same elements in the same amounts to eight decimals; Fe2O3 and Fe4O6 differ.</remarks>
[TypeFormatterSource(typeof(CompositionFormatterSource))]
public sealed class Composition : IEquatable<Composition>
{
    private const int EqualDecimals = 8;
    private const double WholeTolerance = 1e-6;

    private readonly OrderedDictionary<Element, double> amounts = [];

    /// <summary>Builds a composition; amounts of an element that comes twice are added, zeros are left out.</summary>
    /// <param name="amounts">Elements and amounts | atoms, not negative.</param>
    /// <exception cref="ArgumentException">Nothing is left, or an amount is negative or not finite.</exception>
    public Composition(IEnumerable<KeyValuePair<Element, double>> amounts)
    {
        foreach (var (element, amount) in amounts)
        {
            if (!(amount >= 0 && double.IsFinite(amount)))
                throw new ArgumentException($"The amount of {element.Symbol} is {amount}; it must be a finite number and at least 0.");
            if (amount > 0)
                this.amounts[element] = this[element] + amount;
        }
        if (this.amounts.Count == 0)
            throw new ArgumentException("A composition needs at least one element with an amount above 0; none was given.");
    }

    /// <summary>Amounts in the order in which the elements were written | atoms, greater than 0.</summary>
    public IReadOnlyDictionary<Element, double> Amounts => amounts;

    /// <summary>The elements in the order in which they were written.</summary>
    public IReadOnlyList<Element> Elements => amounts.Keys;

    /// <summary>Amount of an element | atoms; 0 when it is not there.</summary>
    public double this[Element element] => amounts.GetValueOrDefault(element);

    /// <summary>Sum of the amounts | atoms.</summary>
    public double AtomCount => amounts.Values.Sum();

    /// <summary>Mass of the formula unit | u.</summary>
    public double Weight => amounts.Sum(pair => pair.Value * pair.Key.Mass);

    /// <summary>Share of the atoms that an element has | no unit, 0 to 1.</summary>
    public double Fraction(Element element) => this[element] / AtomCount;

    /// <summary>Mean of a fact over the atoms, such as <c>Mean(element => element.Electronegativity)</c>; null when one element lacks it.</summary>
    public double? Mean(Func<Element, double?> fact)
    {
        var mean = amounts.Sum(pair => pair.Value * (fact(pair.Key) ?? double.NaN)) / AtomCount;
        return double.IsNaN(mean) ? null : mean;
    }

    /// <summary>Writes atomic numbers and shares of the atoms, without allocating; both need a place for each element.</summary>
    internal void CopyShares(Span<int> numbers, Span<double> shares)
    {
        var (place, total) = (0, 0.0);
        foreach (var (element, amount) in amounts)
        {
            (numbers[place], shares[place]) = (element.Number, amount);
            total += amount;
            place++;
        }
        foreach (ref var share in shares[..place]) share /= total;
    }

    /// <summary>
    /// The composition divided by the greatest common divisor of its amounts; itself where they are not all whole.
    /// </summary>
    public Composition Reduced => Divisor() is var divisor && divisor == 1 ? this : (1.0 / divisor) * this;

    /// <summary>Formula of <see cref="Reduced"/> from the least to the most electronegative element, such as "LiFePO4"; every compound has one.</summary>
    public string ReducedFormula
    {
        get
        {
            var reduced = Reduced;
            return Write(reduced.Elements
                .OrderBy(element => element.Electronegativity ?? double.PositiveInfinity).ThenBy(element => element.Symbol, StringComparer.Ordinal)
                .Select(element => (element, reduced[element])));
        }
    }

    /// <summary>Formula in Hill's order: carbon, hydrogen, then by symbol; without carbon all by symbol.</summary>
    public string HillFormula
    {
        get
        {
            var organic = amounts.Keys.Any(element => element.Symbol == "C");
            return Write(amounts.Keys
                .OrderBy(element => (organic, element.Symbol) switch { (true, "C") => 0, (true, "H") => 1, _ => 2 })
                .ThenBy(element => element.Symbol, StringComparer.Ordinal)
                .Select(element => (element, this[element])));
        }
    }

    /// <summary>Symbols in alphabetical order, joined by hyphens, such as "Fe-Li-O-P".</summary>
    public string ChemicalSystem => string.Join('-', amounts.Keys.Select(element => element.Symbol).Order(StringComparer.Ordinal));

    /// <summary>Reads a formula: nested brackets, decimal amounts, hydrates (<c>·</c>, <c>*</c> or <c>.</c>), such as "(Na0.5Bi0.5)TiO3" or "CuSO4·5H2O".</summary>
    /// <exception cref="FormatException">Not a formula; the message says what is wrong at which position.</exception>
    public static Composition Parse(string formula)
    {
        var (composition, problem) = new FormulaParser(formula).Parse();
        return composition ?? throw new FormatException(problem);
    }

    /// <summary>Reads a formula as <see cref="Parse"/> does, without exception.</summary>
    public static bool TryParse(string? formula, [NotNullWhen(true)] out Composition? composition)
    {
        composition = formula is null ? null : new FormulaParser(formula).Parse().Composition;
        return composition is not null;
    }

    /// <summary>Sum of two compositions.</summary>
    public static Composition operator +(Composition left, Composition right) => new(left.amounts.Concat(right.amounts));

    /// <summary>A composition taken several times.</summary>
    /// <exception cref="ArgumentException">The factor is not a finite number greater than 0.</exception>
    public static Composition operator *(double factor, Composition composition) =>
        new(composition.amounts.Select(pair => KeyValuePair.Create(pair.Key, factor * pair.Value)));

    /// <summary>The formula in the order in which it was written, brackets resolved.</summary>
    public override string ToString() => Write(amounts.Select(pair => (pair.Key, pair.Value)));

    /// <summary>Whether the other composition has the same elements in the same amounts, to eight decimals.</summary>
    public bool Equals(Composition? other) =>
        other is not null && amounts.Count == other.amounts.Count && amounts.All(pair => Rounded(pair.Value) == Rounded(other[pair.Key]));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Composition);

    /// <inheritdoc/>
    public override int GetHashCode() => amounts.Aggregate(0, (sum, pair) => sum + HashCode.Combine(pair.Key.Number, Rounded(pair.Value)));

    private static double Rounded(double amount) => Math.Round(amount, EqualDecimals);

    private static string Write(IEnumerable<(Element Element, double Amount)> parts) => string.Concat(parts.Select(part =>
        part.Element.Symbol + (Rounded(part.Amount) == 1 ? "" : part.Amount.ToString("0.##########", CultureInfo.InvariantCulture))));

    private double Divisor()
    {
        if (amounts.Values.Any(amount => Math.Abs(amount - Math.Round(amount)) > WholeTolerance || amount is < 1 - WholeTolerance or > 1e15))
            return 1;
        return amounts.Values.Select(amount => (long)Math.Round(amount)).Aggregate(GreatestCommonDivisor);
    }

    private static long GreatestCommonDivisor(long left, long right)
    {
        while (right != 0) (left, right) = (right, left % right);
        return left;
    }
}

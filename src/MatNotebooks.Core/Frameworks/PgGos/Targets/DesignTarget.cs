using System.Collections.Immutable;
using MatNotebooks.Quantities;

namespace MatNotebooks.Frameworks.PgGos.Targets;

/// <summary>What a designed material must be: one window for each property that counts (P* of Eq. 8 and 24).</summary>
public sealed record DesignTarget
{
    /// <summary>Puts demands together; two on one property must both hold.</summary>
    /// <param name="windows">The demands, at least one.</param>
    /// <exception cref="ArgumentException">There is none, or two contradict each other.</exception>
    public DesignTarget(params IEnumerable<PropertyWindow> windows)
    {
        Windows = [.. windows.GroupBy(window => window.Property.Name).Select(same => same.Aggregate((one, other) => one.And(other)))];
        if (Windows.IsEmpty) throw new ArgumentException("The target is empty; give at least one demand, such as \"band_gap=2.0±0.2 eV\".");
    }

    /// <summary>The demands, each on another property.</summary>
    public ImmutableArray<PropertyWindow> Windows { get; }

    /// <summary>Reads a target, such as "band_gap=2.0±0.2 eV, 1 &lt;= heat &lt;= 2 eV" or "density&gt;=5 g/cm3; band_gap=1..2 eV".</summary>
    /// <param name="text">Demands with a comma, semicolon or "and" between; ± may be written +-. A demand without unit is in the property's own.</param>
    /// <param name="properties">What can be asked for.</param>
    /// <exception cref="FormatException">It cannot be read; the message says which demand and how one is written.</exception>
    /// <exception cref="ArgumentException">A property that is not there, a unit that does not fit, or demands that contradict each other.</exception>
    public static DesignTarget Parse(string text, IEnumerable<PropertyKey> properties)
    {
        var known = properties.ToArray();
        return new(TargetText.Demands(text).Select(demand => TargetText.Read(demand, known)));
    }

    /// <summary>Whether all values are as wanted.</summary>
    /// <param name="values">Value by name of the property | its unit; a missing one does not meet the target.</param>
    public bool IsMetBy(IReadOnlyDictionary<string, double> values) =>
        Windows.All(window => values.TryGetValue(window.Property.Name, out var value) && window.Contains(value));

    /// <summary>The demands, written as <see cref="Parse"/> reads them.</summary>
    public override string ToString() => string.Join(", ", Windows);

    /// <summary>Whether the other target asks for the same.</summary>
    public bool Equals(DesignTarget? other) => other is not null && Windows.SequenceEqual(other.Windows);

    /// <inheritdoc/>
    public override int GetHashCode() => Windows.Aggregate(0, HashCode.Combine);
}

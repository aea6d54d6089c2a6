using MatNotebooks.Frameworks.PgGos.Policies;
using MatNotebooks.Frameworks.PgGos.Targets;
using MatNotebooks.Metrics;
using MatNotebooks.Simulation.Octet;

namespace MatNotebooks.Frameworks.PgGos.Octets;

/// <summary>What is expected of an octet compound before anybody calculates it, with intervals of the share the forecaster was made for.</summary>
/// <param name="Curve">Compound and structure.</param>
/// <param name="LatticeConstant">Edge of the conventional cubic cell at least energy | Å.</param>
/// <param name="BulkModulus">There | GPa.</param>
/// <param name="Gap">Kohn–Sham gap there | eV, at least 0.</param>
/// <param name="Coverage">Share of compounds whose true value must lie in each interval | no unit.</param>
public sealed record OctetForecast(PlannedCurve Curve, Interval LatticeConstant, Interval BulkModulus, Interval Gap, double Coverage)
{
    /// <summary>Interval by name of the property, one of <see cref="OctetEquilibrium.Properties"/>.</summary>
    /// <exception cref="ArgumentException">Nothing of that name is forecast.</exception>
    public Interval Of(string property) => property switch
    {
        "lattice_constant" => LatticeConstant,
        "bulk_modulus" => BulkModulus,
        "band_gap" => Gap,
        _ => throw new ArgumentException($"Nothing forecasts {property}; there are {string.Join(", ", OctetEquilibrium.Properties.Select(key => key.Name))}."),
    };

    /// <summary>Probability to meet a target, each property taken as normal about its forecast and independent of the others | no unit, 0 to 1.</summary>
    public double Probability(DesignTarget target)
    {
        var reach = MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (1 + Coverage) / 2);
        return target.Windows.Aggregate(1.0, (product, window) =>
        {
            var forecast = Of(window.Property.Name);
            var deviation = Math.Max((forecast.Upper - forecast.Lower) / (2 * reach), 1e-9);
            return product * NormalTail.Within(forecast.Value, deviation, window.Lower, window.Upper);
        });
    }

    /// <summary>In one line.</summary>
    public override string ToString() =>
        $"{Curve}: a {Text(LatticeConstant, "f2")} Å, B {Text(BulkModulus, "f0")} GPa, gap {Text(Gap, "f1")} eV ({Coverage:P0} intervals)";

    private static string Text(Interval interval, string format) =>
        $"{interval.Value.ToString(format)} ({interval.Lower.ToString(format)} to {interval.Upper.ToString(format)})";
}

namespace MatNotebooks.Frameworks.PgGos.Policies;

/// <summary>What is believed of a property over a pool before any value is seen.</summary>
/// <param name="Expected">The expected value of each candidate | unit of the property, (candidates).</param>
/// <param name="Scales">How it varies about that.</param>
/// <param name="Floor">
/// The least value that is ever recorded, where what lies below is recorded as it: 0 of a gap, which a metal has whether its bands overlap
/// little or much. The default is that there is none.
/// </param>
public sealed record PropertyBelief(double[] Expected, SiteScales Scales, double? Floor = null);

namespace MatNotebooks.Chemistry;

/// <summary>Effective ionic radius of one ion in one surrounding. Source: Shannon, Acta Cryst. A 32, 751 (1976).</summary>
/// <param name="Charge">Charge of the ion | e.</param>
/// <param name="Coordination">Number of neighbours, 1 to 14.</param>
/// <param name="Shape">"square" or "pyramid" where the neighbours stand so, else empty.</param>
/// <param name="Spin">"high" or "low" where it matters, else empty.</param>
/// <param name="Radius">Radius on the scale where O²⁻ with six neighbours has 1.40 | Å; a bare proton's is negative.</param>
public sealed record IonicRadius(int Charge, int Coordination, string Shape, string Spin, double Radius);

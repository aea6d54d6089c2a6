using MatNotebooks.Frameworks.PgGos.Policies;

namespace MatNotebooks.Frameworks.PgGos.Perovskites;

/// <summary>The numbers that PG-GOS's policy for perovskites stands on.</summary>
/// <param name="Heat">How heats of formation vary | eV per cell of five atoms.</param>
/// <param name="Gap">How gaps vary | eV.</param>
/// <param name="GapRise">How much gap a readily neutral candidate is expected to have per unit of electronegativity of its anions above 2.9 | eV.</param>
/// <param name="Starts">How many plausible candidates are drawn first.</param>
public sealed record PerovskiteScales(SiteScales Heat, SiteScales Gap, double GapRise, int Starts)
{
    /// <summary>Chosen by random changes that lowered the calls to find half and all of nine other targets (bench pg-gos --only tuning), never on the reported one.</summary>
    public static PerovskiteScales Chosen { get; } = new(
        new() { Constant = 0.3, Linear = 0.5, Additive = 0.1, Joint = 0.22, Identity = 0.01, Noise = 0.01, Lengths = [1.5, 1.5, 1.5, 1, 2, 2] },
        new() { Constant = 1.4, Linear = 2, Additive = 0.3, Joint = 3, Identity = 0.3, Noise = 0.1, Lengths = [1.5, 1, 1.5, 1, 2, 2] },
        GapRise: 5, Starts: 3);

    /// <summary>The same for the policy that knows no rules.</summary>
    public static PerovskiteScales WithoutRules { get; } = new(
        Chosen.Heat with { Lengths = [.. Chosen.Heat.Lengths.Take(3)] }, Chosen.Gap with { Lengths = [.. Chosen.Gap.Lengths.Take(3)] }, Chosen.GapRise, Chosen.Starts);
}

using System.Collections.Immutable;
using MatNotebooks.Frameworks.PgGos.Oracles;
using MatNotebooks.Frameworks.PgGos.Search;
using MatNotebooks.Metrics;
using MatNotebooks.Quantities;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Campaigns;
using MatNotebooks.Simulation.Octet;

namespace MatNotebooks.Frameworks.PgGos.Octets;

/// <summary>
/// Computes the energies of an octet compound along its lattice constant until two stand on either side of the lowest, and reads lattice
/// constant, bulk modulus and gap off them. Every finished calculation is in a campaign ledger, and is not done again.
/// </summary>
/// <param name="calculator">What computes energies and gaps, such as GPAW.</param>
/// <param name="ledger">Where calculations are kept.</param>
public sealed class OctetCurveOracle(ICalculator calculator, CampaignLedger ledger) : IOracle
{
    private const int MostPoints = 20; // a curve with so many and no minimum has none

    /// <inheritdoc/>
    public string Description => calculator.Description;

    /// <inheritdoc/>
    public ImmutableArray<PropertyKey> Properties => OctetEquilibrium.Properties;

    /// <inheritdoc/>
    public Interval? Reach(PropertyKey property) => null;

    /// <inheritdoc/>
    public async Task<OracleAnswer> AskAsync(Candidate candidate, CancellationToken cancellation = default)
    {
        if (candidate is not OctetCandidate { Curve: var curve, Start: var start })
            return OracleAnswer.Of(new CalculationFailure(FailureKind.BadInput, $"{candidate.Id} is no octet compound; give {nameof(OctetCandidate)}s."));
        var points = new List<(double LatticeConstant, double Energy, double Gap)>();
        while (LatticeScan.Next([.. points.Select(point => new CurvePoint(point.LatticeConstant, point.Energy))], start) is { } constant)
        {
            if (points.Count >= MostPoints)
                return OracleAnswer.Of(new CalculationFailure(FailureKind.NotConverged, $"{curve}: {MostPoints} energies and none is a minimum with two others on either side."));
            var point = new OctetPoint(curve, constant);
            var outcome = await CampaignStep.RunAsync(calculator, ledger, point.Id, point.Crystal, cancellation).ConfigureAwait(false);
            if (outcome.Failure is { } failure) return OracleAnswer.Of(failure);
            if (outcome.Result!.Gap is not { } gap)
                return OracleAnswer.Of(new CalculationFailure(FailureKind.UnreadableAnswer, $"{calculator.Description} gave no gap of {point.Id}; ask a calculator that does."));
            points.Add((constant, outcome.Result.Energy, gap));
        }
        return OctetEquilibrium.TryFit(curve, points, out var found, out var refusal)
            ? OracleAnswer.Of(found.Values)
            : OracleAnswer.Of(new CalculationFailure(FailureKind.NotConverged, $"{curve}: {refusal}"));
    }
}

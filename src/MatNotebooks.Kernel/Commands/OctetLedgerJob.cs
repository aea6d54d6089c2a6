using MatNotebooks.Cluster;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Campaigns;
using MatNotebooks.Simulation.Octet;

namespace MatNotebooks.Kernel.Commands;

/// <summary>Computes what the octet table lacks, and adds what is complete to it.</summary>
internal sealed class OctetLedgerJob(ICalculator calculator, CampaignLedger ledger, IReadOnlyList<OctetRecord> table)
{
    private readonly OctetCampaign campaign = new(
        calculator, ledger, from row in table let point = OctetPoint.Parse(row.Id) where point is not null select (point, row.Energy));

    /// <summary>Runs until every curve is complete or has failed.</summary>
    /// <returns>An <see cref="ExitCode"/>: failed where one curve is not complete.</returns>
    public async Task<int> ComputeAsync(IWorkQueue queue, Demand demand, CancellationToken cancellation)
    {
        CampaignLines.Line($"{calculator.Description} on {queue.Description}");
        CampaignLines.Line($"{campaign.Incomplete.Count} of {PlannedCurve.All.Count()} curves lack points: {string.Join(", ", campaign.Incomplete)}");
        var failures = await campaign.RunAsync(queue, demand, new CampaignLines(), cancellation);
        foreach (var failure in failures) CampaignLines.Line($"failed: {failure.Name}: {failure.Failure!.Kind}: {failure.Failure.Message}");
        CampaignLines.Line($"{PlannedCurve.All.Count() - campaign.Incomplete.Count} curves are complete, {campaign.Incomplete.Count} are not");
        return failures.Count == 0 ? ExitCode.Success : ExitCode.Failed;
    }

    /// <summary>Writes the table anew with the points of compounds whose two curves are complete.</summary>
    public void Adopt(string path)
    {
        var known = table.Select(row => row.Id).ToHashSet();
        var incomplete = campaign.Incomplete.Select(curve => curve.Compound).ToHashSet();
        OctetRecord[] added =
        [
            .. campaign.Results().DistinctBy(found => found.Point)
                .Where(found => !known.Contains(found.Point.Id) && !incomplete.Contains(found.Point.Curve.Compound))
                .Select(found => RecordOf(found.Point, found.Result)),
        ];
        OctetDataset.Write(path, table.Concat(added));
        CampaignLines.Line($"{added.Length} rows added to {path}, which has {table.Count + added.Length} now");
    }

    private static OctetRecord RecordOf(OctetPoint point, CalculationResult result) => new()
    {
        Id = point.Id,
        Compound = point.Curve.Compound.ToString(),
        Prototype = point.Curve.Prototype,
        LatticeConstant = point.LatticeConstant,
        Crystal = point.Crystal,
        Energy = result.Energy,
        Gap = result.Gap!.Value,
        DirectGap = result.DirectGap!.Value,
        Pressure = result.Pressure!.Value,
        IrreducibleKPoints = result.IrreducibleKPoints!.Value,
        CoreSeconds = result.CoreSeconds,
    };
}

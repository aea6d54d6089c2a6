using MatNotebooks.Training;

namespace MatNotebooks.Uncertainty.Coverage;

/// <summary>Whether the flag of crystals outside a model's domain is raised where it should be.</summary>
internal sealed class DomainFlagJudge(TrainingData data, TrainingDomain[] domains, CoverageAnswers[] answers)
{
    private const string Case = "domain-flag";

    /// <summary>Shares flagged at home and away, how well distance alone tells them apart, and how much worse predictions are where flagged; one value per left-out family.</summary>
    public IEnumerable<CoverageFigure> Figures()
    {
        var parts = answers.Index().Where(part => part.Item.Away is not null).ToArray();
        var home = parts.Select(part => Flags(part.Index, part.Item.Home)).ToArray();
        var away = parts.Select(part => Flags(part.Index, part.Item.Away!)).ToArray();
        yield return new(Case, "flagged_away", [.. away.Select(flags => flags.Average(flag => flag.Outside ? 1.0 : 0))]);
        yield return new(Case, "flagged_home", [.. home.Select(flags => flags.Average(flag => flag.Outside ? 1.0 : 0))]);
        yield return new(Case, "auroc_distance_alone", [.. home.Zip(away, Auroc)]);
        yield return new(Case, "error_ratio_away_home", [.. parts.Select(part => part.Item.Away!.Errors.Average(Math.Abs) / part.Item.Home.Errors.Average(Math.Abs))]);
    }

    private (bool Outside, double Distance)[] Flags(int part, HeldOut rows) =>
        [.. rows.Rows.AsParallel().AsOrdered().Select(row => data.Samples[row].Crystal).Select(crystal => (domains[part].Objection(crystal) is not null, domains[part].Distance(crystal)))];

    // The chance that a crystal of the left-out family lies farther away than one that is like the training crystals.
    private static double Auroc((bool Outside, double Distance)[] home, (bool Outside, double Distance)[] away)
    {
        double[] sorted = [.. home.Select(flag => flag.Distance).Order()];
        return away.Average(flag =>
        {
            var place = Array.BinarySearch(sorted, flag.Distance);
            return (place >= 0 ? place + 0.5 : ~place) / sorted.Length;
        });
    }
}

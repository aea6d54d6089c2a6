using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace MatNotebooks.Frameworks.Mpbf.Transfer;

/// <summary>What came of all sources for one task, with some labels, under one seed. Errors are mean absolute errors on the compounds that judge | the task's unit.</summary>
/// <param name="Labels">How many labels.</param>
/// <param name="ScratchHead">From scratch, the very head that sources are given, on element statistics.</param>
/// <param name="ScratchForest">From scratch, a random forest on element statistics.</param>
/// <param name="ScratchNetwork">From scratch, networks of the sources' form with as many steps as pretraining had.</param>
/// <param name="Fused">The mean of five heads: those from scratch and of all other sources with the least error when each label is left out.</param>
/// <param name="FusedOtherQuantities">The same without the sources of the task's own quantity.</param>
/// <param name="Pairs">Each source by itself.</param>
public sealed record CountOutcome(
    int Labels, double ScratchHead, double ScratchForest, double ScratchNetwork, double Fused, double FusedOtherQuantities, ImmutableArray<PairOutcome> Pairs)
{
    /// <summary>The least of the three errors from scratch: which of them it is was seen on the judging compounds, in favour of scratch.</summary>
    [JsonIgnore]
    public double BestScratch => Math.Min(ScratchHead, Math.Min(ScratchForest, ScratchNetwork));
}

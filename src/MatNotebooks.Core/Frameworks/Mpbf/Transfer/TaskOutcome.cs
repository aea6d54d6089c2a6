using System.Collections.Immutable;

namespace MatNotebooks.Frameworks.Mpbf.Transfer;

/// <summary>What came of all sources for one task under one seed.</summary>
/// <param name="Task">Name of the task.</param>
/// <param name="Seed">Seed.</param>
/// <param name="Judging">How many compounds judged.</param>
/// <param name="Deviation">Mean absolute deviation of their values: the error of saying their mean | the task's unit.</param>
/// <param name="Counts">By number of labels, rising.</param>
public sealed record TaskOutcome(string Task, int Seed, int Judging, double Deviation, ImmutableArray<CountOutcome> Counts);

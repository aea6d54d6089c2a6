namespace MatNotebooks.Training.Studies;

/// <summary>What a learner came to on the octet table.</summary>
/// <param name="Ensemble">Judged by the mean prediction over seeds.</param>
/// <param name="Seeds">Judged seed by seed: the spread that chance makes.</param>
/// <param name="Work">Time all trainings took together, whether beside each other or not.</param>
public sealed record OctetOutcome(OctetReport Ensemble, IReadOnlyList<OctetReport> Seeds, TimeSpan Work);

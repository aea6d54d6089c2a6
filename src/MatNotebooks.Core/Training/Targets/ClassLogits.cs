namespace MatNotebooks.Training.Targets;

/// <summary>Classes as a network answers for them: the softmax of its answers is the probability of each.</summary>
/// <param name="Classes">Names of the classes.</param>
public sealed record ClassLogits(IReadOnlyList<string> Classes) : ClassMap(Classes)
{
    /// <inheritdoc/>
    public override void FromModel(Sample sample, Span<double> answers)
    {
        var (greatest, sum) = (double.NegativeInfinity, 0.0);
        foreach (var answer in answers) greatest = Math.Max(greatest, answer);
        foreach (ref var answer in answers) sum += answer = Math.Exp(answer - greatest);
        foreach (ref var answer in answers) answer /= sum;
    }
}

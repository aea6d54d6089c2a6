namespace MatNotebooks.Training.Optimization;

/// <summary>Whether the model is judged and kept with an average of the weights it passed through.</summary>
public abstract record WeightAveraging
{
    /// <summary>Share of the old average that stays after a step; null where the average is not kept, 0 where it starts anew.</summary>
    /// <param name="step">Steps done, from 1.</param>
    /// <param name="epoch">Epochs done, with the part of the running one.</param>
    /// <param name="epochs">Epochs in all.</param>
    internal abstract double? Keep(long step, double epoch, int epochs);
}

/// <summary>The weights as they are.</summary>
public sealed record NoAveraging : WeightAveraging
{
    internal override double? Keep(long step, double epoch, int epochs) => null;
}

/// <summary>An average that forgets exponentially; in the first steps it is the plain mean.</summary>
/// <param name="Decay">Share of the old average that stays after a step, in [0, 1). The default is 0.99.</param>
public sealed record ExponentialAverage(double Decay = 0.99) : WeightAveraging
{
    internal override double? Keep(long step, double epoch, int epochs) => Math.Min(Decay, (step - 1.0) / step);
}

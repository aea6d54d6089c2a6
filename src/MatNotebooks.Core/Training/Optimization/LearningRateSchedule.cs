namespace MatNotebooks.Training.Optimization;

/// <summary>How the learning rate changes; a function of the place in training alone, so that a resumed run needs no memory of it.</summary>
public abstract record LearningRateSchedule
{
    /// <summary>What the learning rate is multiplied with.</summary>
    /// <param name="epoch">Epochs done so far, with the part of the running one: 2.5 is the middle of the third.</param>
    /// <param name="epochs">Epochs in all.</param>
    public abstract double Factor(double epoch, int epochs);
}

/// <summary>Always the same.</summary>
public sealed record ConstantRate : LearningRateSchedule
{
    /// <inheritdoc/>
    public override double Factor(double epoch, int epochs) => 1;
}

/// <summary>Multiplied by a factor after every epoch, the paper's schedule.</summary>
/// <param name="PerEpoch">The factor, in (0, 1]. The default is 0.95.</param>
public sealed record ExponentialDecay(double PerEpoch = 0.95) : LearningRateSchedule
{
    /// <inheritdoc/>
    public override double Factor(double epoch, int epochs) => Math.Pow(PerEpoch, Math.Floor(epoch));
}

/// <summary>Up from a 25th to 1 in the first part of training and down to 0 in the rest, both along a cosine (Smith 2018).</summary>
/// <param name="Rise">Part of training that rises, in (0, 1). The default is 0.2.</param>
public sealed record OneCycle(double Rise = 0.2) : LearningRateSchedule
{
    private const double Start = 1.0 / 25;

    /// <inheritdoc/>
    public override double Factor(double epoch, int epochs)
    {
        var done = epoch / epochs;
        return done < Rise
            ? Start + ((1 - Start) * (1 - Math.Cos(Math.PI * done / Rise)) / 2)
            : (1 + Math.Cos(Math.PI * Math.Min(1, (done - Rise) / (1 - Rise)))) / 2;
    }
}

/// <summary>Down from 1 to 0 along a cosine.</summary>
public sealed record CosineDecay : LearningRateSchedule
{
    /// <inheritdoc/>
    public override double Factor(double epoch, int epochs) => (1 + Math.Cos(Math.PI * Math.Min(1, epoch / epochs))) / 2;
}

namespace MatNotebooks.Training;

/// <summary>Divides what is left of an epoch's order into steps of nearly equal size: a last one of a single crystal would have no spread to normalise by.</summary>
/// <param name="From">The first place of the order that is left.</param>
/// <param name="Crystals">Places of the whole order.</param>
/// <param name="BatchSize">Crystals per step at most.</param>
internal sealed record StepPlan(int From, int Crystals, int BatchSize)
{
    private long Left => Crystals - From;

    /// <summary>How many steps.</summary>
    public int Steps => (int)((Left + BatchSize - 1) / BatchSize);

    /// <summary>Part of the epoch that is done before a step | 0 to 1.</summary>
    public double Done(int step) => ((double)From / Crystals) + ((double)step / Steps * Left / Crystals);

    /// <summary>The places of a step, counted from 0.</summary>
    public Range Places(int step) => (From + (int)(step * Left / Steps))..(From + (int)((step + 1) * Left / Steps));
}

namespace MatNotebooks.Frameworks.Arem.Running;

/// <summary>
/// Turns shares that are no whole cores into tasks: each layer earns its share of core-seconds as time passes and pays for the cores it has, and
/// a core that falls free goes to the layer that is owed most. So half a core is every other task, and a hundredth is one in a hundred.
/// </summary>
internal sealed class CoreCredits
{
    private const double Tie = 1e-6; // core-seconds

    private readonly double[] credit = new double[3];

    /// <summary>Lets time pass.</summary>
    /// <param name="seconds">How much | s; below 0 counts as none.</param>
    /// <param name="shares">What each layer is given | cores, (3).</param>
    /// <param name="busy">What each layer has | cores, (3).</param>
    /// <param name="most">The most that a layer can be owed, or owe | core-seconds: about a task.</param>
    public void Pass(double seconds, ReadOnlySpan<double> shares, ReadOnlySpan<int> busy, double most)
    {
        for (var layer = 0; layer < 3; layer++)
            credit[layer] = Math.Clamp(credit[layer] + (Math.Max(0, seconds) * (shares[layer] - busy[layer])), -most, most);
    }

    /// <summary>A layer has begun a task: of two that are owed alike the other is next.</summary>
    public void Charge(int layer) => credit[layer] -= Tie;

    /// <summary>Who begins a task on a core that is free; −1 for nobody.</summary>
    /// <param name="waiting">Tasks that can begin, by layer, (3).</param>
    /// <param name="shares">What each layer is given | cores, (3).</param>
    /// <param name="idle">What becomes of cores whose layer has no work.</param>
    public int Next(ReadOnlySpan<int> waiting, ReadOnlySpan<double> shares, Definitions.IdleCores idle)
    {
        var next = -1;
        for (var layer = 0; layer < 3; layer++)
        {
            if (waiting[layer] == 0 || (idle == Definitions.IdleCores.Fenced && (credit[layer] < 0 || shares[layer] <= 0))) continue;
            if (next < 0 || credit[layer] > credit[next]) next = layer;
        }
        return next;
    }
}

using MatNotebooks.Cluster;

namespace MatNotebooks.Frameworks.Arem.Running;

/// <summary>What becomes of a campaign whose cluster refuses a task: where it took others before, it is asked again a few times, a little later each time.</summary>
internal sealed class RefusalPatience
{
    private const int Most = 5;
    private const double First = 5; // s; doubled with every refusal

    private bool tookSome;
    private int refusals;
    private double notBefore;

    /// <summary>Whether anything may be begun at a time | s.</summary>
    public bool AllowsAt(double time) => time >= notBefore;

    /// <summary>Something came to its end: the cluster takes work.</summary>
    public bool Forget()
    {
        refusals = 0;
        return tookSome = true;
    }

    /// <summary>Takes a refusal.</summary>
    /// <returns>What is done about it; null where there is no point in asking again.</returns>
    public string? Bears(ClusterException refusal, double time)
    {
        if (!tookSome) return null;
        if (time < notBefore) return $"refused too: {refusal.Message}"; // asked before the first of these refusals was heard
        if (++refusals > Most) return null;
        var pause = First * Math.Pow(2, refusals - 1);
        notBefore = time + pause;
        return FormattableString.Invariant($"the cluster refuses ({refusal.Message}); asking again in {pause:F0} s");
    }
}

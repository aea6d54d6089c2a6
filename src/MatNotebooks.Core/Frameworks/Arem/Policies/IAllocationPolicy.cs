using MatNotebooks.Frameworks.Arem.Telemetry;

namespace MatNotebooks.Frameworks.Arem.Policies;

/// <summary>Who divides a campaign's cores among its layers.</summary>
public interface IAllocationPolicy
{
    /// <summary>Name in tables and figures.</summary>
    string Name { get; }

    /// <summary>Hears of a task that ended.</summary>
    void Observe(in TaskReport report);

    /// <summary>Divides the cores.</summary>
    /// <param name="state">How the campaign stands.</param>
    /// <param name="cores">Filled: what each layer gets | cores, at least 0, summing to the state's, (3).</param>
    void Decide(in CampaignState state, Span<double> cores);
}

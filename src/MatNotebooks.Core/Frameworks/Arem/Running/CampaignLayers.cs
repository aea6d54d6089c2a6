using MatNotebooks.Frameworks.Arem.Running.Definitions;
using MatNotebooks.Frameworks.Arem.Running.Layers;
using MatNotebooks.Simulation.Campaigns;

namespace MatNotebooks.Frameworks.Arem.Running;

/// <summary>The three layers of a running campaign, with what earlier processes did in memory.</summary>
internal sealed class CampaignLayers
{
    private readonly ICampaignLayer[] all;
    private int[] followed = [];

    public CampaignLayers(CampaignDefinition definition, CampaignStores stores)
    {
        Table = stores.Table;
        Models = new(Table, stores.Memory, definition.Model, definition.Seed);
        Simulation = new(Table, Models, definition);
        foreach (var entry in stores.Ledger.Entries.OrderBy(entry => entry.Finished)) Recall(entry);
        Models.Resume();
        Encoding = new(Table, stores.Memory);
        all = [Encoding, Models, Simulation];
        Follow();
    }

    public CandidateTable Table { get; }

    public EncodingLayer Encoding { get; }

    public ModelLayer Models { get; }

    public SimulationLayer Simulation { get; }

    /// <summary>The layer of a number, as <see cref="Equilibria.AremLayer"/> counts them.</summary>
    public ICampaignLayer this[int layer] => all[layer];

    /// <summary>Encodes first what has a label, then what the newest model ranks highest.</summary>
    public void Follow()
    {
        if (ReferenceEquals(followed, Models.Queue) && Table.Labelled.Count >= 64) return;
        followed = Models.Queue;
        Encoding.Follow([.. Table.Labelled, .. followed]);
    }

    // An attempt that a kill cut short is no attempt; of one that failed the ledger knows how often.
    private void Recall(LedgerEntry entry)
    {
        if (!Table.Places.TryGetValue(entry.Name, out var candidate) || entry.State is TaskState.Planned or TaskState.Running) return;
        if (entry.Settings != Table.Pool.Calculator.Description) return; // the pool is the same, or the ledger would have been refused
        Simulation.Recall(candidate, entry.State == TaskState.Done ? 1 : Math.Max(1, entry.Attempts), entry.Result);
    }
}

/// <summary>Where a campaign keeps what it knows.</summary>
/// <param name="Table">Candidates, in memory.</param>
/// <param name="Memory">Encodings, models and tasks, on the disk.</param>
/// <param name="Ledger">Simulations, on the disk.</param>
internal sealed record CampaignStores(CandidateTable Table, CampaignMemory Memory, CampaignLedger Ledger);

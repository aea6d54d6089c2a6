using System.Text.Json;
using MatNotebooks.Cluster;
using MatNotebooks.Frameworks.Arem.Running.Definitions;
using MatNotebooks.Frameworks.Arem.Running.Layers;
using MatNotebooks.Frameworks.Arem.Running.Places;
using MatNotebooks.Frameworks.Arem.Running.Pools;
using MatNotebooks.Frameworks.Arem.Running.Work;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Campaigns;

namespace MatNotebooks.Frameworks.Arem.Running;

/// <summary>
/// A campaign that really runs: it encodes candidates, trains, screens, simulates what promises most, and trains again, while a policy divides the
/// cores among these layers. Everything that is computed is kept beside the ledger; a process that is killed goes on from there, and computes nothing twice.
/// </summary>
public sealed class DiscoveryCampaign
{
    private const string PoolFact = "pool";

    private readonly CampaignDefinition definition;
    private readonly ICandidatePool pool;
    private readonly TimeProvider clock;

    /// <summary>Prepares a campaign; nothing runs yet.</summary>
    /// <param name="definition">What is wanted.</param>
    /// <param name="pool">The candidates. The default is the pool that the definition names.</param>
    /// <param name="clock">The clock. The default is the machine's.</param>
    /// <exception cref="DefinitionException">The definition's pool does not exist, or has no such property.</exception>
    /// <exception cref="FileNotFoundException">Recorded labels are not on this machine.</exception>
    public DiscoveryCampaign(CampaignDefinition definition, ICandidatePool? pool = null, TimeProvider? clock = null) =>
        (this.definition, this.pool, this.clock) = (definition, pool ?? CandidatePools.Of(definition), clock ?? TimeProvider.System);

    /// <summary>Who encodes, trains and screens where this process cannot: on a cluster, and networks. The default is nobody: a cluster then takes no campaign, and networks are trained in this process.</summary>
    public WorkProgram? Program { get; init; }

    /// <summary>What the ledger remembers as the command that goes on with it. The default is none.</summary>
    public string? Command { get; init; }

    /// <summary>The campaign in one line.</summary>
    public string Description =>
        $"{definition.Name}: {string.Join(" and ", definition.Goal)} among {pool.Description}; {definition.Policy.Name} divides";

    /// <summary>Where tasks run, in the place of the definition's.</summary>
    internal Func<ICorePlace>? Place { get; init; }

    /// <summary>Runs until a budget is spent, nothing is left to simulate, or somebody says stop (<see cref="CampaignOrders"/>).</summary>
    /// <param name="progress">Told at every decision interval and of every hit. The default is nobody.</param>
    /// <param name="cancellation">Stops at once; what runs is planned again.</param>
    /// <returns>How it stands then.</returns>
    /// <exception cref="ClusterException">The cluster takes no work, or does not answer.</exception>
    /// <exception cref="CalculationException">The simulator is not installed, or there is no room.</exception>
    /// <exception cref="InvalidDataException">The ledger belongs to another campaign.</exception>
    /// <exception cref="IOException">Another process holds the ledger, or the disk refuses.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested.</exception>
    public async Task<CampaignReport> RunAsync(IProgress<CampaignMoment>? progress = null, CancellationToken cancellation = default)
    {
        var file = Path.GetFullPath(definition.LedgerFile);
        using var ledger = CampaignLedger.Open(file, clock);
        CheckPool(ledger, file);
        if (Command is not null) ledger.PutFact("command", Command);
        var orders = CampaignOrders.Read(file);
        if (orders.Stopped || orders.Paused) (orders with { Stopped = false, Paused = false }).Write(file); // who runs it wants it to go on
        using var place = Place?.Invoke() ?? Opened(file);
        var memory = new CampaignMemory(CampaignMemory.FolderOf(file));
        var table = new CandidateTable(pool, definition.Seed);
        memory.Recall(table);
        var run = new CampaignRun(definition, new(table, memory, ledger), new(definition, pool, ledger, place, Program), place, clock, progress);
        return await run.RunAsync(file, cancellation).ConfigureAwait(false);
    }

    private ICorePlace Opened(string file)
    {
        if (definition.Place.On == "local") return new LocalPlace(definition.Place);
        if (Program is null) throw new InvalidOperationException("A campaign on Slurm needs a program that encodes and trains on the nodes; set Program, or use matnb campaign run.");
        return new SlurmPlace(definition.Place, definition.Place.SharedFolder ?? file + "-slurm");
    }

    private void CheckPool(CampaignLedger ledger, string file)
    {
        var here = JsonSerializer.Serialize(new { definition.Pool.Kind, definition.Pool.Labels, definition.Pool.Count, definition.Pool.LeastHeavyAtoms, definition.Seed });
        if (ledger.Fact(PoolFact) is { } there && there != here)
            throw new InvalidDataException($"The ledger {file} belongs to a campaign with the pool {there}, and this one's is {here}; name another ledger.");
        ledger.PutFact(PoolFact, here);
    }
}

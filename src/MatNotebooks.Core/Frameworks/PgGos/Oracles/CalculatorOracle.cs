using System.Collections.Immutable;
using MatNotebooks.Frameworks.PgGos.Search;
using MatNotebooks.Metrics;
using MatNotebooks.Quantities;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Campaigns;

namespace MatNotebooks.Frameworks.PgGos.Oracles;

/// <summary>Computes a candidate with a simulator (xTB, GPAW, LAMMPS) under a campaign ledger's eyes: what the ledger has is not computed again.</summary>
public sealed class CalculatorOracle : IOracle
{
    private readonly ICalculator calculator;
    private readonly CampaignLedger ledger;
    private readonly Func<Candidate, CalculationTask> task;
    private readonly ImmutableArray<CalculatedProperty> readings;

    /// <summary>Puts a calculator behind the contract.</summary>
    /// <param name="calculator">What computes.</param>
    /// <param name="ledger">Where tasks and results are kept.</param>
    /// <param name="readings">What is read from a result, at least one.</param>
    /// <param name="task">What is computed of a candidate. The default relaxes positions and cell of its structure.</param>
    /// <exception cref="ArgumentException">Nothing is read.</exception>
    public CalculatorOracle(
        ICalculator calculator, CampaignLedger ledger, IEnumerable<CalculatedProperty> readings, Func<Candidate, CalculationTask>? task = null)
    {
        (this.calculator, this.ledger, this.readings, this.task) = (calculator, ledger, [.. readings], task ?? Relaxed);
        if (this.readings.IsEmpty) throw new ArgumentException($"Nothing is read from {calculator.Description}; give at least one property.");
    }

    /// <inheritdoc/>
    public string Description => calculator.Description;

    /// <inheritdoc/>
    public ImmutableArray<PropertyKey> Properties => [.. readings.Select(reading => reading.Property)];

    /// <inheritdoc/>
    public Interval? Reach(PropertyKey property) => null;

    /// <inheritdoc/>
    public async Task<OracleAnswer> AskAsync(Candidate candidate, CancellationToken cancellation = default)
    {
        CalculationTask wanted;
        try
        {
            wanted = task(candidate);
        }
        catch (ArgumentException wrong)
        {
            return OracleAnswer.Of(new CalculationFailure(FailureKind.BadInput, wrong.Message));
        }
        var outcome = await CampaignStep.RunAsync(calculator, ledger, candidate.Id, wanted, cancellation).ConfigureAwait(false);
        if (outcome.Failure is { } failure) return OracleAnswer.Of(failure);
        var values = readings.Select(reading => (reading.Property, Value: reading.Read(outcome.Result!))).ToArray();
        return values.FirstOrDefault(reading => reading.Value is null || !double.IsFinite(reading.Value.Value)).Property is { } missing
            ? OracleAnswer.Of(new CalculationFailure(FailureKind.UnreadableAnswer, $"{calculator.Description} gave no {missing.Name} for {candidate.Id}; ask a calculator or a task that does."))
            : OracleAnswer.Of(values.Select(reading => KeyValuePair.Create(reading.Property.Name, reading.Value!.Value)));
    }

    private static CalculationTask Relaxed(Candidate candidate) => candidate.Structure is { } crystal
        ? CalculationTask.CellRelaxation(crystal)
        : throw new ArgumentException($"{candidate.Id} has no structure, and a calculation begins with one; give it one.");
}

using System.Collections.Concurrent;
using MatNotebooks.Crystals;
using MatNotebooks.Frameworks.Arem.Running.Pools;
using MatNotebooks.Simulation;

namespace MatNotebooks.Core.Tests.Frameworks.Arem.Running;

/// <summary>A hill over the plane, 200 candidates, computed at once by an oracle that counts; some 6 % lie above 0.8.</summary>
internal sealed class PeaksPool : ICandidatePool, ICalculator
{
    private readonly (double X, double Y)[] places;

    public PeaksPool()
    {
        var random = new Random(4);
        places = [.. Enumerable.Range(0, 200).Select(_ => (random.NextDouble(), random.NextDouble()))];
    }

    /// <summary>How often each candidate was computed to its end.</summary>
    public ConcurrentDictionary<string, int> Computed { get; } = new();

    /// <summary>Every so many-th calculation fails; 0 for none.</summary>
    public int FailureEvery { get; init; }

    /// <summary>How long one takes.</summary>
    public TimeSpan Takes { get; init; }

    public string Description => "200 places on a hill";

    public int Count => places.Length;

    public IReadOnlyDictionary<string, string> Properties { get; } = new Dictionary<string, string> { ["height"] = "1" };

    public ICalculator Calculator => this;

    public string NameOf(int candidate) => $"place {candidate}";

    public double[] Coarse(int candidate) => [places[candidate].X];

    public double[] Fine(int candidate) => [places[candidate].X, places[candidate].Y];

    public Crystal StructureOf(int candidate) => throw new NotSupportedException();

    public CalculationTask TaskOf(int candidate) =>
        CalculationTask.SinglePoint(new Molecule([new("H", new(places[candidate].X, places[candidate].Y, 0))], NameOf(candidate)));

    public IReadOnlyDictionary<string, double> Read(int candidate, CalculationResult result) => new Dictionary<string, double> { ["height"] = result.Energy };

    public string InputHash(CalculationTask task) => $"{task.Name,64}";

    public async Task<CalculationOutcome> CalculateAsync(CalculationTask task, CancellationToken cancellation = default)
    {
        if (Takes > TimeSpan.Zero) await Task.Delay(Takes, cancellation);
        cancellation.ThrowIfCancellationRequested();
        var number = Computed.AddOrUpdate(task.Name, 1, (_, times) => times + 1);
        if (FailureEvery > 0 && number == 1 && task.Name.GetHashCode(StringComparison.Ordinal) % FailureEvery == 0)
        {
            Computed[task.Name] = 0;
            return CalculationOutcome.Of(FailureKind.NotConverged, "not settled");
        }
        var place = task.Molecule!.Atoms[0].Position;
        var height = Math.Exp(-8 * (Math.Pow(place.X - 0.7, 2) + Math.Pow(place.Y - 0.3, 2)));
        return CalculationOutcome.Of(new CalculationResult { Energy = height, CoreSeconds = 0.001, Source = new("hill", "1", task.Name) });
    }
}

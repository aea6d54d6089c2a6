using MatNotebooks.Crystals;
using MatNotebooks.Simulation;

namespace MatNotebooks.Core.Tests.Simulation;

public sealed class CachedCalculatorTests : IDisposable
{
    private static readonly Molecule Helium = new([new("He", new(0.1, 0.2, 0.3))], "one name");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cache-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task The_same_is_computed_once_also_by_the_next_process()
    {
        var inner = new Counting();
        var first = await Cached(inner).ResultOfAsync(Helium);
        var second = await Cached(inner).ResultOfAsync(new Molecule(Helium.Atoms, "another name"));
        Assert.Equal(1, inner.Calls);
        Assert.Equal(first.Energy, second.Energy);
        Assert.Equal(ResultJson.Write(first), ResultJson.Write(second with { Molecule = Helium }));
        Assert.Equal("another name", second.Molecule!.Id);
        Assert.Single(Directory.GetFiles(folder.FullName, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Many_that_ask_at_once_share_one_calculation()
    {
        var inner = new Counting { Wait = TimeSpan.FromMilliseconds(200) };
        var cached = Cached(inner);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => cached.ResultOfAsync(Helium)));
        Assert.Equal(1, inner.Calls);
    }

    [Fact]
    public async Task A_failure_is_tried_again()
    {
        var inner = new Counting { Fails = true };
        var cached = Cached(inner);
        await Assert.ThrowsAsync<CalculationException>(() => cached.ResultOfAsync(Helium));
        await Assert.ThrowsAsync<CalculationException>(() => cached.ResultOfAsync(Helium));
        Assert.Equal(2, inner.Calls);
    }

    [Fact]
    public async Task A_torn_file_counts_as_none()
    {
        var inner = new Counting();
        await Cached(inner).ResultOfAsync(Helium);
        var file = Directory.GetFiles(folder.FullName, "*", SearchOption.AllDirectories).Single();
        foreach (var torn in new[] { "", "{", File.ReadAllText(file)[..80], "[]", "null" })
        {
            File.WriteAllText(file, torn);
            Assert.Equal(-2.5, (await Cached(inner).ResultOfAsync(Helium)).Energy);
        }
        Assert.Equal(6, inner.Calls);
    }

    [Fact]
    public async Task A_cache_that_cannot_be_written_costs_no_result()
    {
        var blocked = Path.Combine(folder.FullName, "a file");
        File.WriteAllText(blocked, "");
        var warnings = new Heard();
        var result = await new CachedCalculator(new Counting(), new(blocked), warnings).ResultOfAsync(Helium);
        Assert.Equal(-2.5, result.Energy);
        Assert.Contains("cannot be written", Assert.Single(warnings.Words));
    }

    [Fact]
    public void A_result_comes_back_from_its_json_to_the_last_bit()
    {
        var crystal = Prototype.Rocksalt.Primitive("Na", "Cl", 5.64 + 1e-15, "salt");
        var result = new CalculationResult
        {
            Energy = -1.0 / 3, Forces = [new(1e-17, -2, 0.1), new(0.1 + 0.2, 3, -4)], Stress = new(1, 2, 3, 4, 5, 0.1 + 0.2), Gap = 0, DirectGap = 1e-300, Homo = -9, Lumo = null,
            Dipole = 2.2, Polarizability = 1.4, Frequencies = [-12.5, 1000.0 / 3], Crystal = crystal, IrreducibleKPoints = 16, CoreSeconds = 0.25,
            Source = new("P", "1", "line\n\"quoted\""),
        };
        var back = ResultJson.Read(ResultJson.Write(result))!;
        Assert.Equal(result.Forces.AsEnumerable(), back.Forces);
        Assert.Equal(result.Frequencies.AsEnumerable(), back.Frequencies);
        Assert.Equal(crystal, back.Crystal);
        Assert.Equal(result with { Forces = [], Frequencies = [] }, back with { Forces = [], Frequencies = [] });
    }

    private CachedCalculator Cached(Counting inner) => new(inner, new(folder.FullName));

    private sealed class Heard : IProgress<string>
    {
        public List<string> Words { get; } = [];

        public void Report(string value) => Words.Add(value);
    }

    private sealed class Counting : ICalculator
    {
        private int calls;

        public int Calls => calls;

        public bool Fails { get; init; }

        public TimeSpan Wait { get; init; }

        public string Description => "counting";

        public string InputHash(CalculationTask task) => new('a', 64);

        public async Task<CalculationOutcome> CalculateAsync(CalculationTask task, CancellationToken cancellation = default)
        {
            Interlocked.Increment(ref calls);
            await Task.Delay(Wait, cancellation);
            return Fails
                ? CalculationOutcome.Of(FailureKind.Crashed, "as asked")
                : CalculationOutcome.Of(new CalculationResult { Energy = -2.5, Molecule = task.Molecule, CoreSeconds = 1, Source = new("counting", "1", "") });
        }
    }
}

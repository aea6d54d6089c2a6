using FsCheck;
using FsCheck.Fluent;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Gpaw;

namespace MatNotebooks.Core.Tests.Simulation;

/// <summary>The calculator against scripts that stand in for GPAW and misbehave.</summary>
public sealed class GpawCalculatorTests
{
    private const string Answer =
        "{\"ok\": {\"energy_eV\": -1.5, \"gap_eV\": 0.5, \"direct_gap_eV\": 0.75, \"forces_eV_A\": [[0, 0, 1], [0, 0, -1]], \"stress_GPa\": [-1, -2, -3, 4, 5, 6], "
        + "\"cell\": [[0, 2.8, 2.8], [2.8, 0, 2.8], [2.8, 2.8, 0]], \"positions\": [[0, 0, 0], [0.25, 0.25, 0.26]], \"irreducible_kpoints\": 16, \"core_seconds\": 0.1, \"version\": \"0\"}}";

    private static readonly Crystal Silicon = Prototype.Zincblende.Primitive("Si", "Si", 5.4345, "Si");

    [Fact]
    public async Task An_answer_becomes_a_result()
    {
        var outcome = await Run($"print('''{Answer}''')");
        var result = outcome.Result!;
        Assert.Equal((-1.5, 0.5, 0.75, 16, 0.1), (result.Energy, result.Gap, result.DirectGap, result.IrreducibleKPoints, result.CoreSeconds));
        Assert.Equal(2, result.Pressure);
        Assert.Equal(new Cartesian(0, 0, 1), result.Forces[0]);
        Assert.Equal(Silicon, result.Crystal);
        Assert.Equal(("GPAW", "0"), (result.Source.Program, result.Source.Version));
        Assert.Contains("\"cutoff_eV\":600", result.Source.Input);
        Assert.Null(outcome.Failure);
    }

    [Fact]
    public async Task A_relaxation_answers_with_the_crystal_it_came_to()
    {
        var calculator = new GpawCalculator(new(), $"print('''{Answer}''')");
        var relaxed = (await calculator.ResultOfAsync(CalculationTask.CellRelaxation(Silicon))).Crystal!;
        Assert.Equal(new Fractional(0.25, 0.25, 0.26), relaxed.Sites[1].Position);
        Assert.Equal(5.6, Prototype.LatticeConstant(relaxed.Volume), 1e-9);
        Assert.NotEqual(calculator.InputHash(Silicon), calculator.InputHash(CalculationTask.CellRelaxation(Silicon)));
    }

    [Fact]
    public async Task What_it_does_not_compute_is_bad_input()
    {
        var helium = new Molecule([new("He", default)]);
        Assert.Contains("He is a molecule", (await new GpawCalculator().CalculateAsync(helium)).Failure!.Message);
    }

    /// <summary>Whatever stands on the last line, the answer is a result or one line of failure.</summary>
    [Fact]
    public void No_answer_breaks_the_reader()
    {
        Check.One(Garbage.Seeded, Prop.ForAll<string>(text => Holds(GpawAnswer.ReadJson(text ?? "", Silicon, ""))));
        Garbage.In(Answer, text => Assert.True(Holds(GpawAnswer.ReadJson(text, Silicon, ""))));

        static bool Holds(CalculationOutcome outcome) =>
            outcome.Result is { } result ? double.IsFinite(result.Energy) && result.Forces.Length == 2 : !outcome.Failure!.Message.Contains('\n');
    }

    [Fact]
    public async Task The_request_says_cell_atoms_and_recipe()
    {
        var outcome = await Run("import json, sys; r = json.load(sys.stdin); print(json.dumps({'error': {'kind': 'input', 'message': json.dumps(r)}}))");
        Assert.Equal(
            """{"cell": [[0, 2.71725, 2.71725], [2.71725, 0, 2.71725], [2.71725, 2.71725, 0]], "symbols": ["Si", "Si"], "positions": [[0, 0, 0], [0.25, 0.25, 0.25]], "xc": "PBE", "cutoff_eV": 600, "kpoints": 6, "width_eV": 0.02, "energy_tolerance_eV": 0.0001}""",
            outcome.Failure!.Message);
    }

    [Theory]
    [InlineData("import time; time.sleep(600)", FailureKind.TimedOut, "longer than 1 s")]
    [InlineData("print('Segmentation fault soon')", FailureKind.UnreadableAnswer, "'Segmentation fault soon'")]
    [InlineData("pass", FailureKind.UnreadableAnswer, "'nothing'")]
    [InlineData("print('{\"ok\": {\"energy_eV\": 1}}')", FailureKind.UnreadableAnswer, "energy_eV")]
    [InlineData("print('[1, 2]')", FailureKind.UnreadableAnswer, "[1, 2]")]
    [InlineData("print('{\"ok\": {\"energy_eV\": NaN}}')", FailureKind.UnreadableAnswer, "NaN")]
    [InlineData("import os; os.kill(os.getpid(), 9)", FailureKind.Crashed, "signal 9")]
    [InlineData("import sys; print('no memory', file=sys.stderr); sys.exit(4)", FailureKind.Crashed, "exit code 4; its last words: no memory")]
    [InlineData("raise RuntimeError('odd')", FailureKind.Crashed, "RuntimeError: odd")]
    [InlineData("print('{\"error\": {\"kind\": \"convergence\", \"message\": \"333 steps\"}}')", FailureKind.NotConverged, "333 steps")]
    [InlineData("print('{\"error\": {\"kind\": \"missing\", \"message\": \"no gpaw\"}}')", FailureKind.NotInstalled, "apt install gpaw gpaw-data")]
    [InlineData("print('{\"error\": {\"kind\": \"calculation\", \"message\": \"too close\"}}')", FailureKind.Crashed, "too close")]
    public async Task What_goes_wrong_is_one_line_of_an_outcome(string script, FailureKind kind, string words)
    {
        var outcome = await Run(script, TimeSpan.FromSeconds(kind == FailureKind.TimedOut ? 1 : 30));
        Assert.Null(outcome.Result);
        Assert.Equal(kind, outcome.Failure!.Kind);
        Assert.Contains(words, outcome.Failure.Message);
        Assert.DoesNotContain('\n', outcome.Failure.Message);
    }

    [Fact]
    public async Task A_python_that_is_not_there_says_what_to_install()
    {
        var outcome = await new GpawCalculator(new() { Python = "/nowhere/python3" }).CalculateAsync(Silicon);
        Assert.Equal(FailureKind.NotInstalled, outcome.Failure!.Kind);
        Assert.StartsWith("/nowhere/python3 does not start", outcome.Failure.Message);
        Assert.Contains("apt install gpaw", outcome.Failure.Message);
    }

    [Fact]
    public async Task A_calculation_that_wants_more_memory_than_it_may_have_says_so()
    {
        var calculator = new GpawCalculator(new() { Memory = 256 << 20, Limit = TimeSpan.FromSeconds(60) }, "room = bytearray(1 << 30)");
        var failure = (await calculator.CalculateAsync(Silicon)).Failure!;
        Assert.Equal((FailureKind.OutOfMemory, true), (failure.Kind, failure.Message.Contains("no more memory than the 256 MiB it is allowed")));
    }

    [Fact]
    public async Task A_partly_filled_site_is_bad_input()
    {
        var half = new Crystal(Lattice.Cubic(4), [new([new(PeriodicTable.Find("Cu"), 0.5)], default)], "half");
        var outcome = await new GpawCalculator(new(), "print(1)").CalculateAsync(half);
        Assert.Equal(FailureKind.BadInput, outcome.Failure!.Kind);
        Assert.Contains("half", outcome.Failure.Message);
    }

    [Fact]
    public async Task Cancelling_stops_the_calculation()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(0.3));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new GpawCalculator(new(), "import time; time.sleep(600)").CalculateAsync(Silicon, stop.Token));
    }

    [Fact]
    public void The_input_hash_sees_crystal_and_settings_and_nothing_else()
    {
        var calculator = new GpawCalculator();
        var hash = calculator.InputHash(Silicon);
        Assert.Matches("^[0-9a-f]{64}$", hash);
        Assert.Equal(hash, new GpawCalculator(new() { Limit = TimeSpan.FromHours(1), Python = "python3" }).InputHash(Silicon with { }));
        Assert.Equal(hash, calculator.InputHash(Prototype.Zincblende.Primitive("Si", "Si", 5.4345, "another name")));
        Assert.NotEqual(hash, new GpawCalculator(new() { Cutoff = 601 }).InputHash(Silicon));
        Assert.NotEqual(hash, calculator.InputHash(Prototype.Zincblende.Primitive("Si", "Si", 5.4346)));
        Assert.NotEqual(hash, calculator.InputHash(Prototype.Rocksalt.Primitive("Si", "Si", 5.4345)));
        Assert.NotEqual(hash, calculator.InputHash(Prototype.Zincblende.Primitive("Si", "C", 5.4345)));
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        Assert.Contains("Cutoff is 60", Assert.Throws<ArgumentException>(() => new GpawCalculator(new() { Cutoff = 60 })).Message);
        Assert.Contains("KPoints is 0", Assert.Throws<ArgumentException>(() => new GpawCalculator(new() { KPoints = 0 })).Message);
        Assert.Contains("Width is NaN", Assert.Throws<ArgumentException>(() => new GpawCalculator(new() { Width = double.NaN })).Message);
        Assert.Contains("EnergyTolerance", Assert.Throws<ArgumentException>(() => new GpawCalculator(new() { EnergyTolerance = 0 })).Message);
        Assert.Contains("Limit", Assert.Throws<ArgumentException>(() => new GpawCalculator(new() { Limit = TimeSpan.Zero })).Message);
    }

    private static Task<CalculationOutcome> Run(string script, TimeSpan? limit = null) =>
        new GpawCalculator(new() { Limit = limit ?? TimeSpan.FromSeconds(30) }, script).CalculateAsync(Silicon);
}

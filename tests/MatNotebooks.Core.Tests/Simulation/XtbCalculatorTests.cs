using FsCheck;
using FsCheck.Fluent;
using MatNotebooks.Crystals;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Xtb;
using MatNotebooks.Tests;

namespace MatNotebooks.Core.Tests.Simulation;

/// <summary>The calculator against scripts that stand in for xtb and misbehave, and its readers against garbage.</summary>
public sealed class XtbCalculatorTests
{
    private const string Output = XtbSample.Output;

    private const string Gradient = "#\n# atoms\n#\n 3\n#\n -5.07\n#\n# gradient\n 0.1\n 0\n 0\n 0\n 0\n 0\n -0.1\n 0\n 0\n#\n";
    private const string Geometry = "3\n energy: -5.07\nO 0 0 0.09\nH 0.77 0 -0.47\nH -0.77 0 -0.47\n";

    private static readonly Molecule Water = new([new("O", new(0, 0, 0.1)), new("H", new(0.76, 0, -0.48)), new("H", new(-0.76, 0, -0.48))], "water");

    [Fact]
    public async Task Input_and_output_are_xtbs_own()
    {
        using var program = new StandIn($"cat molecule.xyz >&2\ncat <<'END'\n{Output}\nEND\ncat > molecule.engrad <<'END'\n{Gradient}\nEND");
        var result = await new XtbCalculator(new() { Program = program.Program }).ResultOfAsync(Water);
        Assert.Equal(-5.070544310586 * 27.211386, result.Energy, 1e-5);
        Assert.Equal((14.377402432997, -12.146, 2.2314, 2.216), (result.Gap, result.Homo, result.Lumo, result.Dipole));
        Assert.Equal(9.429132 * 0.148184711, result.Polarizability!.Value, 1e-6);
        Assert.Equal(-5.1422067, result.Forces[0].X, 1e-6); // 0.1 Eh/bohr downhill
        Assert.Equal(("xTB", "6.5.1"), (result.Source.Program, result.Source.Version));
        Assert.Equal(
            "xtb molecule.xyz --gfn 2 --grad --chrg 0 --uhf 0 --etemp 300\n3\n\nO 0.00000000 0.00000000 0.10000000\nH 0.76000000 0.00000000 -0.48000000\nH -0.76000000 0.00000000 -0.48000000\n",
            result.Source.Input);
    }

    [Theory]
    [InlineData("sleep 600", FailureKind.TimedOut, "longer than 1 s")]
    [InlineData("echo hello", FailureKind.UnreadableAnswer, "a total energy cannot be read from what it wrote; its last words: hello")]
    [InlineData("echo '| TOTAL ENERGY  NaN Eh |'", FailureKind.UnreadableAnswer, "a total energy")]
    [InlineData("echo '| TOTAL ENERGY  -1.5 Eh |'", FailureKind.UnreadableAnswer, "the forces")]
    [InlineData("kill -9 $$", FailureKind.Crashed, "signal 9")]
    [InlineData("echo '[ERROR] Program stopped'; echo '-1- unknown element'; exit 1", FailureKind.Crashed, "xTB stopped: unknown element")]
    [InlineData("echo 'convergence criteria cannot be satisfied within 250 iterations'; exit 1", FailureKind.NotConverged, "ElectronicTemperature")]
    [InlineData("echo 'FAILED TO CONVERGE GEOMETRY OPTIMIZATION'; echo '| TOTAL ENERGY  -1.5 Eh |'", FailureKind.NotConverged, "did not settle")]
    [InlineData("echo 'std::bad_alloc' >&2; exit 1", FailureKind.OutOfMemory, "the 4096 MiB it is allowed")]
    [InlineData("yes garbage", FailureKind.Crashed, "wrote more than 64 MiB")]
    public async Task What_goes_wrong_is_one_line_of_an_outcome(string script, FailureKind kind, string words)
    {
        using var program = new StandIn(script);
        var limit = TimeSpan.FromSeconds(kind == FailureKind.TimedOut ? 1 : 60);
        var outcome = await new XtbCalculator(new() { Program = program.Program, Limit = limit }).CalculateAsync(Water);
        Assert.Null(outcome.Result);
        Assert.Equal((kind, true), (outcome.Failure!.Kind, outcome.Failure.Message.Contains(words)));
        Assert.DoesNotContain('\n', outcome.Failure.Message);
    }

    [Fact]
    public async Task A_program_that_is_not_there_says_what_to_install()
    {
        var outcome = await new XtbCalculator(new() { Program = "/nowhere/xtb" }).CalculateAsync(Water);
        Assert.Equal((FailureKind.NotInstalled, true), (outcome.Failure!.Kind, outcome.Failure.Message.Contains("apt install xtb")));
    }

    [Fact]
    public async Task A_crystal_is_bad_input() => Assert.Contains(
        "NaCl is a crystal", (await new XtbCalculator().CalculateAsync(Prototype.Rocksalt.Primitive("Na", "Cl", 5.6))).Failure!.Message);

    [Fact]
    public void The_input_hash_sees_molecule_task_and_settings_and_no_names()
    {
        var hash = new XtbCalculator().InputHash(Water);
        Assert.Equal(hash, new XtbCalculator(new() { Limit = TimeSpan.FromHours(1), Program = "other" }).InputHash(new Molecule(Water.Atoms, "other")));
        Assert.NotEqual(hash, new XtbCalculator().InputHash(CalculationTask.Relaxation(Water)));
        Assert.NotEqual(hash, new XtbCalculator(new() { Charge = 1, UnpairedElectrons = 1 }).InputHash(Water));
        Assert.NotEqual(hash, new XtbCalculator().InputHash(new Molecule(Water.Atoms.SetItem(0, new("S", Water.Atoms[0].Position)))));
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        Assert.Contains("Charge is 99", Assert.Throws<ArgumentException>(() => new XtbCalculator(new() { Charge = 99 })).Message);
        Assert.Contains("Memory is 5", Assert.Throws<ArgumentException>(() => new XtbCalculator(new() { Memory = 5 })).Message);
    }

    /// <summary>Whatever xtb wrote, the readers give finite numbers or none.</summary>
    [Fact]
    public void No_output_breaks_the_readers()
    {
        Check.One(Garbage.Seeded, Prop.ForAll<string>(text => Read(text ?? "")));
        Garbage.In(Output, Read);
        Garbage.In(Gradient, text => Assert.True(XtbOutput.Forces(text, 3) is not { } forces || forces.All(force => double.IsFinite(force.Length))));
        Garbage.In(Geometry, text => Assert.True(XtbOutput.Geometry(text, Water) is not { } molecule || molecule.Formula == "H2O"));

        static void Read(string text)
        {
            double?[] numbers =
            [
                XtbOutput.Energy(text), XtbOutput.Gap(text), XtbOutput.Level(text, "HOMO"), XtbOutput.Level(text, "LUMO"), XtbOutput.Dipole(text),
                XtbOutput.Polarizability(text), .. XtbOutput.Frequencies(text)?.Select(value => (double?)value) ?? [],
            ];
            Assert.All(numbers, number => Assert.True(number is null || double.IsFinite(number.Value)));
            Assert.True(XtbOutput.Complaint(text) is not { } complaint || !complaint.Contains('\n'));
        }
    }
}

using FsCheck;
using FsCheck.Fluent;
using MatNotebooks.Crystals;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Lammps;

namespace MatNotebooks.Core.Tests.Simulation;

/// <summary>The calculator against scripts that stand in for lmp and misbehave, and its readers against garbage.</summary>
public sealed class LammpsCalculatorTests
{
    private const string Output =
        "LAMMPS (29 Sep 2021 - Update 2)\nmatnb pe -8.05\nmatnb pxx 100\nmatnb pyy 200\nmatnb pzz 300\nmatnb pyz 1\nmatnb pxz 2\nmatnb pxy 3\n"
        + "matnb lx 4\nmatnb ly 3.46\nmatnb lz 3.27\nmatnb xy 2\nmatnb xz 2\nmatnb yz 1.15\nTotal wall time: 0:00:00\n";

    private const string Dump = "ITEM: TIMESTEP\n0\nITEM: ATOMS id xs ys zs fx fy fz \n1 0 0 0 0.5 0 0 \n2 0.5 0.5 0.5 -0.5 0 0 \n";

    private static readonly Crystal Salt = Prototype.Rocksalt.Primitive("Na", "Cl", 5.64, "salt");

    [Fact]
    public async Task Input_and_output_are_lammps_own()
    {
        using var program = new StandIn($"cat <<'END'\n{Output}END\ncat > atoms.dump <<'END'\n{Dump}END");
        var result = await Calculator(program).ResultOfAsync(Salt);
        Assert.Equal(-8.05, result.Energy);
        Assert.Equal(-0.02, result.Pressure!.Value - 0.04, 1e-12); // 200 bar push outwards
        Assert.Equal(0.5, result.Forces[0].Length, 1e-12);
        Assert.Equal(new Cartesian(0, Math.Sqrt(0.125), Math.Sqrt(0.125)), result.Forces[0]); // along a, which LAMMPS has along x
        Assert.Equal(("LAMMPS", "29 Sep 2021 - Update 2"), (result.Source.Program, result.Source.Version));
        Assert.Contains("pair_style born/coul/long 20", result.Source.Input);
        Assert.Contains("0 3.98808225 xlo xhi", result.Source.Input);
        Assert.Contains("2 2 -1 3.98808225", result.Source.Input);
    }

    [Theory]
    [InlineData("sleep 600", FailureKind.TimedOut, "longer than 1 s")]
    [InlineData("echo hello", FailureKind.UnreadableAnswer, "an energy cannot be read from what it wrote; its last words: hello")]
    [InlineData("printf 'x\\nmatnb pe -nan\\n'", FailureKind.UnreadableAnswer, "an energy")]
    [InlineData("printf 'x\\nmatnb pe -8\\n'", FailureKind.UnreadableAnswer, "a stress")]
    [InlineData("echo 'ERROR: Lost atoms (src/thermo.cpp:1)'; exit 1", FailureKind.Crashed, "LAMMPS stopped: Lost atoms")]
    [InlineData("kill -11 $$", FailureKind.Crashed, "signal 11")]
    public async Task What_goes_wrong_is_one_line_of_an_outcome(string script, FailureKind kind, string words)
    {
        using var program = new StandIn(script);
        var outcome = await Calculator(program, kind == FailureKind.TimedOut ? 1 : 60).CalculateAsync(Salt);
        Assert.Null(outcome.Result);
        Assert.Equal((kind, true), (outcome.Failure!.Kind, outcome.Failure.Message.Contains(words)));
        Assert.DoesNotContain('\n', outcome.Failure.Message);
    }

    [Fact]
    public async Task A_program_that_is_not_there_says_what_to_install()
    {
        var outcome = await new LammpsCalculator(FumiTosi.Of("Na", "Cl"), new() { Program = "/nowhere/lmp" }).CalculateAsync(Salt);
        Assert.Equal((FailureKind.NotInstalled, true), (outcome.Failure!.Kind, outcome.Failure.Message.Contains("apt install lammps")));
    }

    [Fact]
    public async Task A_force_that_is_left_is_no_relaxation()
    {
        using var program = new StandIn($"cat <<'END'\n{Output}END\ncat > atoms.dump <<'END'\n{Dump}END");
        var outcome = await Calculator(program).CalculateAsync(CalculationTask.Relaxation(Salt));
        Assert.Equal(FailureKind.NotConverged, outcome.Failure!.Kind);
        Assert.Contains("a force of 0.5 eV/Å is left", outcome.Failure.Message);
    }

    [Fact]
    public async Task What_the_potential_cannot_take_is_bad_input()
    {
        var calculator = new LammpsCalculator(FumiTosi.Of("Na", "Cl"));
        await Refused("KCl holds K, which Fumi–Tosi NaCl does not know; it knows Na, Cl", Prototype.Rocksalt.Primitive("K", "Cl", 6.3));
        await Refused("charge +1", new Crystal(Lattice.Cubic(4), [new("Na", default(Fractional))]));
        await Refused("left-handed", new Crystal(new(new(0, 4, 0), new(4, 0, 0), new(0, 0, 4)), Salt.Sites));
        await Refused("He is a molecule", new Molecule([new("He", default)]));
        Assert.Contains("know no CsI", Assert.Throws<ArgumentException>(() => FumiTosi.Of("Cs", "I")).Message);

        async Task Refused(string words, CalculationTask task)
        {
            var failure = (await calculator.CalculateAsync(task)).Failure!;
            Assert.Equal((FailureKind.BadInput, true), (failure.Kind, failure.Message.Contains(words)));
            Assert.Matches("^[0-9a-f]{64}$", calculator.InputHash(task));
        }
    }

    [Fact]
    public void No_output_breaks_the_readers()
    {
        Check.One(Garbage.Seeded, Prop.ForAll<string>(text => Read(text ?? "")));
        Garbage.In(Output, Read);
        Garbage.In(Dump, text => Assert.True(LammpsOutput.Atoms(text, 2) is not { } atoms || (atoms.Length == 2 && atoms.All(atom => double.IsFinite(atom.Force.Length)))));

        static void Read(string text)
        {
            Assert.True(LammpsOutput.Value(text, "pe") is not { } energy || double.IsFinite(energy));
            Assert.True(LammpsOutput.Stress(text) is not { } stress || double.IsFinite(stress.Pressure));
            Assert.True(LammpsOutput.Lattice(text) is not { } lattice || double.IsFinite(lattice.Volume));
            Assert.True(LammpsOutput.Complaint(text) is not { } complaint || !complaint.Contains('\n'));
        }
    }

    private static LammpsCalculator Calculator(StandIn program, double limit = 60) =>
        new(FumiTosi.Of("Na", "Cl"), new() { Program = program.Program, Limit = TimeSpan.FromSeconds(limit) });
}

using MatNotebooks.Crystals;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Lammps;
using MatNotebooks.Simulation.Xtb;

namespace MatNotebooks.Core.Tests.Simulation;

/// <summary>A folder for temporary files that takes nothing. It is the whole process's, so nothing runs beside this.</summary>
[Collection(Alone)]
public sealed class NoRoomTests : IDisposable
{
    private const string Alone = "no room for temporary files";

    private readonly string? before = Environment.GetEnvironmentVariable("TMPDIR");

    public NoRoomTests() => Environment.SetEnvironmentVariable("TMPDIR", "/dev/null/full");

    public void Dispose() => Environment.SetEnvironmentVariable("TMPDIR", before);

    [Fact]
    public async Task A_disk_that_takes_nothing_is_an_outcome_that_names_the_folder_and_the_mend()
    {
        foreach (var outcome in new[]
        {
            await new XtbCalculator(new() { Program = "/bin/true" }).CalculateAsync(new Molecule([new("He", default)])),
            await new LammpsCalculator(FumiTosi.Of("Na", "Cl"), new() { Program = "/bin/true" }).CalculateAsync(Prototype.Rocksalt.Primitive("Na", "Cl", 5.6)),
        })
        {
            Assert.Equal(FailureKind.NoRoom, outcome.Failure!.Kind);
            Assert.Contains("/dev/null/full", outcome.Failure.Message);
            Assert.Contains("set TMPDIR to another", outcome.Failure.Message);
        }
    }

    /// <summary>Marks the collection.</summary>
    [CollectionDefinition(Alone, DisableParallelization = true)]
    public sealed class Collection;
}

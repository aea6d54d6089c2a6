using MatNotebooks.Bench.Tables;
using MatNotebooks.Bench.Tables.Tasks;
using MatNotebooks.Tests;

namespace MatNotebooks.Core.Tests.Bench;

/// <summary>The rows of each task, counted against what the source of the data says.</summary>
public sealed class TableTaskTests
{
    [SharedDataFact("aflow_structured/aflow_structured.jsonl.gz")]
    public void Aflow_has_the_published_split()
    {
        Expect(Task(AflowTasks.All, "aflow_elastic"), 4904, 3433, 736);
        Expect(Task(AflowTasks.All, "aflow_conductivity"), 4895, 3426, 735);
    }

    [SharedDataFact("perov5/perov5.jsonl.gz")]
    public void Perovskites_have_the_rows_with_structure() => Expect(MatbenchTasks.Perovskites, 11679, folds: 5);

    [SharedDataFact("mp_phonon_dielectric/mp_phonon_dielectric.jsonl.gz")]
    public void Phonons_are_whole() => Expect(MatbenchTasks.Phonons, 1265, folds: 5);

    [SharedDataFact("matbench/matbench_steels.csv.gz")]
    public void Formulas_are_whole()
    {
        Expect(MatbenchTasks.ExperimentalGaps, 4604, folds: 5);
        Expect(MatbenchTasks.Steels, 312, folds: 5);
        Assert.Equal(1, MatbenchTasks.Steels.Read().Samples[0].Conditions.Sum(), 1e-9);
    }

    private static TableTask Task(IEnumerable<TableTask> tasks, string name) => tasks.Single(task => task.Name == name);

    private static void Expect(TableTask task, int rows, int train, int test)
    {
        var read = task.Read();
        Assert.Equal((rows, train, test), (read.Samples.Count, read.Splits.Single().Train.Length, read.Splits.Single().Test.Length));
        Assert.All(read.Samples, sample => Assert.Equal(task.Targets.Count, sample.Targets.Length));
    }

    private static void Expect(TableTask task, int rows, int folds)
    {
        var read = task.Read();
        Assert.Equal((rows, folds, rows), (read.Samples.Count, read.Splits.Count, read.Splits.Sum(split => split.Test.Length)));
    }
}

using MatNotebooks.Bench.Tables;
using MatNotebooks.Bench.Tables.Tasks;
using MatNotebooks.Crystals;
using MatNotebooks.Graphs;
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

    [SharedDataFact("leaderboards/matbench_phonons_predictions.csv.gz")]
    public void Published_predictions_come_to_the_published_errors()
    {
        var errors = MatbenchTasks.Phonons.Peers(MatbenchTasks.Phonons.Read()).ToDictionary(one => one.Model, one => one.Error);
        Assert.Equal(6, errors.Count);
        Assert.Equal((57.76, 29.54, 55.11), (Math.Round(errors["cgcnn"], 2), Math.Round(errors["alignn"], 2), Math.Round(errors["crabnet"], 2)));
    }

    [SharedDataFact("matbench/matbench_steels.csv.gz")]
    public void Formulas_are_whole()
    {
        Expect(MatbenchTasks.ExperimentalGaps, 4604, folds: 5);
        Expect(MatbenchTasks.Steels, 312, folds: 5);
        Assert.Equal(1, MatbenchTasks.Steels.Read().Samples[0].Conditions.Sum(), 1e-9);
    }

    [SharedDataFact("2dmatpedia_subset/2dmatpedia_subset.jsonl.gz")]
    public void Monolayers_and_superconductors_are_those_of_their_sources()
    {
        Expect(EmergingTasks.Monolayers, 1224, folds: 5);
        var known = Enumerable.Range(0, 3).Select(target => EmergingTasks.Monolayers.Read().Samples.Count(sample => !double.IsNaN(sample.Targets[target])));
        Assert.Equal([1224, 1157, 904], known);
        Expect(EmergingTasks.Superconductors, 616, 556, 30);
    }

    [SharedDataFact("obelix/obelix_structures.jsonl.gz")]
    public void Conductors_below_the_limit_train_and_do_not_judge()
    {
        var rows = ObelixTask.Task.Read();
        Assert.Equal((478, 121), (rows.Samples.Count, rows.Asked.Count));
        Assert.Equal(449, rows.Splits.Sum(split => split.Test.Length)); // 29 are bounds
        var judging = rows.Splits.SelectMany(split => split.Test).ToHashSet();
        Assert.All(Enumerable.Range(0, 478).Where(row => !judging.Contains(row)), bound => Assert.Contains(rows.Splits, split => split.Train.Contains(bound)));
        Assert.Equal(247, rows.Samples.Count(sample => sample.Conditions[10] == 1)); // of 254 structures, 7 do not say where lithium is
        Assert.DoesNotContain(rows.Asked, asked => rows.Samples.Any(sample => sample.Id == asked.Id));
    }

    [SharedDataFact("qm7/qm7.jsonl.gz")]
    public void Molecules_meet_no_image_of_themselves()
    {
        Expect(MoleculeTasks.Qm7, 7101, folds: 5);
        Expect(MoleculeTasks.Gfn2, 3029, folds: 5);
        var sample = MoleculeTasks.Qm7.Read().Samples.MaxBy(sample => sample.Crystal.Sites.Length)!;
        Assert.Equal(
            CrystalGraph.Of(sample.Crystal, MoleculeTasks.Qm7.Graphs).Edges,
            CrystalGraph.Of(new Crystal(Lattice.Cubic(200), [.. sample.Crystal.Sites.Select((site, at) => site.MovedTo(Lattice.Cubic(200).ToFractional(sample.Crystal.CartesianOf(at))))]), MoleculeTasks.Qm7.Graphs).Edges);
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

using System.CommandLine;
using MatNotebooks.Bench.Tables.Tasks;

namespace MatNotebooks.Bench.Tables;

/// <summary>The paper's seven tables.</summary>
internal static class TableCommands
{
    /// <summary>The commands, one for each table.</summary>
    public static IEnumerable<Command> Create()
    {
        yield return CostCommand.Create();
        yield return new TableCommand("table2", "Materials Project and AFLOW, by GEM-PPM and eleven others.", [.. AflowTasks.All, .. MaterialsProjectTasks.All]).Create();
        yield return new TableCommand("table3", "Matbench and molecules, by GEM-PPM and eleven others.", [MatbenchTasks.Phonons, MatbenchTasks.Perovskites, MatbenchTasks.Moduli, MatbenchTasks.ExperimentalGaps, MatbenchTasks.Steels, MoleculeTasks.Gfn2, MoleculeTasks.Qm7, MoleculeTasks.Qm9]).Create();
        yield return new TableCommand("table4", "GEM-PPM with parts changed, on elastic properties.", [AblationTasks.Elastic]).Create();
        yield return new TableCommand("table5", "GEM-PPM with parts changed, on phonons.", [AblationTasks.Phonons]).Create();
        yield return ObelixCommand.Create();
        yield return new TableCommand("table7", "Monolayers and superconductors, by GEM-PPM, CGCNN, SchNet, Transformer and models without a network.", [EmergingTasks.Monolayers, EmergingTasks.Superconductors]).Create();
    }
}

using System.CommandLine;
using MatNotebooks.Bench.Tables.Tasks;

namespace MatNotebooks.Bench.Tables;

/// <summary>The paper's tables of accuracy.</summary>
internal static class TableCommands
{
    /// <summary>The commands, one for each table.</summary>
    public static IEnumerable<Command> Create()
    {
        yield return new TableCommand("table2", "Materials Project and AFLOW, by GEM-PPM and eleven others.", [.. AflowTasks.All, .. MaterialsProjectTasks.All]).Create();
        yield return new TableCommand("table3", "Matbench and molecules, by GEM-PPM and eleven others.", [MatbenchTasks.Phonons, MatbenchTasks.Perovskites, MatbenchTasks.Moduli, MatbenchTasks.ExperimentalGaps, MatbenchTasks.Steels]).Create();
    }
}

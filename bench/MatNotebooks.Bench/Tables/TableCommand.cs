using System.CommandLine;
using MatNotebooks.Bench.Results;
using MatNotebooks.Datasets;
using Spectre.Console;

namespace MatNotebooks.Bench.Tables;

/// <summary><c>bench tableN</c>: the tasks of one of the paper's tables.</summary>
/// <param name="name">"table2".</param>
/// <param name="about">What it shows.</param>
/// <param name="tasks">Its tasks.</param>
internal sealed class TableCommand(string name, string about, IReadOnlyList<TableTask> tasks)
{
    private readonly Option<string> preset = new("--preset") { Description = "quick (minutes), cpu (the committed results), gpu (full size) or tune (inside the training rows)", DefaultValueFactory = _ => TaskPreset.Cpu.Name };
    private readonly Option<string[]> only = new("--only") { Description = "tasks, by name; the default is all", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string[]> models = new("--models") { Description = "models, by name; the default is all of each task", AllowMultipleArgumentsPerToken = true };
    private readonly Option<int?> seeds = new("--seeds") { Description = "seeds of each fold; the default is the preset's" };
    private readonly Option<int?> folds = new("--folds") { Description = "folds, the first ones; the default is all" };
    private readonly Option<int> workers = new("--workers") { Description = "trainings at the same time", DefaultValueFactory = _ => Environment.ProcessorCount };
    private readonly Option<bool> list = new("--list") { Description = "says the tasks and their models, and computes nothing" };

    /// <summary>The command.</summary>
    public Command Create()
    {
        var command = new Command(name, about + " Goes on where it was stopped.") { preset, only, models, seeds, folds, workers, list };
        preset.AcceptOnlyFromAmong([.. TaskPreset.All.Select(one => one.Name)]);
        AtLeastOne(seeds);
        AtLeastOne(folds);
        AtLeastOne(workers);
        only.Validators.Add(given =>
        {
            foreach (var task in Words(given.GetValueOrDefault<string[]>()).Where(word => tasks.All(task => task.Name != word)))
                given.AddError($"There is no task '{task}' in {name}; there are {string.Join(", ", tasks.Select(known => known.Name))}.");
        });
        command.SetAction(Run);
        return command;
    }

    private static void AtLeastOne<T>(Option<T> option) => option.Validators.Add(given =>
    {
        if (given.GetValueOrDefault<int?>() is < 1 and var count) given.AddError($"{option.Name} is {count}; it must be at least 1.");
    });

    private void Run(ParseResult parsed)
    {
        var chosen = Words(parsed.GetValue(only)) is { Length: > 0 } words ? tasks.Where(task => words.Contains(task.Name)) : tasks;
        if (parsed.GetValue(list))
        {
            foreach (var task in chosen) AnsiConsole.MarkupLineInterpolated($"[bold]{task.Name}[/] {task.Division}; {string.Join(", ", task.Targets.Select(target => $"{target.Name} ({target.Unit})"))}; {string.Join(", ", task.Models)}");
            return;
        }
        var size = TaskPreset.All.First(one => one.Name == parsed.GetValue(preset));
        size = size with { Seeds = parsed.GetValue(seeds) ?? size.Seeds, Folds = parsed.GetValue(folds) ?? size.Folds };
        var ledgers = Path.Combine(DataFolders.Repository, "out", "tables");
        var table = size.IsTrial ? new ResultTable(name, Path.Combine(ledgers, $"{name}.csv")) : new ResultTable(name);
        var runner = new TableRunner(table, ledgers, size) { Workers = parsed.GetValue(workers) };
        foreach (var task in chosen) Run(runner, task, Words(parsed.GetValue(models)) is { Length: > 0 } named ? named : null);
        AnsiConsole.MarkupLineInterpolated($"written to {table.FilePath}");
    }

    /// <summary>A task whose data are not here is passed over: the others are worth computing.</summary>
    private static void Run(TableRunner runner, TableTask task, string[]? models)
    {
        try
        {
            runner.Run(task, models);
        }
        catch (FileNotFoundException absent)
        {
            AnsiConsole.MarkupLineInterpolated($"[yellow]{task.Name} is left out:[/] {absent.Message}");
        }
    }

    /// <summary>"a b" and "a,b" alike.</summary>
    private static string[] Words(string[]? given) =>
        [.. (given ?? []).SelectMany(word => word.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}

using System.Diagnostics;
using MatNotebooks.Datasets;
using MatNotebooks.Kernel.Cells;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Notebooks.Format;

namespace MatNotebooks.Kernel.Notebooks;

/// <summary>How a run ended.</summary>
/// <param name="Notebook">The notebook with the outputs of the cells that ran; those after a failure have none.</param>
/// <param name="Failed">The cell that failed; null when all went well.</param>
/// <param name="Error">What went wrong in it.</param>
/// <param name="Elapsed">Wall time of all cells.</param>
internal sealed record NotebookRunResult(Notebook Notebook, NotebookCell? Failed, CellError? Error, TimeSpan Elapsed);

/// <summary>Runs a notebook's cells from first to last and stops at the first that fails.</summary>
/// <param name="folder">The notebook's folder.</param>
/// <param name="limit">Wall time a cell may take; null for no limit.</param>
internal sealed class NotebookRun(string folder, TimeSpan? limit = null)
{
    public async Task<NotebookRunResult> RunAsync(Notebook notebook, IRunWatcher watcher, CancellationToken cancellation = default)
    {
        using var runner = new CellRunner(folder);
        FilesRead.Clear();
        runner.Session.Notes.Parameters = NotebookParameters.Values(notebook);
        var watch = Stopwatch.StartNew();
        var displayed = new DisplayedOutputs();
        var pending = new List<(int At, CellOutputs Outputs)>();
        var cells = notebook.Cells.Select(cell => cell with { Outputs = [], ExecutionCount = null }).ToArray();
        var code = Enumerable.Range(0, cells.Length).Where(i => cells[i].Runs).ToArray();
        CellOutcome? outcome = null;
        for (var n = 0; n < code.Length && outcome is not { Succeeded: false }; n++)
        {
            var cell = cells[code[n]];
            var outputs = new CellOutputs(displayed);
            pending.Add((code[n], outputs));
            var channel = new ChannelPair(outputs, watcher.Start(cell, n + 1, code.Length));
            outcome = await runner.RunAsync(cell.Code, channel, limit, cancellation);
            cells[code[n]] = cell with { ExecutionCount = outcome.ExecutionCount };
            watcher.End(outcome);
        }
        // Only now: a task may still have updated the display of an earlier cell.
        foreach (var (at, outputs) in pending)
            cells[at] = cells[at] with { Outputs = outputs.ToJson() };
        var failed = outcome is { Succeeded: false } ? cells[pending[^1].At] : null;
        return new NotebookRunResult(notebook with { Cells = cells, Metadata = NotebookProvenance.Into(notebook.Metadata, runner.Session.Notes.Record) }, failed, outcome?.Error, watch.Elapsed);
    }
}

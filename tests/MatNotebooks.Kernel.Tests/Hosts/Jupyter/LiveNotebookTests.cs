using System.Diagnostics;
using System.Text.Json;
using MatNotebooks.Tests;

namespace MatNotebooks.Kernel.Tests.Hosts.Jupyter;

/// <summary>Our kernel, installed as its manual says, driven by a reader in Debian's classic Notebook: type, run, look.</summary>
[Collection(HostBrowser.Name)]
public sealed class LiveNotebookTests(HostBrowser browser)
{
    private static readonly string[] Cells =
    [
        "using static System.Math;\nnew LinePlot([1, 2, 3], [Sin(1), Sin(2), Sin(3)]) { Title = \"Alive\" }",
        "new CrystalView(Prototypes.Rocksalt(\"Na\", \"Cl\", 5.64)) { Spin = 0 }",
        "new[] { new { Formula = \"NaCl\", a = 5.64 }, new { Formula = \"MgO\", a = 4.21 } }",
        "Console.WriteLine(\"said\"); 6 * 7",
        "int zero = 0; 1 / zero",
    ];

    [NotebookServerFact]
    public async Task Cells_run_live_figures_come_alive_and_nothing_is_asked_of_the_network()
    {
        await using var server = await NotebookServer.StartAsync(Install);
        server.Write("live.ipynb", Notebook());
        await using var page = await browser.OpenAsync(width: 1280);
        await page.GoAsync(server.PageOf("live.ipynb"));
        await page.UntilAsync("window.Jupyter && Jupyter.notebook && Jupyter.notebook._fully_loaded && Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected()", "the kernel to be there");
        await page.AskAsync<bool>("(Jupyter.notebook.execute_all_cells(), true)");
        await page.UntilAsync("Jupyter.notebook.get_cells().slice(0, -1).every(cell => cell.input_prompt_number > 0) && document.querySelectorAll('.output_error').length > 0", "all cells to have run");

        Assert.Equal(3, await DrawnAsync(page));
        await PageFolder.LookAsync(page, "live.png", new(0, 0, 1280, 800));
        Assert.Contains("Alive", await page.AskAsync<string>("document.querySelectorAll('.cell')[0].querySelector('.js-plotly-plot').textContent"));
        Assert.Equal(1, await page.AskAsync<int>("document.querySelectorAll('.cell')[1].querySelectorAll('canvas').length"));
        Assert.Contains("MgO", await page.AskAsync<string>("document.querySelectorAll('.cell')[2].querySelector('.output table').textContent"));
        Assert.Matches("said[\\s\\S]*42", await page.AskAsync<string>("document.querySelectorAll('.cell')[3].querySelector('.output').textContent"));
        Assert.Contains("DivideByZeroException", await page.AskAsync<string>("document.querySelector('.output_error').textContent"));
        Assert.All(page.Requests, request => Assert.Contains(server.Address["http:".Length..], request, StringComparison.Ordinal));
    }

    private static async Task<int> DrawnAsync(HostPage page)
    {
        foreach (var cell in new[] { 0, 1, 2 })
        {
            await page.AskAsync<bool>($"(document.querySelectorAll('.cell')[{cell}].scrollIntoView(), true)");
            await page.UntilAsync($"document.querySelectorAll('.cell')[{cell}].querySelector('[data-drawn=yes]')", $"the figure or table of cell {cell} to be drawn");
        }
        return await page.AskAsync<int>("document.querySelectorAll('[data-drawn=yes]').length");
    }

    private static void Install(IReadOnlyDictionary<string, string> variables)
    {
        var configuration = AppContext.BaseDirectory.Contains("/Debug/", StringComparison.Ordinal) ? "Debug" : "Release";
        var program = Path.Combine(SharedData.RepositoryFolder, "src", "MatNotebooks.Kernel", "bin", configuration, "net10.0", "matnb.dll");
        var start = new ProcessStartInfo("dotnet", [program, "kernel", "install", "--user"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        using var install = Process.Start(start)!;
        var said = install.StandardOutput.ReadToEnd() + install.StandardError.ReadToEnd();
        install.WaitForExit();
        Assert.True(install.ExitCode == 0, said);
        Assert.Contains(variables["JUPYTER_DATA_DIR"], said, StringComparison.Ordinal);
    }

    private static string Notebook()
    {
        var cells = Cells.Select(source => $$"""{"cell_type": "code", "source": {{JsonSerializer.Serialize(source)}}, "metadata": {}, "outputs": [], "execution_count": null}""");
        return $$"""
            {"nbformat": 4, "nbformat_minor": 4, "cells": [{{string.Join(", ", cells)}}],
             "metadata": {"kernelspec": {"display_name": ".NET (C#)", "language": "C#", "name": "matnotebooks" } } }
            """;
    }
}

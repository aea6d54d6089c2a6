using System.Diagnostics;

namespace MatNotebooks.NotebookTests;

/// <summary>Every notebook of the repository runs in Jupyter's own programs, with the kernel as it was installed.</summary>
public sealed class JupyterTests(InstalledKernel kernel) : IClassFixture<InstalledKernel>
{
    private const string Python = "/usr/bin/python3";

    public static TheoryData<string> Paths => NotebookTests.Paths;

    [JupyterTheory]
    [MemberData(nameof(Paths))]
    public async Task Nbclient_executes_it_and_nbconvert_writes_a_page(string path)
    {
        var script = Path.Combine(MatnbProcess.Root, "tests", "Notebooks", "execute_notebook.py");
        var source = Path.Combine(MatnbProcess.Root, path);
        await kernel.RunAsync(Python, script, source, "matnotebooks", kernel.Folder);
        var executed = new ExecutedNotebook(Path.Combine(kernel.Folder, Path.GetFileName(path)));
        Assert.DoesNotContain(executed.Outputs, cell => (string?)cell["output_type"] == "error");
        Assert.All(executed.CodeCells, cell => Assert.NotNull(cell["execution_count"]));
        Assert.NotEmpty(executed.Bundles);
        Assert.All(executed.Bundles, bundle => Assert.NotEqual("", ExecutedNotebook.Text(bundle["text/plain"])));
        Assert.Contains("jp-OutputArea-output", executed.Html, StringComparison.Ordinal);
    }

    [JupyterTheory]
    [InlineData("basics")]
    public async Task Nbconvert_does_so_from_the_command_line(string name)
    {
        var notebook = Path.Combine(MatnbProcess.Root, "tests", "Notebooks", "cases", name + ".ipynb");
        await kernel.RunAsync(Python, "-m", "nbconvert", "--execute", "--to", "html", "--output-dir", kernel.Folder, "--output", "converted", notebook);
        Assert.Contains("jp-OutputArea-output", File.ReadAllText(Path.Combine(kernel.Folder, "converted.html")), StringComparison.Ordinal);
    }
}

/// <summary>The kernel, installed as a user would, in a folder that only these tests look into.</summary>
public sealed class InstalledKernel : IAsyncLifetime
{
    internal string Folder { get; } = Directory.CreateTempSubdirectory("matnb").FullName;

    public async Task InitializeAsync()
    {
        var installed = await MatnbProcess.RunAsync(Folder, "kernel", "install", "--prefix", Folder);
        Assert.True(installed.ExitCode == 0, installed.Error);
        Assert.Contains(Path.Combine(Folder, "share", "jupyter", "kernels", "matnotebooks"), installed.Output, StringComparison.Ordinal);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }

    internal async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["JUPYTER_PATH"] = Path.Combine(Folder, "share", "jupyter"),
                ["JUPYTER_RUNTIME_DIR"] = Folder,
                ["XDG_DATA_HOME"] = Folder,
            },
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(6));
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        Assert.True(process.ExitCode == 0, await output + await error);
    }
}

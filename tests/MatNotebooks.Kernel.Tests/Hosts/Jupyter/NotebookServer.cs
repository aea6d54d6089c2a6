using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace MatNotebooks.Kernel.Tests.Hosts.Jupyter;

/// <summary>Debian's classic Notebook on loopback, with folders of its own: nothing of the user's Jupyter is read or written.</summary>
internal sealed class NotebookServer : IAsyncDisposable
{
    internal const string Program = "/usr/bin/jupyter-notebook";

    // What the program jupyter-trust runs; Debian ships it without.
    private const string Trust = "from nbformat.sign import TrustNotebookApp; TrustNotebookApp.launch_instance()";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo folder;
    private readonly Process process;
    private readonly string token;
    private readonly int port;
    private readonly Task<string> said;

    private NotebookServer(DirectoryInfo folder, Process process, string token, int port)
    {
        (this.folder, this.process, this.token, this.port) = (folder, process, token, port);
        said = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>Where it listens, with a slash at the end.</summary>
    internal string Address => $"http://127.0.0.1:{port}/";

    /// <summary>Where its notebooks lie.</summary>
    internal string Notebooks => Path.Combine(folder.FullName, "notebooks");

    /// <summary>Jupyter's variables, so that its other programs use the same folders.</summary>
    internal IReadOnlyDictionary<string, string> Variables => VariablesOf(folder);

    /// <param name="prepare">What is to be in its folders before it starts.</param>
    internal static async Task<NotebookServer> StartAsync(Action<IReadOnlyDictionary<string, string>>? prepare = null)
    {
        var folder = Directory.CreateTempSubdirectory("matnb-jupyter-");
        folder.CreateSubdirectory("notebooks");
        prepare?.Invoke(VariablesOf(folder));
        var (token, port) = (Guid.NewGuid().ToString("N"), FreePort());
        string[] arguments =
        [
            "--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={port}", "--NotebookApp.port_retries=0", $"--NotebookApp.token={token}",
            $"--notebook-dir={Path.Combine(folder.FullName, "notebooks")}", "--NotebookApp.terminals_enabled=False",
        ];
        var server = new NotebookServer(folder, Start(Program, arguments, VariablesOf(folder)), token, port);
        await server.AnswersAsync();
        return server;
    }

    /// <summary>Address of a notebook's page.</summary>
    internal string PageOf(string notebook) => $"{Address}notebooks/{notebook}?token={token}";

    /// <summary>Writes a notebook where the server finds it.</summary>
    internal void Write(string notebook, string text) => File.WriteAllText(Path.Combine(Notebooks, notebook), text);

    /// <summary>Trusts a notebook as its author would: <c>jupyter trust</c>.</summary>
    internal async Task TrustAsync(string notebook)
    {
        using var trust = Start(DebianPythonFactAttribute.Python, ["-c", Trust, Path.Combine(Notebooks, notebook)], Variables);
        var error = trust.StandardError.ReadToEndAsync();
        _ = trust.StandardOutput.ReadToEndAsync();
        await trust.WaitForExitAsync().WaitAsync(Patience);
        Assert.True(trust.ExitCode == 0, $"jupyter trust ended with {trust.ExitCode}: {await error}");
    }

    public async ValueTask DisposeAsync()
    {
        // It ends its kernels before itself.
        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"])) await kill.WaitForExitAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task AnswersAsync()
    {
        using var client = new HttpClient();
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience; await Task.Delay(100))
        {
            if (process.HasExited) throw new IOException($"the Notebook server ended with {process.ExitCode}: {await said}");
            try
            {
                if ((await client.GetAsync($"{Address}api/status?token={token}")).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
        }
        throw new TimeoutException($"the Notebook server did not answer within {Patience.TotalSeconds:0} s.");
    }

    private static Process Start(string program, string[] arguments, IReadOnlyDictionary<string, string> variables)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static Dictionary<string, string> VariablesOf(DirectoryInfo folder) => new()
    {
        ["JUPYTER_CONFIG_DIR"] = Path.Combine(folder.FullName, "config"),
        ["JUPYTER_DATA_DIR"] = Path.Combine(folder.FullName, "data"),
        ["JUPYTER_RUNTIME_DIR"] = Path.Combine(folder.FullName, "runtime"),
        ["JUPYTER_PATH"] = "",
        ["IPYTHONDIR"] = Path.Combine(folder.FullName, "ipython"),
    };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

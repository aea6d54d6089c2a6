using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Tests.Commands;

[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public sealed class KernelCommandTests : NotebookFolder
{
    [Fact]
    public async Task Specs_are_written_where_jupyter_looks_and_the_name_of_another_kernel_is_left()
    {
        var outcome = await Run("kernel", "install", "--prefix", "here");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        var spec = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "here/share/jupyter/kernels/matnotebooks/kernel.json")))!;
        Assert.Equal(("C#", "message"), ((string?)spec["language"], (string?)spec["interrupt_mode"]));
        Assert.Equal(["kernel", "start", "--connection-file", "{connection_file}"], spec["argv"]!.AsArray().Select(word => (string)word!).TakeLast(4));
        Assert.True(File.Exists((string)spec["argv"]![0]!));
        Assert.True(File.Exists(Path.Combine(Folder, "here/share/jupyter/kernels/matnotebooks/logo-64x64.png")));

        var taken = Path.Combine(Folder, "other", "kernels", ".net-csharp");
        Directory.CreateDirectory(taken);
        File.WriteAllText(Path.Combine(taken, "kernel.json"), """{"argv": ["dotnet", "interactive"]}""");
        var beside = await Matnb.Run(Folder, new Dictionary<string, string> { ["JUPYTER_PATH"] = Path.Combine(Folder, "other") }, "kernel", "install", "--prefix", "there");
        Assert.Contains($"left {taken} as it is", beside.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(Folder, "there/share/jupyter/kernels/.net-csharp")));
        Assert.Contains("interactive", File.ReadAllText(Path.Combine(taken, "kernel.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_one_line()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var outcome = await Run("kernel", "start", "-f", Connection(port, "127.0.0.1"));
        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal($"matnb kernel start: hb_port: tcp://127.0.0.1:{port} is in use by another program. Start the kernel anew: Jupyter then chooses other ports.", Assert.Single(outcome.Complaints));
    }

    [Fact]
    public async Task An_address_the_world_can_reach_is_refused()
    {
        var outcome = await Run("kernel", "start", "-f", Connection(1, "0.0.0.0"));
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("this kernel listens on its own machine alone", Assert.Single(outcome.Complaints), StringComparison.Ordinal);
    }

    private string Connection(int port, string ip)
    {
        var path = Path.Combine(Folder, "connection.json");
        File.WriteAllText(path, $$"""{"transport": "tcp", "ip": "{{ip}}", "shell_port": {{port}}, "control_port": {{port}}, "stdin_port": {{port}}, "iopub_port": {{port}}, "hb_port": {{port}}, "key": "k"}""");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return path;
    }
}

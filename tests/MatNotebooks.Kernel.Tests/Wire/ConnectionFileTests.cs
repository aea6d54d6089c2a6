using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Tests.Wire;

[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public sealed class ConnectionFileTests : IDisposable
{
    private const string Good = """{"transport": "tcp", "ip": "127.0.0.1", "shell_port": 1, "control_port": 2, "stdin_port": 3, "iopub_port": 4, "hb_port": 5, "key": "k", "signature_scheme": "hmac-sha256"}""";
    private readonly string path = Path.GetTempFileName();
    private readonly List<string> warnings = [];

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Ports_key_and_addresses_are_read()
    {
        var read = Read(Good);
        Assert.Equal((1, 2, 3, 4, 5, "k"), (read.ShellPort, read.ControlPort, read.StdinPort, read.IOPubPort, read.HeartbeatPort, read.Key));
        Assert.Equal("tcp://127.0.0.1:1", read.Address(read.ShellPort));
        Assert.Equal("tcp://[::1]:2", Read(Good.Replace("127.0.0.1", "::1")).Address(2));
        Assert.Empty(warnings);
    }

    [Theory]
    [InlineData("\"127.0.0.1\"", "\"0.0.0.0\"", "ip is \"0.0.0.0\"; this kernel listens on its own machine alone")]
    [InlineData("\"127.0.0.1\"", "\"192.168.1.5\"", "ip is \"192.168.1.5\"")]
    [InlineData("\"tcp\"", "\"ipc\"", "transport is \"ipc\"")]
    [InlineData("hmac-sha256", "hmac-md5", "signature_scheme is \"hmac-md5\"")]
    [InlineData("\"hb_port\": 5", "\"hb_port\": 70000", "hb_port is 70000; a port lies between 1 and 65535")]
    [InlineData("\"hb_port\": 5", "\"x\": 5", "hb_port is absent")]
    [InlineData("\"hb_port\": 5", "\"hb_port\": \"5\"", "\"hb_port\" is \"5\"; it must be a whole number")]
    [InlineData("{", "", "no JSON")]
    public void What_cannot_be_served_is_named(string part, string instead, string message)
    {
        var wrong = Assert.Throws<ConnectionFileException>(() => Read(Good.Replace(part, instead, StringComparison.Ordinal)));
        Assert.StartsWith(path + ": ", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(message, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', wrong.Message);
    }

    [Fact]
    public void One_that_is_not_there_is_told() =>
        Assert.Contains("Jupyter writes this file", Assert.Throws<ConnectionFileException>(() => ConnectionFile.Read(path + "x", warnings.Add)).Message, StringComparison.Ordinal);

    [Fact]
    public void One_that_others_can_read_is_protected_and_told()
    {
        File.WriteAllText(path, Good);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        ConnectionFile.Read(path, warnings.Add);
        Assert.Equal($"{path} could be read by others, who could run code with the key in it; its rights are now 0600, yet the key may be known: restart the kernel.", Assert.Single(warnings));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    private ConnectionFile Read(string text)
    {
        File.WriteAllText(path, text);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return ConnectionFile.Read(path, warnings.Add);
    }
}

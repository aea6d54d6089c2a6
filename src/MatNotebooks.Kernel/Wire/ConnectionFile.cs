using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Wire;

/// <summary>Where a client wants to find the kernel, and the key both sign with.</summary>
/// <param name="Ip">An address of this machine's loopback.</param>
/// <param name="ShellPort">Requests.</param>
/// <param name="ControlPort">Requests that do not wait for a cell.</param>
/// <param name="StdinPort">Questions to the user.</param>
/// <param name="IOPubPort">Outputs.</param>
/// <param name="HeartbeatPort">Echo.</param>
/// <param name="Key">Signs every message; empty for none.</param>
internal sealed record ConnectionFile(
    IPAddress Ip, int ShellPort, int ControlPort, int StdinPort, int IOPubPort, int HeartbeatPort, string Key)
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Reads a connection file as Jupyter writes it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="warn">Told, in one line, when others can read the key.</param>
    /// <exception cref="ConnectionFileException">It is not there, not whole, or asks for what this kernel does not do.</exception>
    public static ConnectionFile Read(string path, Action<string> warn)
    {
        try
        {
            var json = WireJson.ReadObject(File.ReadAllBytes(path), "text");
            Protect(path, warn);
            return Parse(json);
        }
        catch (Exception wrong) when (wrong is WireException or BadContentException or ConnectionFileException)
        {
            throw new ConnectionFileException($"{path}: {wrong.Message}");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new ConnectionFileException($"{path}: {wrong.Message} Jupyter writes this file; give the path it names.");
        }
    }

    /// <summary>The address of a socket for ZeroMQ.</summary>
    public string Address(int port) => string.Create(
        CultureInfo.InvariantCulture, $"tcp://{(Ip.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{Ip}]" : Ip)}:{port}");

    private static ConnectionFile Parse(JsonObject json)
    {
        if (json.TextOrNull("transport") is { } transport and not "tcp")
            throw new ConnectionFileException($"transport is \"{transport}\"; this kernel speaks \"tcp\" alone. Unset KernelManager.transport.");
        var key = json.TextOrNull("key") ?? "";
        if (key.Length > 0 && json.TextOrNull("signature_scheme") is { } scheme and not "hmac-sha256")
            throw new ConnectionFileException($"signature_scheme is \"{scheme}\"; this kernel signs with \"hmac-sha256\". Unset Session.signature_scheme.");
        return new ConnectionFile(
            Loopback(json.TextOrNull("ip") ?? ""), Port(json, "shell_port"), Port(json, "control_port"), Port(json, "stdin_port"),
            Port(json, "iopub_port"), Port(json, "hb_port"), key);
    }

    private static IPAddress Loopback(string ip)
    {
        if (ip is "" or "localhost")
            return IPAddress.Loopback;
        return IPAddress.TryParse(ip, out var address) && IPAddress.IsLoopback(address)
            ? address
            : throw new ConnectionFileException(
                $"ip is \"{ip}\"; this kernel listens on its own machine alone, 127.0.0.1. From elsewhere, let the Jupyter server run here, or tunnel by ssh.");
    }

    private static int Port(JsonObject json, string name)
    {
        var port = json.Number(name, 0);
        return port is > 0 and <= IPEndPoint.MaxPort
            ? port
            : throw new ConnectionFileException($"{name} is {json[name]?.ToJsonString() ?? "absent"}; a port lies between 1 and 65535.");
    }

    // Who reads the key can run code as this user.
    private static void Protect(string path, Action<string> warn)
    {
        if (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Others) == 0)
            return;
        var mended = "its rights are now 0600, yet the key may be known: restart the kernel";
        try
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            mended = $"mend it by chmod 600 ({refused.Message})";
        }
        warn($"{path} could be read by others, who could run code with the key in it; {mended}.");
    }
}

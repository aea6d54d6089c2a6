using System.CommandLine;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Requests;
using MatNotebooks.Kernel.Sockets;
using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Commands;

/// <summary><c>matnb kernel</c>: the kernel that Jupyter and VS Code start, and how they learn of it.</summary>
internal static class KernelCommand
{
    private static readonly Option<string> Connection = new("--connection-file", "-f")
    {
        HelpName = "FILE",
        Required = true,
        Description = "The ports and the key, as Jupyter writes them.",
    };

    public static Command Create() => new("kernel", "The kernel for Jupyter and VS Code.") { StartCommand(), KernelInstallCommand.Create() };

    // Not asynchronous: that would end the process two seconds after the SIGINT by which Jupyter stops a cell.
    private static Command StartCommand()
    {
        var command = new Command("start", "Starts the kernel; Jupyter does that by itself.") { Connection };
        command.SetAction(parsed => Start(parsed.GetValue(Connection)!));
        return command;
    }

    private static int Start(string path)
    {
        try
        {
            KernelProcess.Run(ConnectionFile.Read(path, Complain), Complain);
            return ExitCode.Success;
        }
        catch (Exception wrong) when (wrong is ConnectionFileException or ZeroMqException)
        {
            return InputFile.Say("kernel start", wrong.Message);
        }
        catch (DllNotFoundException)
        {
            return InputFile.Say("kernel start", "libzmq.so.5 is not on this machine; install it: apt-get install libzmq5");
        }
    }

    private static void Complain(string line) => ConsoleRouting.OutsideError.WriteLine("matnb kernel: " + line);
}

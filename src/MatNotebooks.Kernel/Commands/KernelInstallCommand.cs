using System.CommandLine;
using MatNotebooks.Kernel.Commands.KernelSpecs;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Commands;

/// <summary><c>matnb kernel install</c>: tells Jupyter and VS Code of the kernel.</summary>
internal static class KernelInstallCommand
{
    private static readonly Option<bool> User = new("--user") { Description = "For this user alone. The default is for all, which needs the right to write there." };

    private static readonly Option<string?> Prefix = new("--prefix")
    {
        HelpName = "DIR",
        Description = "Below DIR/share/jupyter, as for a Python environment.",
    };

    public static Command Create()
    {
        var command = new Command("install", "Tells Jupyter and VS Code of the kernel.") { User, Prefix };
        command.SetAction(parsed => Install(parsed.GetValue(User), parsed.GetValue(Prefix)));
        return command;
    }

    private static int Install(bool user, string? prefix)
    {
        if (user && prefix is not null)
            return InputFile.Say("kernel install", "--user and --prefix name two places; give one.");
        var folder = prefix is not null ? Path.Combine(Path.GetFullPath(prefix), "share", "jupyter") : user ? JupyterFolders.User : JupyterFolders.AllUsers;
        try
        {
            foreach (var said in KernelSpecInstaller.Install(folder))
                ConsoleRouting.Outside.WriteLine(said);
            return ExitCode.Success;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return InputFile.Say("kernel install", $"{folder}: {refused.Message} Give --user, or --prefix DIR.");
        }
    }
}

using System.CommandLine;
using MatNotebooks.Kernel.Commands.Doctor;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Commands;

/// <summary><c>matnb doctor</c>: what is installed, what is missing, and the command that mends it.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Says what is installed, what is missing and how to mend it; exits with 0 when all that is required is there.");
        command.SetAction(async (_, _) => Report(await FindAsync()));
        return command;
    }

    private static async Task<IReadOnlyList<Finding>> FindAsync() =>
        [.. await LibraryChecks.RunAsync(), .. await TorchChecks.RunAsync(), .. await ProgramChecks.RunAsync(), .. DataChecks.Run()];

    /// <summary>One line per finding.</summary>
    private static int Report(IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
            ConsoleRouting.Outside.WriteLine(Line(finding));
        return findings.Any(finding => finding.Condition == Condition.Missing) ? ExitCode.Failed : ExitCode.Success;
    }

    internal static string Line(Finding finding)
    {
        var sign = finding.Condition switch { Condition.Good => "ok", Condition.Weak => "note", _ => "MISSING" };
        return $"{sign,-9}{finding.What,-13}{finding.Value}{(finding.Mend is null ? "" : $"; mend: {finding.Mend}")}";
    }
}

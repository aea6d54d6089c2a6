using MatNotebooks.Crystals.Formats;
using MatNotebooks.Datasets;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Commands.Learning;

/// <summary>Work with a model: what goes wrong is one line and an exit code.</summary>
internal static class ModelWork
{
    /// <summary>Writes a line to the terminal.</summary>
    public static void Say(string line) => ConsoleRouting.Outside.WriteLine(line);

    /// <summary>Does the work.</summary>
    /// <param name="command">The command's name, for the line.</param>
    /// <param name="stopped">What is left when it is stopped, and how to go on.</param>
    /// <param name="work">Returns an <see cref="ExitCode"/>.</param>
    /// <returns>What it returns, or the <see cref="ExitCode"/> of what went wrong.</returns>
    public static int Attempt(string command, string stopped, Func<int> work)
    {
        try
        {
            return work();
        }
        catch (OperationCanceledException)
        {
            ConsoleRouting.OutsideError.WriteLine($"matnb {command}: stopped. {stopped}");
            return ExitCode.Interrupted;
        }
        catch (InvalidOperationException wrong)
        {
            ConsoleRouting.OutsideError.WriteLine($"matnb {command}: {wrong.Message}");
            return ExitCode.Failed;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException or BadRecordException or StructureFormatException or FormatException or NotSupportedException)
        {
            ConsoleRouting.OutsideError.WriteLine($"matnb {command}: {wrong.Message}");
            return ExitCode.BadInput;
        }
    }
}

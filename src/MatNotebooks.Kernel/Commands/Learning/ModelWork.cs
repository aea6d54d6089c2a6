using System.CommandLine;
using MatNotebooks.Crystals.Formats;
using MatNotebooks.Datasets;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Models;

namespace MatNotebooks.Kernel.Commands.Learning;

/// <summary>Work with a model: what goes wrong is one line and an exit code.</summary>
internal static class ModelWork
{
    /// <summary>Where networks run; an option of every command that has one.</summary>
    public static readonly Option<string?> Device = new("--device") { HelpName = "cpu|cuda", Description = "Where networks run, cuda:1 the second GPU. The default is MATNB_DEVICE, else the GPU where libtorch finds one." };

    /// <summary>Writes a line to the terminal.</summary>
    public static void Say(string line) => ConsoleRouting.Outside.WriteLine(line);

    /// <summary>Does the work.</summary>
    /// <param name="command">The command's name, for the line.</param>
    /// <param name="stopped">What is left when it is stopped, and how to go on.</param>
    /// <param name="arguments">Its command line, which may name the device.</param>
    /// <param name="work">Returns an <see cref="ExitCode"/>.</param>
    /// <returns>What it returns, or the <see cref="ExitCode"/> of what went wrong.</returns>
    public static int Attempt(string command, string stopped, ParseResult arguments, Func<int> work)
    {
        try
        {
            if (arguments.GetValue(Device) is { } device) ComputeDevice.Use(device);
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

using System.CommandLine;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Session;

namespace MatNotebooks.Kernel.Commands;

/// <summary><c>matnb about</c>: what the program runs on.</summary>
internal static class AboutCommand
{
    public static Command Create()
    {
        var command = new Command("about", "Shows the versions, the device and the processor.");
        command.SetAction(_ =>
        {
            foreach (var fact in Surroundings.Describe())
                ConsoleRouting.Outside.WriteLine($"{fact.What,-14}{fact.Value}");
            return ExitCode.Success;
        });
        return command;
    }
}

using System.CommandLine;
using MatNotebooks.Kernel.Session;

namespace MatNotebooks.Kernel.Magics;

/// <summary><c>#!about</c>: what runs this notebook.</summary>
internal sealed class AboutMagic : IMagic
{
    public string Name => "#!about";

    public string Summary => "Shows the versions, the device and the processor this notebook runs on (its C# twins are Machine.Versions() and Machine.Hardware()).";

    public bool TakesBody => false;

    public void Describe(Command command)
    {
    }

    public Task RunAsync(ParseResult arguments, string body, MagicContext context)
    {
        context.Show(Surroundings.Describe());
        return Task.CompletedTask;
    }
}

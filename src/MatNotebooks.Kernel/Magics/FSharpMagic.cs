using System.CommandLine;

namespace MatNotebooks.Kernel.Magics;

/// <summary><c>#!fsharp</c>: the lines below are F#.</summary>
internal sealed class FSharpMagic : IMagic
{
    public string Name => "#!fsharp";

    public string Summary => "The lines below are F#; #!share carries values over. The first such cell takes some seconds.";

    public bool TakesBody => true;

    public void Describe(Command command)
    {
    }

    public Task RunAsync(ParseResult arguments, string body, MagicContext context) =>
        string.IsNullOrWhiteSpace(body) ? Task.CompletedTask : context.RunFSharp(body, context.BodyLine);
}

using System.CommandLine;

namespace MatNotebooks.Kernel.Magics;

/// <summary><c>#!csharp</c>: the lines below are C#, after lines that were not.</summary>
internal sealed class CSharpMagic : IMagic
{
    public string Name => "#!csharp";

    public string Summary => "The lines below are C#.";

    public bool TakesBody => true;

    public void Describe(Command command)
    {
    }

    public Task RunAsync(ParseResult arguments, string body, MagicContext context) => context.RunCSharp(body, context.BodyLine);
}

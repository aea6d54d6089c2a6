using System.CommandLine;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Magics;

/// <summary><c>--show-code</c>: the C# that does what a magic does, to be copied into a cell of its own.</summary>
internal static class TwinCode
{
    /// <summary>The option, one for each magic.</summary>
    public static Option<bool> NewOption() => new("--show-code") { Description = "Shows the C# that does the same, and does nothing else." };

    /// <summary>Shows code.</summary>
    public static void Show(MagicContext context, string code) =>
        context.Show(new MimeBundle().With("text/markdown", $"```csharp\n{code}\n```").With("text/plain", code));

    /// <summary>A text as a C# literal; as a raw one where it has several lines.</summary>
    public static string Literal(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal))
            return Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);
        var quotes = new string('"', 3);
        while (text.Contains(quotes, StringComparison.Ordinal))
            quotes += '"';
        return $"{quotes}\n{text.TrimEnd('\n')}\n{quotes}";
    }
}

using FSharp.Compiler.CodeAnalysis;
using FSharp.Compiler.EditorServices;
using FSharp.Compiler.Interactive;
using FSharp.Compiler.Text;
using FSharp.Compiler.Tokenization;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Session.Completion;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace MatNotebooks.Kernel.Session.FSharp;

/// <summary>What may stand at a cursor in F#, and what the name under it is.</summary>
internal sealed class FSharpAssistant(Shell.FsiEvaluationSession session)
{
    private const int Most = 1000;
    private const int MostDescribed = 40; // a description costs time
    private readonly Lock gate = new();

    /// <summary>What may stand at the cursor.</summary>
    /// <param name="code">The F# of the cell.</param>
    /// <param name="cursor">An offset into it.</param>
    /// <param name="cancellation">Stops the search.</param>
    public CellCompletions Complete(string code, int cursor, CancellationToken cancellation)
    {
        var (line, column, text) = Place(code, cursor);
        var name = QuickParse.GetPartialLongNameEx(text, column - 1);
        var typed = name.PartialIdent;
        if ((typed.Length > 0 && char.IsAsciiDigit(typed[0])) || IsDirective(text))
            return CellCompletions.None(cursor);
        var (parsed, results) = Check(code, cancellation);
        var found = results.GetDeclarationListInfo(
            FSharpOption<FSharpParseFileResults>.Some(parsed), line, text, name, null, null, null);
        var items = found.Items
            .Where(item => item.NameInList.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(item => item.NameInList.StartsWith(typed, StringComparison.Ordinal))
            .ThenByDescending(item => item.IsOwnMember)
            .ThenBy(item => item.NameInList, StringComparer.OrdinalIgnoreCase)
            .Take(Most)
            .Select((item, i) => Completion(item, i < MostDescribed && typed.Length > 0, cancellation))
            .ToArray();
        return new CellCompletions(cursor - typed.Length, cursor, items);
    }

    /// <summary>What the name under the cursor is; null where there is none.</summary>
    /// <param name="code">The F# of the cell.</param>
    /// <param name="cursor">An offset into it.</param>
    /// <param name="cancellation">Stops the search.</param>
    public MimeBundle? Inspect(string code, int cursor, CancellationToken cancellation)
    {
        var (line, column, text) = Place(code, cursor);
        if (IsDirective(text) || QuickParse.GetCompleteIdentifierIsland(true, text, column) is not { Value: var (island, end, _) })
            return null;
        var (_, results) = Check(code, cancellation);
        var tip = results.GetToolTip(line, end, text, ListModule.OfSeq(island.Split('.')), FSharpTokenTag.Identifier, null);
        return FSharpToolTip.Read(tip)?.ToBundle();
    }

    private static CellCompletion Completion(DeclarationListItem item, bool described, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var read = described ? FSharpToolTip.Read(item.Description) : null;
        return new CellCompletion(item.NameInCode, Kind(item.Glyph), read?.Declarations[0].ReplaceLineEndings(" "), read?.Documentation);
    }

    private Tuple<FSharpParseFileResults, FSharpCheckFileResults> Check(string code, CancellationToken cancellation)
    {
        lock (gate)
        {
            cancellation.ThrowIfCancellationRequested();
            // A directive would be obeyed: packages would be fetched while somebody types.
            var harmless = code.Split('\n').Select(line => IsDirective(line) ? new string(' ', line.Length) : line);
            var (parsed, results, _) = session.ParseAndCheckInteraction(string.Join('\n', harmless), null);
            cancellation.ThrowIfCancellationRequested();
            return Tuple.Create(parsed, results);
        }
    }

    private static bool IsDirective(string line) => line.AsSpan().TrimStart().StartsWith("#", StringComparison.Ordinal);

    // Lines from 1, columns from 0.
    private static (int Line, int Column, string Text) Place(string code, int cursor)
    {
        var start = cursor == 0 ? 0 : code.LastIndexOf('\n', cursor - 1) + 1;
        var end = code.IndexOf('\n', cursor);
        return (code.AsSpan(0, cursor).Count('\n') + 1, cursor - start, code[start..(end < 0 ? code.Length : end)]);
    }

    private static string Kind(FSharpGlyph glyph) => glyph.ToString() switch
    {
        "Class" or "Type" or "Typedef" or "Exception" or "Union" or "Delegate" => "class",
        "Struct" => "struct",
        "Interface" => "interface",
        "Enum" or "EnumMember" => "enum",
        "Module" or "NameSpace" => "namespace",
        "Method" or "OverridenMethod" or "ExtensionMethod" => "method",
        "Property" => "property",
        "Field" or "Event" or "Constant" => "field",
        _ => "variable",
    };
}

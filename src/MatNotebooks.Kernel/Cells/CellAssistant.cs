using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Magics;
using MatNotebooks.Kernel.Session;
using MatNotebooks.Kernel.Session.Completion;
using MatNotebooks.Kernel.Session.FSharp;

namespace MatNotebooks.Kernel.Cells;

/// <summary>Answers questions about a cell that is being written, also while another runs. Never throws, save when cancelled.</summary>
internal sealed class CellAssistant(ScriptSession session, Lazy<FSharpSession> fsharp)
{
    private static readonly TimeSpan FSharpLimit = TimeSpan.FromSeconds(2); // its compiler cannot be told to stop

    /// <summary>What may stand at the cursor.</summary>
    public Task<CellCompletions> CompleteAsync(string source, int cursor, CancellationToken cancellation)
    {
        cursor = Math.Clamp(cursor, 0, source.Length);
        return Task.Run(() => Attempt(() => Complete(CellView.At(source, cursor), cancellation), CellCompletions.None(cursor)), cancellation);
    }

    /// <summary>What the name under the cursor is; null where there is nothing to tell.</summary>
    public Task<MimeBundle?> InspectAsync(string source, int cursor, bool detailed, CancellationToken cancellation)
    {
        cursor = Math.Clamp(cursor, 0, source.Length);
        return Task.Run(() => Attempt(() => Inspect(CellView.At(source, cursor), detailed, cancellation), null), cancellation);
    }

    /// <summary>Whether the cell can run as it stands.</summary>
    public CellCompleteness CheckComplete(string source) => Attempt(() => CompletenessCheck.Of(source), new("complete", ""));

    private CellCompletions Complete(CellView view, CancellationToken cancellation)
    {
        var found = view.Language switch
        {
            "magic" => MagicCompletion.Complete(view.Code, view.Cursor, session.Folder, [.. session.Variables.Names]),
            "csharp" => DirectiveCompletion.Complete(view.Code, view.Cursor, session.Folder) ?? session.Complete(view.Code, view.Cursor, cancellation),
            "fsharp" => AskFSharp(assistant => assistant.Complete(view.Code, view.Cursor, cancellation), cancellation) ?? CellCompletions.None(view.Cursor),
            _ => CellCompletions.None(view.Cursor),
        };
        return found with { Start = found.Start + view.Origin, End = found.End + view.Origin };
    }

    private MimeBundle? Inspect(CellView view, bool detailed, CancellationToken cancellation) => view.Language switch
    {
        "magic" when MagicCatalogue.Find(view.Code.Split(' ', '\t')[0]) is { } magic => MimeBundle.OfText(MagicLine.Help(magic)),
        "csharp" => session.Inspect(view.Code, view.Cursor, detailed, cancellation)?.ToBundle(),
        "fsharp" => AskFSharp(assistant => assistant.Inspect(view.Code, view.Cursor, cancellation), cancellation),
        _ => null,
    };

    // Nothing before the first F# cell ran: starting the session takes seconds.
    private T? AskFSharp<T>(Func<FSharpAssistant, T?> question, CancellationToken cancellation) where T : class
    {
        if (!fsharp.IsValueCreated)
            return null;
        var answer = Task.Run(() => question(fsharp.Value.Assistant), cancellation);
        return answer.Wait((int)FSharpLimit.TotalMilliseconds, cancellation) ? answer.Result : null;
    }

    // An editor that asks must never see the kernel fail.
    private static T Attempt<T>(Func<T> question, T otherwise)
    {
        try
        {
            return question();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return otherwise;
        }
    }
}

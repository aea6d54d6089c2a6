using System.Diagnostics;
using System.Globalization;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Magics;
using MatNotebooks.Kernel.Session;
using MatNotebooks.Kernel.Session.Completion;
using MatNotebooks.Kernel.Session.FSharp;
using MatNotebooks.Kernel.Session.Packages;
using MatNotebooks.Kernel.Visuals;

namespace MatNotebooks.Kernel.Cells;

/// <summary>
/// Runs the cells of one notebook; those of several shells beside each other, on the same variables. The life of a cell:
/// <list type="number">
/// <item>it gets its number and becomes the <see cref="RunningCell"/>, so that what it prints and displays is its own;</item>
/// <item>it is split at its magics (<see cref="CellSplitter"/>);</item>
/// <item>each magic is parsed and done, in its place (<see cref="MagicLine"/>);</item>
/// <item>each stretch of C# is compiled on top of the cells before it and takes its place (<see cref="ScriptSession.Compile"/>);</item>
/// <item>it runs on the thread of its shell, where it can be stopped (<see cref="CellThread"/>);</item>
/// <item>the value of its trailing expression is shown as the cell's result;</item>
/// <item>whatever failed becomes one error message, and what magics asked for at the end is done.</item>
/// </list>
/// </summary>
internal sealed class CellRunner : IDisposable
{
    private const int Threads = 16; // a cell that keeps a few of the pool's busy must not hold up its own stop, nor the kernel's answers

    private readonly ScriptSession session;
    private readonly CellThread thread = new();
    private readonly SourceLines sources = new();
    private readonly NameNumbers names = new();
    private readonly Lazy<FSharpSession> fsharp = new(() => new FSharpSession(), LazyThreadSafetyMode.PublicationOnly);
    private readonly SemaphoreSlim fsharpTurn = new(1, 1); // its compiler serves one at a time
    private readonly CellAssistant assistant;
    private int executionCount;
    private int uncounted;

    /// <param name="folder">The notebook's folder: relative paths of <c>#r</c> and <c>#load</c> start there.</param>
    public CellRunner(string folder)
    {
        ThreadPool.SetMinThreads(Threads, Threads);
        session = new ScriptSession(folder);
        assistant = new CellAssistant(session, fsharp);
        ConsoleRouting.Install();
        ScienceForms.Register();
    }

    public ScriptSession Session => session;

    /// <summary>What may stand at the cursor of a cell that is being written; answered also while another cell runs.</summary>
    /// <param name="source">The text of the cell.</param>
    /// <param name="cursor">A UTF-16 offset into it; one outside is taken for the nearer end.</param>
    /// <param name="cancellation">Stops the search.</param>
    public Task<CellCompletions> CompleteAsync(string source, int cursor, CancellationToken cancellation) =>
        assistant.CompleteAsync(source, cursor, cancellation);

    /// <summary>What the name under the cursor is, or what the call around it takes; null where there is nothing to tell.</summary>
    /// <param name="source">The text of the cell.</param>
    /// <param name="cursor">A UTF-16 offset into it.</param>
    /// <param name="detailed">Whether remarks and further overloads are told too.</param>
    /// <param name="cancellation">Stops the search.</param>
    public Task<MimeBundle?> InspectAsync(string source, int cursor, bool detailed, CancellationToken cancellation) =>
        assistant.InspectAsync(source, cursor, detailed, cancellation);

    /// <summary>Whether a cell can run as it stands, or more lines must follow.</summary>
    public CellCompleteness CheckComplete(string source) => assistant.CheckComplete(source);

    /// <summary>The number of the last cell that got one.</summary>
    public int ExecutionCount => executionCount;

    /// <summary>Takes the next number.</summary>
    /// <param name="counted">False for code that is no cell of the notebook's: it gets a number below zero.</param>
    /// <param name="on">The thread the cell is to run on; null for the main one.</param>
    public CellTurn Turn(bool counted, CellThread? on = null) =>
        new(counted ? Interlocked.Increment(ref executionCount) : Interlocked.Decrement(ref uncounted), on ?? thread);

    /// <summary>Runs one cell to its end; a failure is in the outcome and on the channel, never thrown.</summary>
    /// <param name="source">The text of the cell.</param>
    /// <param name="channel">Where its outputs go.</param>
    /// <param name="limit">Wall time it may take; null for no limit.</param>
    /// <param name="cancellation">Stops it; the session keeps its variables.</param>
    /// <param name="turn">Its number and thread; null for the next number, on the main thread.</param>
    public async Task<CellOutcome> RunAsync(
        string source, IDisplayChannel channel, TimeSpan? limit = null, CancellationToken cancellation = default, CellTurn? turn = null)
    {
        var watch = Stopwatch.StartNew();
        turn ??= Turn(counted: true);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (limit is { } time)
            stop.CancelAfter(time);
        using var checks = stop.Token.UnsafeRegister(_ => StopCheck.Raise(), null);
        var cell = new RunningCell(channel, turn.Number, stop.Token) { Names = names };
        var finishing = new List<Action>();
        using var scope = cell.Enter();
        var error = await AttemptAsync(source, cell, turn.Thread, finishing, Stopped);
        foreach (var finish in finishing)
            finish();
        if (error is not null)
            channel.Send(new DisplayMessage.Failure(error));
        return new CellOutcome(cell.ExecutionCount, error, watch.Elapsed);

        CellError Stopped() => cancellation.IsCancellationRequested
            ? Failure(cell, "Interrupted", "The cell was stopped.")
            : Failure(cell, "Timeout", string.Create(CultureInfo.InvariantCulture, $"The cell took longer than the {limit!.Value.TotalSeconds} s it may."));
    }

    public void Dispose()
    {
        thread.Dispose();
        session.Dispose();
    }

    private CellError Located(MagicException failure, MagicPlace place) => new(failure.Kind, failure.Message,
    [
        string.Create(CultureInfo.InvariantCulture, $"{place.Label}, line {place.Line}, column {place.Column}: {failure.Message}"),
        .. sources.Excerpt(place.Label, place.Line, place.Column, 1),
    ]);

    private async Task<CellError?> AttemptAsync(string source, RunningCell cell, CellThread on, List<Action> finishing, Func<CellError> stopped)
    {
        var succeeded = false;
        session.Begin();
        try
        {
            await RunTextAsync(source, new CellOrigin(CellLabel.Of(cell.ExecutionCount), []), cell, on, finishing);
            succeeded = true;
            return null;
        }
        catch (CompilationFailedException failure)
        {
            return CompileErrors.Describe(failure, sources);
        }
        catch (MagicException failure) when (failure.Place is not null)
        {
            return Located(failure, failure.Place);
        }
        catch (Exception failure) when (failure is MagicException or LiteralException)
        {
            return new CellError((failure as MagicException)?.Kind ?? "MagicError", failure.Message, [$"{CellLabel.Of(cell.ExecutionCount)}: {failure.Message}"]);
        }
        catch (FSharpCompilationException failure)
        {
            return failure.Describe(sources);
        }
        catch (PackageException failure)
        {
            return new CellError("PackageError", failure.Message, [$"{CellLabel.Of(cell.ExecutionCount)}: {failure.Message}"]);
        }
        catch (AbandonedException left)
        {
            return LeftBehind(cell, left.Waited);
        }
        catch (Exception) when (cell.Cancellation.IsCancellationRequested)
        {
            return stopped();
        }
        catch (Exception failure)
        {
            return RuntimeErrors.Describe(failure, sources);
        }
        finally
        {
            session.End(succeeded);
        }
    }

    /// <summary>Runs the text of the cell, or of a notebook's cell that it imports.</summary>
    private async Task RunTextAsync(string source, CellOrigin origin, RunningCell cell, CellThread on, List<Action> finishing)
    {
        sources.Remember(origin.Label, source);
        var context = new MagicContext(session, cell, (code, line) => RunCSharpAsync(code, line, origin, cell, on), finishing)
        {
            Origin = origin,
            RunFSharp = (code, line) => RunFSharpAsync(code, line, origin, cell, on),
            FSharp = fsharp,
            RunImported = (text, from) => RunTextAsync(text, from, cell, on, finishing),
        };
        foreach (var section in CellSplitter.Split(source))
        {
            if (section.MagicLine is null)
                await RunCSharpAsync(section.Body, section.BodyLine, origin, cell, on);
            else
                await MagicLine.RunAsync(section, context);
        }
    }

    private async Task RunCSharpAsync(string code, int line, CellOrigin origin, RunningCell cell, CellThread on)
    {
        code = await session.Packages.AddAsync(code, origin.Label, cell);
        // Blank lines in front keep the line numbers of the cell.
        Func<object?, bool> shows = _ => false;
        var run = session.Compile(new string('\n', line) + code, origin.Label, Compiled, cell.Cancellation);
        var bundle = await on.Run(() => RunAndFormatAsync(run, shows), cell.Cancellation);
        Show(bundle, origin, cell);

        void Compiled(Submission submission)
        {
            shows = submission.Shows;
            sources.RememberLoaded(submission.Compilation, submission.Loaded);
            if (submission.Rewritten is { } rewritten)
                sources.RememberRewritten(origin.Label, rewritten);
        }
    }

    // A value may compute for long when asked how it looks: that too can be stopped.
    private static async Task<MimeBundle?> RunAndFormatAsync(Func<Task<object?>> run, Func<object?, bool> shows)
    {
        var value = await run();
        return shows(value) ? ValueFormatter.ToBundle(value) : null;
    }

    private async Task RunFSharpAsync(string code, int line, CellOrigin origin, RunningCell cell, CellThread on)
    {
        // Started where nothing interrupts it half-way.
        var language = await Task.Run(() => fsharp.Value).WaitAsync(cell.Cancellation);
        code = await session.Packages.AddAsync(code, origin.Label, cell);
        await fsharpTurn.WaitAsync(cell.Cancellation);
        try
        {
            Show(await on.Run(() => Task.FromResult(Evaluate(language, new string('\n', line) + code, origin, cell)), cell.Cancellation), origin, cell);
        }
        finally
        {
            fsharpTurn.Release();
        }
    }

    private MimeBundle? Evaluate(FSharpSession language, string code, CellOrigin origin, RunningCell cell)
    {
        language.Reference(session.Packages.InUse);
        var value = language.Evaluate(code, origin.Label, cell.Cancellation);
        return value is null ? null : ValueFormatter.ToBundle(value.Value);
    }

    // A cell has one result: what imported ones end in is only shown.
    private static void Show(MimeBundle? bundle, CellOrigin origin, RunningCell cell)
    {
        if (bundle is not null)
            cell.Channel.Send(origin.Imported ? new DisplayMessage.Data(bundle, null) : new DisplayMessage.Result(bundle, cell.ExecutionCount));
    }

    private static CellError LeftBehind(RunningCell cell, TimeSpan waited)
    {
        var message = string.Create(CultureInfo.InvariantCulture, $"The cell was told to stop and had not after {waited.TotalSeconds} s: it is inside machine code of a library, or in a block that cannot be left. ") +
            "It was left behind and may still run and change variables; the cells from here on run on a new thread. Restart the kernel to be rid of it.";
        return new CellError("Interrupted", message, [$"{CellLabel.Of(cell.ExecutionCount)}: {message}"]);
    }

    private static CellError Failure(RunningCell cell, string name, string what)
    {
        var message = what + " Variables keep the values they had; restart if it was changing something shared.";
        return new CellError(name, message, [$"{CellLabel.Of(cell.ExecutionCount)}: {message}"]);
    }
}

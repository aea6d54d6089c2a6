using FSharp.Compiler.Diagnostics;
using FSharp.Compiler.Interactive;
using MatNotebooks.Kernel.Session.Packages;
using Microsoft.FSharp.Core;

namespace MatNotebooks.Kernel.Session.FSharp;

/// <summary>
/// F# that keeps its state from cell to cell. Made when the first F# cell runs, which takes some seconds: the F# compiler is
/// not even loaded before, so that notebooks in C# do not pay for it.
/// </summary>
internal sealed class FSharpSession
{
    private const string Handed = "MatNotebooks.Handed"; // where a value lies while it is handed over
    private readonly Shell.FsiEvaluationSession session;
    private readonly HashSet<string> referenced = new(StringComparer.Ordinal);

    public FSharpSession()
    {
        string[] arguments =
        [
            "fsi", "--noninteractive", "--nologo", "--quiet", "--gui-", "--multiemit+", "--debug+", "--optimize+",
            "--noframework", "--targetprofile:netcore",
            .. FrameworkReferences.Find().Append(typeof(Unit).Assembly.Location).Concat(Ours()).Select(path => "--reference:" + path),
        ];
        session = Shell.FsiEvaluationSession.Create(
            Shell.FsiEvaluationSession.GetDefaultConfiguration(), arguments, TextReader.Null, TextWriter.Null, TextWriter.Null,
            FSharpOption<bool>.None, null);
        Assistant = new FSharpAssistant(session);
        Evaluate("open type MatNotebooks.Kernel.Display.CellFunctions", "", CancellationToken.None);
        Evaluate("open type MatNotebooks.Kernel.Visuals.Explanations", "", CancellationToken.None);
    }

    /// <summary>Answers questions about code that is being written, also while a cell runs.</summary>
    public FSharpAssistant Assistant { get; }

    /// <summary>The values bound at the top level.</summary>
    public IEnumerable<NamedValue> Variables => session.GetBoundValues()
        .Where(bound => bound.Name != "it")
        .ExceptBy(Functions.Select(function => function.Name), bound => bound.Name)
        .Select(bound => new NamedValue(bound.Name, bound.Value.ReflectionType, bound.Value.ReflectionValue));

    /// <summary>The functions defined at the top level.</summary>
    public IEnumerable<FSharpFunction> Functions => FSharpFunctions.In(session.CurrentPartialAssemblySignature);

    /// <summary>Compiles and runs a cell.</summary>
    /// <param name="code">The F# of the cell.</param>
    /// <param name="file">The name its line numbers are reported under.</param>
    /// <param name="cancellation">Stops the compilation.</param>
    /// <returns>The value of the trailing expression; null where there is none.</returns>
    /// <exception cref="FSharpCompilationException">The code has errors.</exception>
    /// <exception cref="Exception">Whatever the code throws.</exception>
    public NamedValue? Evaluate(string code, string file, CancellationToken cancellation)
    {
        var rewritten = FSharpStopChecks.Put(code);
        var (outcome, diagnostics) = EvaluateShielded(rewritten.Text, file, cancellation);
        var mistakes = diagnostics.Where(diagnostic => diagnostic.Severity.IsError).Select(Mistake)
            .Select(mistake => mistake with { Column = rewritten.Original(mistake.Line, mistake.Column) }).ToArray();
        if (mistakes.Length > 0)
            throw new FSharpCompilationException(mistakes);
        if (outcome is FSharpChoice<FSharpOption<Shell.FsiValue>?, Exception>.Choice2Of2 failure)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure.Item);
        var value = ((FSharpChoice<FSharpOption<Shell.FsiValue>?, Exception>.Choice1Of2)outcome).Item?.Value;
        return value is null || value.ReflectionType == typeof(Unit) ? null : new NamedValue("it", value.ReflectionType, value.ReflectionValue);
    }

    // An interruption inside the compiler could be swallowed there or tear its state; the compiler looks at the token. What it made
    // begins to run right after it was loaded.
    private Tuple<FSharpChoice<FSharpOption<Shell.FsiValue>?, Exception>, FSharpDiagnostic[]> EvaluateShielded(string code, string file, CancellationToken cancellation)
    {
        var run = StoppableRun.Current;
        AssemblyLoadEventHandler loaded = (_, loading) =>
        {
            if (StoppableRun.Current == run && loading.LoadedAssembly.GetName().Name?.StartsWith("FSI-ASSEMBLY", StringComparison.Ordinal) == true)
                run?.Unshield();
        };
        run?.Shield();
        AppDomain.CurrentDomain.AssemblyLoad += loaded;
        try
        {
            return session.EvalInteractionNonThrowing(code, file, FSharpOption<CancellationToken>.Some(cancellation));
        }
        finally
        {
            AppDomain.CurrentDomain.AssemblyLoad -= loaded;
            run?.Unshield();
        }
    }

    /// <summary>Lets cells use what packages bring.</summary>
    public void Reference(IEnumerable<ResolvedPackage> packages)
    {
        var lines = packages.SelectMany(package => package.Assemblies).Where(referenced.Add).Select(path => $"#r @\"{path}\"").ToArray();
        if (lines.Length > 0)
            Evaluate(string.Join('\n', lines), "", CancellationToken.None);
    }

    /// <summary>Binds a name to a value that C# made.</summary>
    /// <param name="name">The name.</param>
    /// <param name="type">The type it gets, as <see cref="FSharpTypeName"/> writes it.</param>
    /// <param name="value">The value.</param>
    public void Bind(string name, string type, object? value)
    {
        // The session's own AddBoundValue knows the assemblies that run, not those it compiles against.
        AppDomain.CurrentDomain.SetData(Handed, value);
        try
        {
            Evaluate($"let ``{name}`` = unbox<{type}> (System.AppDomain.CurrentDomain.GetData \"{Handed}\")", "", CancellationToken.None);
        }
        finally
        {
            AppDomain.CurrentDomain.SetData(Handed, null);
        }
    }

    private static IEnumerable<string> Ours() =>
        new[] { "MatNotebooks.Torch", "MatNotebooks.Core", "matnb" }.Select(name => System.Reflection.Assembly.Load(name).Location);

    private static FSharpMistake Mistake(FSharpDiagnostic diagnostic) => new(
        diagnostic.FileName, diagnostic.StartLine, diagnostic.StartColumn + 1,
        diagnostic.EndLine == diagnostic.StartLine ? Math.Max(1, diagnostic.EndColumn - diagnostic.StartColumn) : 1,
        diagnostic.ErrorNumberText, diagnostic.Message);
}

using System.Reflection;
using MatNotebooks.Datasets.Tables;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Session.Completion;
using MatNotebooks.Kernel.Session.Documentation;
using MatNotebooks.Kernel.Session.Packages;

namespace MatNotebooks.Kernel.Session;

/// <summary>
/// C# that keeps its state from cell to cell. A cell becomes one assembly whose single object holds the cell's
/// variables as fields; later cells read those fields, so a cell that fails or is interrupted half-way keeps what it had set.
/// </summary>
internal sealed class ScriptSession : IDisposable
{
    private const BindingFlags Everything = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private readonly SubmissionLoader loader = new();
    private readonly SubmissionCompiler compiler;
    private object?[] states = new object?[64];
    private readonly SessionVariables variables = new();
    private readonly CapturedVariables captured = new();
    private readonly List<(FieldInfo Field, object Owner)> hidden = [];
    private readonly Lazy<TableDatabase> database;
    private readonly Lock compiling = new(); // a cell's place is fixed while it compiles, so cells of several shells take theirs in turn
    private readonly Lock places = new(); // the objects and what hangs on them; never held while something compiles
    private int count = 1; // the first place belongs to the host object, and there is none
    private int running;
    private int seen = 1; // how many of the cells' objects the variables already know

    /// <param name="folder">Where relative paths of <c>#r</c> and <c>#load</c> start: the notebook's folder.</param>
    public ScriptSession(string folder)
    {
        Folder = folder;
        database = new(() => new TableDatabase { Folder = folder });
        compiler = new SubmissionCompiler(folder, loader.AddFile);
        Packages = new SessionPackages(folder, Take);
    }

    /// <summary>
    /// Compiles what a first cell usually holds and throws it away: Roslyn reads the assemblies and finds its code then, while
    /// the program still has other things to do, and not while a user waits.
    /// </summary>
    public static void WarmUp() => new SubmissionCompiler(Path.GetTempPath(), _ => { }).Compile(
        "using System.Text;\nrecord Row(string Name, double Value);\nvar rows = Enumerable.Range(0, 3).Select(i => new Row($\"{i}\", i)).ToArray();\n" +
        "Console.WriteLine(rows.Length);\nawait Task.Yield();\ndisplay(rows);\nrows", "", CancellationToken.None);

    /// <summary>Asks what an editor asks, and throws the answers away: the first real question is then answered as fast as the tenth.</summary>
    public static void WarmUpQuestions()
    {
        const string Code = "var rows = Enumerable.Range(0, 3).ToArray();\nConsole.WriteLine(rows.Sel";
        var compiler = new SubmissionCompiler(Path.GetTempPath(), _ => { });
        new CSharpCompletion(compiler).Complete(Code, Code.Length, CancellationToken.None);
        new CSharpCompletion(compiler).Complete(Code, Code.IndexOf("rows.", StringComparison.Ordinal), CancellationToken.None);
        new CSharpInspection(compiler, _ => null).Inspect(Code, Code.Length, detailed: false, CancellationToken.None);
        SymbolDocumentation.WarmUp();
    }

    /// <summary>The notebook's folder.</summary>
    public string Folder { get; }

    /// <summary>The tables of <c>#!sql</c>: one database for the session, made when it is first asked.</summary>
    public TableDatabase Database => database.Value;

    /// <summary>What the session knows of itself.</summary>
    public SessionNotes Notes { get; } = new();

    /// <summary>What cells ask for by <c>#r "nuget: ..."</c>.</summary>
    public SessionPackages Packages { get; }

    /// <summary>The variables of the cells that ran.</summary>
    public SessionVariables Variables
    {
        get
        {
            lock (places)
            {
                for (; seen < count && states[seen] is { } submission; seen++)
                    hidden.AddRange(variables.Add(submission));
            }
            return variables;
        }
    }

    /// <summary>Begins with what the first cell needs of the compiler before its code is known.</summary>
    public void Prepare() => compiler.PrepareNext();

    /// <summary>A cell begins, before it compiles anything; <see cref="End"/> follows.</summary>
    public void Begin()
    {
        lock (places)
            running++;
    }

    /// <summary>
    /// A cell has ended. If no other runs, what redeclared variables held is let go of: `var big = ...` run ten times would otherwise keep
    /// ten of them, for each run is a cell of its own. Only what no function or lambda can still read.
    /// </summary>
    /// <param name="release">False where the cell failed, and something of it may still run.</param>
    public void End(bool release)
    {
        lock (places)
        {
            if (--running == 0 && release)
                ReleaseHidden();
        }
    }

    /// <summary>The C# name of a variable's type; null when there is no such variable.</summary>
    public string? TypeOf(string name) => Variables.TryGet(name, out _, out var type) ? TypeNames.Of(type) : null;

    /// <summary>Compiles a cell and gives it its place: its declarations count from here on, with no values as yet.</summary>
    /// <param name="code">The C# of the cell.</param>
    /// <param name="file">The name its line numbers are reported under.</param>
    /// <param name="compiled">Called with what was compiled, before it is loaded.</param>
    /// <param name="cancellation">Stops the compilation.</param>
    /// <returns>Runs the cell up to its end; gives the value of the trailing expression, null where there is none.</returns>
    /// <exception cref="CompilationFailedException">The code has errors; the session is as before.</exception>
    public Func<Task<object?>> Compile(string code, string file, Action<Submission> compiled, CancellationToken cancellation = default)
    {
        lock (compiling)
        {
            var submission = compiler.Compile(code, file, cancellation);
            compiled(submission);
            if (submission.Image.Length > 0)
                return Place(submission);
            compiler.Accept(submission);
            return () => Task.FromResult<object?>(null);
        }
    }

    /// <summary>What may stand at a place of C# code; answered on any thread, also while a cell runs.</summary>
    public CellCompletions Complete(string code, int cursor, CancellationToken cancellation) => new CSharpCompletion(compiler).Complete(code, cursor, cancellation);

    /// <summary>What the name at a place of C# code is; null where there is none.</summary>
    public Explanation? Inspect(string code, int cursor, bool detailed, CancellationToken cancellation) =>
        new CSharpInspection(compiler, name => Variables.TryGet(name, out var value, out _) ? ShortValue.Words(value) : null).Inspect(code, cursor, detailed, cancellation);

    /// <summary>Lets go of the tables of <c>#!sql</c>.</summary>
    public void Dispose()
    {
        if (database.IsValueCreated)
            database.Value.Dispose();
    }

    private void Take(ResolvedPackage package)
    {
        lock (compiling)
        {
            foreach (var path in package.References)
                compiler.AddReference(path);
        }
        foreach (var path in package.Assemblies)
            loader.AddFile(path);
        foreach (var path in package.Natives)
            loader.AddNative(path);
    }

    private void ReleaseHidden()
    {
        _ = Variables;
        foreach (var (field, owner) in hidden.Where(old => !old.Field.IsInitOnly && !captured.Contains(old.Owner.GetType().Name, old.Field.Name)))
            field.SetValue(owner, null);
        hidden.Clear();
    }

    // The compiler's own entry point makes the cell's object and runs it at once. Here the object is made alone, for it is the constructor that
    // puts it among the others and finds those it uses: so every object is in its place before the next cell compiles, however long each runs.
    private Func<Task<object?>> Place(Submission submission)
    {
        var type = Load(submission);
        lock (places)
        {
            if (count == states.Length)
                Array.Resize(ref states, states.Length * 2);
            var cell = Activator.CreateInstance(type, Everything | BindingFlags.DoNotWrapExceptions, null, [states], null);
            var run = type.GetMethod("<Initialize>", Everything) ?? throw new InvalidOperationException("The compiled cell has no code to run.");
            count++;
            compiler.Accept(submission);
            captured.Add(submission.Compilation);
            return run.CreateDelegate<Func<Task<object?>>>(cell);
        }
    }

    private Type Load(Submission submission)
    {
        var entry = submission.Compilation.GetEntryPoint(CancellationToken.None)
            ?? throw new InvalidOperationException("The compiled cell has no entry point.");
        var assembly = loader.LoadSubmission(submission.Compilation.AssemblyName!, submission.Image, submission.Symbols);
        return assembly.GetType(entry.ContainingType.MetadataName, throwOnError: true)!;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MatNotebooks.Kernel.Session.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace MatNotebooks.Kernel.Session;

/// <summary>Compiles one cell after another; each sees what those before it declared.</summary>
internal sealed class SubmissionCompiler
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);
    private static readonly EmitOptions EmitOptions = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    private readonly CSharpCompilationOptions options;
    private readonly SourceFileResolver asWritten;
    private readonly LoadedFiles loaded;

    // What the accepted cells do not have yet. A cell inherits the references of those before it; naming them again would give the
    // n-th cell n times as many, and memory would grow with the square of the cells.
    private ImmutableArray<MetadataReference> references = [.. SessionReferences.Default];
    private CSharpCompilation? previous;
    private Lazy<CSharpCompilation> next;
    private int submissions;

    /// <param name="folder">Where relative paths in <c>#r</c> and <c>#load</c> start.</param>
    /// <param name="referenceFound">Called with the full path of each assembly file a cell brings.</param>
    public SubmissionCompiler(string folder, Action<string> referenceFound)
    {
        (asWritten, loaded) = (new SourceFileResolver([], folder), new LoadedFiles(folder));
        // Release code: cells hold numeric loops, and line numbers survive.
        options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            usings: SessionUsings.Default,
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true,
            concurrentBuild: false, // a cell is short: parting it among threads takes longer than compiling it
            nullableContextOptions: NullableContextOptions.Disable,
            metadataReferenceResolver: new ReferenceDirectives(folder, referenceFound),
            sourceReferenceResolver: loaded);
        next = Prepare();
    }

    /// <summary>Lets the cells from here on see an assembly file; one that the program brings itself is left as it is.</summary>
    public void AddReference(string path)
    {
        if (SessionReferences.Find(Path.GetFileNameWithoutExtension(path)) is not null)
            return;
        references = references.Add(MetadataReference.CreateFromFile(path));
        next = Prepare();
    }

    /// <summary>Parses code as the next cell would be, without remembering it.</summary>
    public static SyntaxTree Parse(string code, string file = "") =>
        CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), ParseOptions, file);

    /// <summary>Compiles code on top of the accepted submissions.</summary>
    /// <exception cref="CompilationFailedException">There are errors.</exception>
    public Submission Compile(string code, string file, CancellationToken cancellation)
    {
        var written = Parse(code, file);
        foreach (var edits in Attempts(written))
        {
            var rewritten = new RewrittenCode(code, edits);
            try
            {
                return Emit(Parse(rewritten.Text, file), next.Value, cancellation) with { Rewritten = rewritten, Loaded = loaded.Rewritten };
            }
            catch (CompilationFailedException)
            {
                // Errors are told in the words and columns of the cell as written.
            }
        }
        var plain = next.Value;
        return Emit(written, plain.WithOptions(plain.Options.WithSourceReferenceResolver(asWritten)), cancellation);
    }

    private static IEnumerable<IReadOnlyList<SourceEdit>> Attempts(SyntaxTree written)
    {
        var (stops, queries) = (StopChecks.Of(written), QueryChecks.Of(written));
        if (queries.Count > 0)
            yield return [.. stops, .. queries];
        if (stops.Count > 0 || ((CompilationUnitSyntax)written.GetRoot()).GetLoadDirectives().Count > 0)
            yield return stops;
    }

    private Submission Emit(SyntaxTree tree, CSharpCompilation empty, CancellationToken cancellation)
    {
        var compilation = empty.AddSyntaxTrees(tree);
        if (!compilation.SyntaxTrees.Any(HasCode))
            return Declarations(compilation);
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = compilation.Emit(image, symbols, options: EmitOptions, cancellationToken: cancellation);
        if (!emitted.Success)
        {
            cancellation.ThrowIfCancellationRequested(); // stopped while it writes documentation, the compiler calls that an error of the code
            throw new CompilationFailedException(Errors(emitted.Diagnostics), compilation);
        }
        next = Prepare(); // of another name, for the assembly of this one may be loaded already when something fails
        return new Submission(compilation, image.ToArray(), symbols.ToArray(), Shows(tree, compilation));
    }

    /// <summary>Lets later cells see what this one declared.</summary>
    public void Accept(Submission submission)
    {
        previous = submission.Compilation;
        references = [];
        next = Prepare();
        PrepareNext();
    }

    /// <summary>
    /// Binds the references of the next cell while the one before it runs or nothing does: a quarter of what it takes to compile a short one.
    /// </summary>
    public void PrepareNext()
    {
        var begun = next;
        _ = Task.Run(() => begun.Value);
    }

    // Roslyn gives a cell of directives or comments alone no place among the objects, so it must not be run.
    private static bool HasCode(SyntaxTree tree) => ((CompilationUnitSyntax)tree.GetRoot()).Members.Count > 0;

    private static Submission Declarations(CSharpCompilation compilation)
    {
        var errors = Errors(compilation.GetDiagnostics());
        return errors.Length == 0 ? new Submission(compilation, [], [], _ => false) : throw new CompilationFailedException(errors, compilation);
    }

    private static Diagnostic[] Errors(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

    /// <summary>Code as the cell after those accepted so far, for questions about it; nothing is remembered.</summary>
    public CSharpCompilation Draft(SyntaxTree tree) => next.Value.AddSyntaxTrees(tree);

    // A compilation without code. One that gets code takes its references over as they are bound, unless the code brings others.
    private Lazy<CSharpCompilation> Prepare()
    {
        var (before, with, number) = (previous, references, Interlocked.Increment(ref submissions));
        return new(() =>
        {
            var empty = CSharpCompilation.CreateScriptCompilation(
                string.Create(CultureInfo.InvariantCulture, $"cell-{number}"), null, with,
                options.WithScriptClassName(string.Create(CultureInfo.InvariantCulture, $"Cell{number}")), before, typeof(object));
            _ = empty.Assembly; // binds them
            return empty;
        });
    }

    // What is called may give nothing, and only its type tells; that takes a millisecond, so it is asked where there is nothing to show.
    private static Func<object?, bool> Shows(SyntaxTree tree, CSharpCompilation compilation)
    {
        if (((CompilationUnitSyntax)tree.GetRoot()).Members.LastOrDefault() is not GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last })
            return _ => false;
        return value => value is not null || compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type is not { SpecialType: SpecialType.System_Void };
    }
}

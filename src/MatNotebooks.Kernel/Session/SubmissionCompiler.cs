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

    // What the accepted cells do not have yet. A cell inherits the references of those before it; naming them again would give the
    // n-th cell n times as many, and memory would grow with the square of the cells.
    private ImmutableArray<MetadataReference> references = [.. SessionReferences.Default];
    private CSharpCompilation? previous;
    private int submissions;

    /// <param name="folder">Where relative paths in <c>#r</c> and <c>#load</c> start.</param>
    /// <param name="referenceFound">Called with the full path of each assembly file a cell brings.</param>
    public SubmissionCompiler(string folder, Action<string> referenceFound)
    {
        // Release code: cells hold numeric loops, and line numbers survive.
        options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            usings: SessionUsings.Default,
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true,
            nullableContextOptions: NullableContextOptions.Disable,
            metadataReferenceResolver: new ReferenceDirectives(folder, referenceFound),
            sourceReferenceResolver: new SourceFileResolver([], folder));
    }

    /// <summary>Lets the cells from here on see an assembly file; one that the program brings itself is left as it is.</summary>
    public void AddReference(string path)
    {
        if (SessionReferences.Find(Path.GetFileName(path)) is null)
            references = references.Add(MetadataReference.CreateFromFile(path));
    }

    /// <summary>Parses code as the next cell would be, without remembering it.</summary>
    public static SyntaxTree Parse(string code, string file = "") =>
        CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), ParseOptions, file);

    /// <summary>Compiles code on top of the accepted submissions.</summary>
    /// <exception cref="CompilationFailedException">There are errors.</exception>
    public Submission Compile(string code, string file, CancellationToken cancellation)
    {
        var written = Parse(code, file);
        var name = string.Create(CultureInfo.InvariantCulture, $"cell-{Interlocked.Increment(ref submissions)}");
        var edits = StopChecks.Of(written);
        if (edits.Count > 0)
        {
            var rewritten = new RewrittenCode(code, edits);
            try
            {
                return Emit(Parse(rewritten.Text, file), name, cancellation) with { Rewritten = rewritten };
            }
            catch (CompilationFailedException)
            {
                // Errors are told in the words and columns of the cell as written.
            }
        }
        return Emit(written, name, cancellation);
    }

    private Submission Emit(SyntaxTree tree, string name, CancellationToken cancellation)
    {
        var compilation = Next(tree, name);
        if (!compilation.SyntaxTrees.Any(HasCode))
            return Declarations(compilation);
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = compilation.Emit(image, symbols, options: EmitOptions, cancellationToken: cancellation);
        if (!emitted.Success)
            throw new CompilationFailedException(Errors(emitted.Diagnostics), compilation);
        return new Submission(compilation, image.ToArray(), symbols.ToArray(), EndsInValue(tree, compilation));
    }

    /// <summary>Lets later cells see what this one declared.</summary>
    public void Accept(Submission submission)
    {
        previous = submission.Compilation;
        references = [];
    }

    // Roslyn gives a cell of directives or comments alone no place among the objects, so it must not be run.
    private static bool HasCode(SyntaxTree tree) => ((CompilationUnitSyntax)tree.GetRoot()).Members.Count > 0;

    private static Submission Declarations(CSharpCompilation compilation)
    {
        var errors = Errors(compilation.GetDiagnostics());
        return errors.Length == 0 ? new Submission(compilation, [], [], HasValue: false) : throw new CompilationFailedException(errors, compilation);
    }

    private static Diagnostic[] Errors(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

    /// <summary>Code as the cell after those accepted so far, for questions about it; nothing is remembered.</summary>
    public CSharpCompilation Draft(SyntaxTree tree) => Next(tree, "cell-0");

    private CSharpCompilation Next(SyntaxTree tree, string name) => CSharpCompilation.CreateScriptCompilation(
        name, tree, references, options.WithScriptClassName(name.Replace("cell-", "Cell", StringComparison.Ordinal)), previous, typeof(object));

    private static bool EndsInValue(SyntaxTree tree, CSharpCompilation compilation)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot();
        if (root.Members.LastOrDefault() is not GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last })
            return false;
        var type = compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type;
        return type is null || type.SpecialType != SpecialType.System_Void;
    }
}

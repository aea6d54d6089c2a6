using System.Globalization;
using System.Text;
using MatNotebooks.Kernel.Cells;
using MatNotebooks.Kernel.Notebooks.Format;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MatNotebooks.Kernel.Notebooks.Export;

/// <summary>
/// A notebook as one C# file for <c>dotnet run FILE.cs</c>: usings to the top, types to the end, parameters as arguments, values that
/// end a cell displayed as text, Markdown and what only a notebook can do as comments.
/// </summary>
internal sealed class CSharpProgram
{
    private readonly StringBuilder body = new();
    private readonly SortedSet<string> usings = new(StringComparer.Ordinal);
    private readonly List<string> packages = [];
    private readonly List<string> types = [];
    private readonly HashSet<string> outer;
    private readonly Dictionary<string, int> declared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> current = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<Parameter> parameters;
    private readonly Stack<string> loading = new(); // the folder of the code that is being added
    private int watches;

    private CSharpProgram(Notebook notebook)
    {
        parameters = [.. NotebookParameters.Of(notebook).Parameters.Where(parameter => parameter.Type is "int" or "long" or "double" or "float" or "bool" or "string")];
        outer = [.. notebook.Cells.Where(cell => cell.Kind == CellKind.Code).SelectMany(cell => CellSplitter.Split(cell.Source))
            .Where(section => section.MagicName is null or "#!csharp")
            .SelectMany(section => CellCode.Parse(section.Body).Statements).SelectMany(TopLevelNames.DeclaredBy)];
    }

    /// <summary>The text of the file.</summary>
    public static string Of(Notebook notebook, ProgramSurroundings surroundings)
    {
        var program = new CSharpProgram(notebook);
        program.loading.Push(surroundings.NotebookFolder);
        foreach (var cell in notebook.Cells)
            program.Add(cell);
        return program.Text(surroundings);
    }

    private void Add(NotebookCell cell)
    {
        if (cell.Kind != CellKind.Code)
        {
            Comment(cell.Source);
            return;
        }
        var ends = new List<string>();
        foreach (var section in CellSplitter.Split(cell.Source))
        {
            if (section.MagicName is null or "#!csharp")
                AddCode(section.Body, cell.HasTag("parameters"));
            else
                AddMagic(section, ends);
        }
        ends.ForEach(line => body.AppendLine(line));
        body.AppendLine();
    }

    private void AddMagic(CellSection section, List<string> ends)
    {
        if (section.MagicName == "#!time")
        {
            var watch = string.Create(CultureInfo.InvariantCulture, $"watch_{++watches}");
            body.AppendLine($"var {watch} = System.Diagnostics.Stopwatch.StartNew();");
            ends.Add($"Console.WriteLine($\"Wall time: {{{watch}.Elapsed.TotalSeconds:G3}} s\");");
        }
        else if (section.MagicName == "#!set" && section.MagicLine!.Split(' ', 3) is [_, var name, var value] && SyntaxFacts.IsValidIdentifier(name))
        {
            outer.Add(name);
            AddCode($"var {name} = {Literal(value.Trim())};\n", isParameters: false);
        }
        else
        {
            Comment(section.MagicLine + "\n" + section.Body);
        }
    }

    private static string Literal(string text) =>
        text.StartsWith("@csharp:", StringComparison.Ordinal) ? text["@csharp:".Length..]
        : text is "true" or "false" || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? text
        : SymbolDisplay.FormatLiteral(text.Trim('"'), quote: true);

    private void AddCode(string code, bool isParameters)
    {
        var parts = CellCode.Parse(code);
        usings.UnionWith(parts.Usings);
        types.AddRange(parts.Types.Select(TypeText));
        foreach (var reference in parts.References)
            AddReference(reference, isParameters);
        foreach (var statement in parts.Statements)
            AddStatement(statement, isParameters);
    }

    private void AddStatement(StatementSyntax statement, bool isParameters)
    {
        foreach (var name in TopLevelNames.DeclaredBy(statement).Distinct(StringComparer.Ordinal))
        {
            declared[name] = declared.GetValueOrDefault(name) + 1;
            if (declared[name] > 1)
                current[name] = string.Create(CultureInfo.InvariantCulture, $"{name}_{declared[name]}");
        }
        var renamed = new ProgramNames(outer, current).Rewrite(statement);
        body.AppendLine((isParameters ? WithArgument(renamed) : Ended(renamed)).ToFullString().Trim('\n', '\r'));
    }

    private StatementSyntax WithArgument(StatementSyntax statement)
    {
        if (statement is not LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer: { } initial } variable] } ||
            parameters.FirstOrDefault(known => known.Name == variable.Identifier.Text) is not { } parameter)
            return statement;
        var given = SyntaxFactory.ParseExpression($"Arguments.Value<{parameter.Type}>(args, \"{parameter.Name}\", {initial.Value})");
        return statement.ReplaceNode(initial.Value, given);
    }

    // The value that a cell ends in is shown; a call may have none, which only the compiler knows.
    private static StatementSyntax Ended(StatementSyntax statement)
    {
        if (statement is not ExpressionStatementSyntax { SemicolonToken.IsMissing: true, Expression: var value })
            return statement;
        var text = value.WithoutTrivia().ToFullString();
        var shown = value.DescendantNodesAndSelf().Any(node => node is AwaitExpressionSyntax) ? $"await Ending.ShowAsync(async () => {text});"
            : value is InvocationExpressionSyntax ? $"Ending.Show(() => {text});"
            : $"display({text});";
        return SyntaxFactory.ParseStatement(value.GetLeadingTrivia() + shown + value.GetTrailingTrivia());
    }

    private static string TypeText(MemberDeclarationSyntax member)
    {
        var text = member.ToFullString().Trim('\n', '\r');
        return member is MethodDeclarationSyntax method
            ? $"static class Extensions_{method.Identifier.Text}\n{{\n    internal {(method.Modifiers.Any(SyntaxKind.StaticKeyword) ? "" : "static ")}{method.WithModifiers(SyntaxFactory.TokenList(method.Modifiers.Where(word => word.IsKind(SyntaxKind.StaticKeyword)))).ToFullString().Trim()}\n}}"
            : text;
    }

    private void AddReference(string line, bool isParameters)
    {
        var named = line.Split('"');
        if (line.TrimStart().StartsWith("#load", StringComparison.Ordinal) && named.Length > 1 && Path.GetFullPath(named[1], loading.Peek()) is var path && File.Exists(path))
        {
            Comment(line);
            loading.Push(Path.GetDirectoryName(path)!);
            AddCode(File.ReadAllText(path).ReplaceLineEndings("\n"), isParameters);
            loading.Pop();
            return;
        }
        if (named.Length > 1 && named[1].StartsWith("nuget:", StringComparison.OrdinalIgnoreCase))
            packages.Add("#:package " + string.Join('@', named[1]["nuget:".Length..].Split(',', StringSplitOptions.TrimEntries)));
        else
            Comment(line + " (a single-file program cannot refer to it: make it a project and add it with #:project)");
    }

    private void Comment(string text)
    {
        foreach (var line in text.TrimEnd().ReplaceLineEndings("\n").Split('\n'))
            body.AppendLine(("// " + line).TrimEnd());
        body.AppendLine();
    }

    private string Text(ProgramSurroundings surroundings)
    {
        var example = string.Concat(parameters.Take(1).Select(parameter => $" -- {parameter.Name}={parameter.Default.Trim('"')}"));
        var text = new StringBuilder($"// Exported from a notebook. Run it: dotnet run -c Release {surroundings.File}{example}\n");
        // Web: the formatting package needs ASP.NET's HTML types, which only the framework carries.
        string[] directives =
        [
            "#:sdk Microsoft.NET.Sdk.Web", .. surroundings.Projects.Select(path => "#:project " + path), .. packages.Distinct(),
            "#:property PublishAot=false", "#:property ImplicitUsings=disable", "#:property Nullable=disable", "#:property AllowUnsafeBlocks=true",
            "#:property InvariantGlobalization=true", "#:property TreatWarningsAsErrors=false", "#:property EnforceCodeStyleInBuild=false",
            "#:property RestorePackagesWithLockFile=false", "#:property ManagePackageVersionsCentrally=false", "#:property NoWarn=$(NoWarn);CS8321;CS8981;NU1603;NETSDK1206",
        ];
        foreach (var line in directives.Concat(surroundings.Usings.Union(usings)))
            text.Append(line).Append('\n');
        text.Append($"\nif (Environment.GetEnvironmentVariable(\"MATNB_HOME\") is null) Environment.SetEnvironmentVariable(\"MATNB_HOME\", {SymbolDisplay.FormatLiteral(surroundings.Repository, quote: true)});\n");
        text.Append(parameters.Count == 0 ? "\n" : $"Arguments.Check(args{string.Concat(parameters.Select(parameter => $", \"{parameter.Name}\""))});\n\n");
        var code = body.ToString().TrimEnd();
        if (parameters.Count > 0)
            types.Add(ProgramSupport.Arguments);
        if (code.Contains("Ending.Show", StringComparison.Ordinal))
            types.Add(ProgramSupport.Ending);
        text.Append(code).Append("\n\n").Append(string.Join("\n\n", types)).Append('\n');
        return text.ToString();
    }
}

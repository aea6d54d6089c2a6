using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Session;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MatNotebooks.Kernel.Cells;

/// <summary>One variable of a parameters cell.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Type">Its C# type as written, or that of its literal.</param>
/// <param name="Default">Its value as written.</param>
/// <param name="Unit">What its comment says in square brackets, as in <c>// [Å] reach of a bond</c>; null when it says none.</param>
internal sealed record Parameter(string Name, string Type, string Default, string? Unit);

/// <summary>
/// The cell tagged "parameters": declarations with defaults. Values given from outside become a second cell that
/// declares the same names again, as papermill does.
/// </summary>
internal sealed class ParameterCell(IReadOnlyList<Parameter> parameters)
{
    public IReadOnlyList<Parameter> Parameters => parameters;

    /// <summary>Reads the declarations of a cell.</summary>
    public static ParameterCell Parse(string source)
    {
        var root = (CompilationUnitSyntax)SubmissionCompiler.Parse(source).GetRoot();
        var found = from field in root.Members.OfType<FieldDeclarationSyntax>()
                    from variable in field.Declaration.Variables
                    where variable.Initializer is not null
                    select Of(field, variable);
        return new ParameterCell([.. found]);
    }

    /// <summary>The code of the injected cell.</summary>
    /// <param name="values">Name and value as typed.</param>
    /// <exception cref="ParameterException">A name that is not declared, or a value that does not fit.</exception>
    public string Inject(IReadOnlyList<KeyValuePair<string, string>> values) =>
        "// Parameters\n" + string.Join('\n', values.Select(value => Declaration(value.Key, value.Value)));

    private string Declaration(string name, string value)
    {
        var parameter = parameters.FirstOrDefault(known => known.Name == name) ?? throw new ParameterException(
            $"there is no parameter '{name}'.{NearestName.Hint(name, parameters.Select(known => known.Name))} {Existing()}");
        try
        {
            return Literal.Declaration(name, parameter.Type, value, parameter.Unit);
        }
        catch (LiteralException wrong)
        {
            throw new ParameterException("parameter " + wrong.Message);
        }
    }

    private string Existing() => parameters.Count == 0
        ? "The notebook has none: tag a cell of declarations 'parameters'."
        : $"The notebook has {string.Join(", ", parameters.Select(known => $"{known.Name} ({known.Type}{(known.Unit is null ? "" : ", " + known.Unit)})"))}.";

    private static Parameter Of(FieldDeclarationSyntax field, VariableDeclaratorSyntax variable)
    {
        var value = variable.Initializer!.Value;
        var type = field.Declaration.Type.IsVar ? TypeOfLiteral(value) : field.Declaration.Type.ToString();
        return new Parameter(variable.Identifier.ValueText, type, value.ToString(), UnitOf(field));
    }

    private static string TypeOfLiteral(ExpressionSyntax value)
    {
        var literal = value is PrefixUnaryExpressionSyntax sign ? sign.Operand : value;
        return literal is LiteralExpressionSyntax { Token.Value: { } constant } ? TypeNames.Of(constant.GetType()) : "var";
    }

    private static string? UnitOf(FieldDeclarationSyntax field)
    {
        var comment = field.GetTrailingTrivia().ToString();
        var open = comment.IndexOf('[', StringComparison.Ordinal);
        var close = comment.IndexOf(']', open + 1);
        return comment.TrimStart().StartsWith("//", StringComparison.Ordinal) && open >= 0 && close > open + 1
            ? comment[(open + 1)..close].Trim()
            : null;
    }
}

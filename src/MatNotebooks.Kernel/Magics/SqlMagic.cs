using System.CommandLine;
using System.Text.RegularExpressions;
using MatNotebooks.Datasets.Tables;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Session;

namespace MatNotebooks.Kernel.Magics;

/// <summary><c>#!sql</c>: the lines below, or the rest of its own, are SQL over the session's tables and over files.</summary>
internal sealed partial class SqlMagic : IMagic
{
    private const int Shown = 10_000; // rows that are taken where nobody keeps them

    private readonly Option<string?> asOption = new("--as") { Description = "Keeps the result as a C# variable: a list of records, typed by the columns." };
    private readonly Option<bool> codeOption = TwinCode.NewOption();

    public string Name => "#!sql";

    public string Summary =>
        "The lines below, or the rest of this one, are SQL (DuckDB) over variables that are tables, and over files: FROM rows, FROM 'data/*.parquet'. $name is a variable's value.";

    public bool TakesBody => true;

    // What does not begin like an option is SQL.
    public int BodyStart(string line) => Options().Match(line).Length is var start && line.AsSpan(start).StartsWith("-") ? line.Length : start;

    public void Describe(Command command)
    {
        command.Add(asOption);
        command.Add(codeOption);
    }

    public async Task RunAsync(ParseResult arguments, string body, MagicContext context)
    {
        if (string.IsNullOrWhiteSpace(body))
            throw new MagicException("#!sql needs SQL behind it or on the lines below it, such as SELECT * FROM rows LIMIT 10");
        var name = arguments.GetValue(asOption);
        if (name is not null && !CodeText.IsName(name))
            throw new MagicException($"'{name}' is no name for a variable: it takes letters, digits and _, a letter first, and no word of the language.");
        if (arguments.GetValue(codeOption))
            TwinCode.Show(context, Twin(body, name, context));
        else
            await AskAsync(body, name, context);
    }

    private static async Task AskAsync(string body, string? name, MagicContext context)
    {
        var tables = new SessionTables(context);
        var parameters = Named(body).ToDictionary(parameter => parameter, parameter => tables.ValueOf(parameter) ?? throw new MagicException(
            $"#!sql: ${parameter} names no variable.{NearestName.Hint(parameter, tables.Names)}"));
        SqlTable result;
        try
        {
            var database = context.Session.Database;
            database.Missing = tables.Find;
            result = await Task.Run(() => database.Query(body, parameters!, name is null ? Shown : int.MaxValue, context.Cell.Cancellation));
        }
        catch (SqlException wrong)
        {
            throw Located(wrong, tables, context);
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException)
        {
            throw new MagicException("#!sql: " + wrong.Message);
        }
        if (name is not null)
            await ResultRecords.DeclareAsync(context, name, result);
        if (result.Columns.Count > 0)
            context.Show(result);
    }

    private static MagicException Located(SqlException wrong, SessionTables tables, MagicContext context)
    {
        var hint = wrong.MissingTable is { } missing ? tables.Hint(missing) : "";
        return new MagicException(wrong.Message + hint)
        {
            Kind = "SqlError",
            Place = wrong.Line == 0 ? null : new(context.Origin.Label, context.BodyLine + wrong.Line, wrong.Column),
        };
    }

    private static string Twin(string body, string? name, MagicContext context)
    {
        var tables = new SessionTables(context);
        var rows = tables.Names.Where(table => Regex.IsMatch(body, $@"(?<!\w){Regex.Escape(table)}(?!\w)") && tables.IsTable(table)).ToArray();
        var missing = rows.Length == 0 ? "" : $", Missing = table => table switch {{ {string.Concat(rows.Select(row => $"\"{row}\" => {row}, "))}_ => null }}";
        var parameters = Named(body).ToArray() is { Length: > 0 } values
            ? $", new Dictionary<string, object?> {{ {string.Join(", ", values.Select(value => $"[\"{value}\"] = {value}"))} }}"
            : "";
        return $"var database = new TableDatabase {{ Folder = {TwinCode.Literal(context.Session.Folder)}{missing} }};\n"
            + $"var {name ?? "result"} = database.Query({TwinCode.Literal(body.TrimStart())}{parameters});\n{name ?? "result"}";
    }

    private static IEnumerable<string> Named(string sql) => Parameter().Matches(Quoted().Replace(sql, "")).Select(match => match.Groups[1].Value).Distinct();

    [GeneratedRegex(@"^#!sql(\s+(--as(\s+|=)[^\s-]\S*|--show-code|-h|--help|-\?)(?=\s|$))*\s*")]
    private static partial Regex Options();

    [GeneratedRegex(@"(?<![\w$])\$([A-Za-z_]\w*)")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"'(?:[^']|'')*'|--[^\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Quoted();
}

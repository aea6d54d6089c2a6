using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Magics;

/// <summary><c>#!value --name x</c>: the lines below, or a file, as a variable.</summary>
internal sealed class ValueMagic : IMagic
{
    private const string Json = "application/json";

    private readonly Option<string?> nameOption = new("--name") { Description = "The variable." };
    private readonly Option<string?> fileOption = new("--from-file") { Description = "Takes the text of this file (beside the notebook) instead of the lines below." };
    private readonly Option<string?> typeOption = new("--mime-type")
    {
        Description = "text/plain makes a string; application/json a System.Text.Json.Nodes.JsonNode. The default is text/plain, and JSON for files named .json.",
    };

    public string Name => "#!value";

    public string Summary => "Stores the lines below, or a file, in a variable (its C# twins are raw strings and File.ReadAllText).";

    public bool TakesBody => true;

    public void Describe(Command command)
    {
        command.Add(nameOption);
        command.Add(fileOption);
        command.Add(typeOption);
    }

    public Task RunAsync(ParseResult arguments, string body, MagicContext context)
    {
        var name = arguments.GetValue(nameOption) ?? throw new MagicException("#!value needs a name: #!value --name text");
        var file = arguments.GetValue(fileOption);
        if (file is not null && !string.IsNullOrWhiteSpace(body))
            throw new MagicException("#!value takes the file or the lines below, not both: put code that follows under #!csharp.");
        var text = file is null ? body : Read(Path.GetFullPath(file, context.Session.Folder));
        var type = arguments.GetValue(typeOption) ?? (Path.GetExtension(file) == ".json" ? Json : "text/plain");
        return type switch
        {
            Json => context.DeclareAsync(name, typeof(JsonNode), Parse(text, file ?? "the text")),
            _ when type.StartsWith("text/", StringComparison.Ordinal) => context.DeclareAsync(name, typeof(string), text),
            _ => throw new MagicException($"#!value does not know --mime-type {type}; text/plain and application/json are known."),
        };
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            throw new MagicException($"#!value cannot read {path}: {unread.Message} Paths start at the notebook's folder.");
        }
    }

    private static JsonNode? Parse(string text, string origin)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException wrong)
        {
            throw new MagicException(string.Create(CultureInfo.InvariantCulture,
                $"#!value: line {wrong.LineNumber + 1} of {origin} is not JSON. Mend it, or store it as it is with --mime-type text/plain."));
        }
    }
}

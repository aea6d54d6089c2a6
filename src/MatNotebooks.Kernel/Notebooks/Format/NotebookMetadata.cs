using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Notebooks.Format;

/// <summary>What a notebook says of its language, so that Jupyter, VS Code and .NET Interactive open it alike.</summary>
internal static class NotebookMetadata
{
    /// <summary>The metadata of a new C# notebook, the same bytes every time.</summary>
    public static JsonObject CSharp() => new()
    {
        ["kernelspec"] = KernelSpec(),
        ["language_info"] = LanguageInfo(),
        ["polyglot_notebook"] = new JsonObject
        {
            ["kernelInfo"] = new JsonObject
            {
                ["defaultKernelName"] = "csharp",
                ["items"] = new JsonArray(new JsonObject { ["aliases"] = new JsonArray(), ["languageName"] = "csharp", ["name"] = "csharp" }),
            },
        },
    };

    /// <summary>Adds what is missing and leaves the rest as it is.</summary>
    public static JsonObject Completed(JsonObject metadata)
    {
        var completed = (JsonObject)metadata.DeepClone();
        foreach (var (name, value) in CSharp())
        {
            if (!completed.ContainsKey(name))
                completed[name] = value?.DeepClone();
        }
        return completed;
    }

    private static JsonObject KernelSpec() => new()
    {
        ["display_name"] = ".NET (C#)",
        ["language"] = "C#",
        ["name"] = ".net-csharp",
    };

    internal static JsonObject LanguageInfo() => new()
    {
        ["file_extension"] = ".cs",
        ["mimetype"] = "text/x-csharp",
        ["name"] = "C#",
        ["pygments_lexer"] = "csharp",
        ["version"] = "14.0",
    };
}

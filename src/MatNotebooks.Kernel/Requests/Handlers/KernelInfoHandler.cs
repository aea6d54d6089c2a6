using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Notebooks.Format;
using MatNotebooks.Kernel.Session;
using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Requests.Handlers;

/// <summary><c>kernel_info_request</c>: what the kernel is; answered once the first cell would run without delay.</summary>
internal sealed class KernelInfoHandler(Task warm) : IRequestHandler
{
    public string Type => "kernel_info_request";

    public async Task<JsonObject?> HandleAsync(IncomingMessage request)
    {
        await warm;
        return new JsonObject
        {
            ["status"] = "ok",
            ["protocol_version"] = MessageCodec.ProtocolVersion,
            ["implementation"] = "matnotebooks",
            ["implementation_version"] = Surroundings.Version,
            ["language_info"] = NotebookMetadata.LanguageInfo(),
            ["banner"] = $"MatNotebooks {Surroundings.Version}: materials informatics in C#. #!lsmagic lists the magics.",
            ["debugger"] = false,
            ["help_links"] = new JsonArray(
                Link("C#", "https://learn.microsoft.com/dotnet/csharp/"), Link(".NET", "https://learn.microsoft.com/dotnet/api/")),
            ["supported_features"] = new JsonArray("kernel subshells"),
        };
    }

    private static JsonObject Link(string text, string url) => new() { ["text"] = text, ["url"] = url };
}

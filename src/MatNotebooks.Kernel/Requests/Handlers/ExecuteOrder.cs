using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Requests.Handlers;

/// <summary>What an <c>execute_request</c> asks for.</summary>
/// <param name="Code">The text of the cell.</param>
/// <param name="Silent">Nobody is to hear of it.</param>
/// <param name="Counted">Whether it is a cell of the notebook's, with a number and a place in the history.</param>
/// <param name="Expressions">Evaluated when it has succeeded, by name.</param>
/// <param name="AllowsInput">Whether the client answers questions.</param>
/// <param name="StopsOnError">Whether the cells that wait behind it are given up when it fails.</param>
internal sealed record ExecuteOrder(
    string Code, bool Silent, bool Counted, JsonObject Expressions, bool AllowsInput, bool StopsOnError)
{
    /// <exception cref="BadContentException">An entry is absent or of the wrong kind.</exception>
    public static ExecuteOrder Read(JsonObject content)
    {
        var silent = content.Flag("silent", false);
        return new ExecuteOrder(
            content.Text("code").ReplaceLineEndings("\n"),
            silent,
            content.Flag("store_history", !silent) && !silent,
            content.Entries("user_expressions"),
            content.Flag("allow_stdin", false),
            content.Flag("stop_on_error", true));
    }
}

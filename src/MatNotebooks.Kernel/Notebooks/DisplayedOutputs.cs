using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Notebooks;

/// <summary>The displays of a notebook that may still change, by id.</summary>
internal sealed class DisplayedOutputs
{
    private readonly Dictionary<string, (JsonObject Output, Lock Gate)> byId = new(StringComparer.Ordinal);
    private readonly Lock lookup = new();

    public void Add(string id, JsonObject output, Lock gate)
    {
        lock (lookup)
            byId[id] = (output, gate);
    }

    /// <summary>Replaces the forms of a display; one that was never shown is ignored, as Jupyter does.</summary>
    public void Update(string id, MimeBundle bundle)
    {
        (JsonObject Output, Lock Gate) display;
        lock (lookup)
        {
            if (!byId.TryGetValue(id, out display))
                return;
        }
        lock (display.Gate)
            display.Output["data"] = CellOutputs.Forms(bundle);
    }
}

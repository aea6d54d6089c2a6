using System.Text.Json.Nodes;
using MatNotebooks.Provenance;

namespace MatNotebooks.Kernel.Notebooks;

/// <summary>Where a saved notebook says what its results came from: <c>metadata.matnotebooks.provenance</c>.</summary>
internal static class NotebookProvenance
{
    private const string Ours = "matnotebooks";

    /// <summary>The metadata with what <c>#!provenance</c> took down; without any, where the notebook did not ask.</summary>
    public static JsonObject Into(JsonObject metadata, RunRecord? record)
    {
        var changed = metadata.DeepClone().AsObject();
        if (record is null)
        {
            // What an earlier run left no longer holds.
            if (changed[Ours] is JsonObject old && old.Remove("provenance") && old.Count == 0)
                changed.Remove(Ours);
            return changed;
        }
        var kept = changed[Ours] as JsonObject ?? [];
        kept["provenance"] = record.ToJson();
        changed[Ours] = kept;
        return changed;
    }
}

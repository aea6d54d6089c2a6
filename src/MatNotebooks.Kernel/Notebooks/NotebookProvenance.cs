using System.Text.Json.Nodes;
using MatNotebooks.Provenance;

namespace MatNotebooks.Kernel.Notebooks;

/// <summary>Where a saved notebook says what its results came from: <c>metadata.provenance</c>, which <c>matnb strip</c> takes out.</summary>
internal static class NotebookProvenance
{
    private const string Key = "provenance";

    /// <summary>The metadata with what <c>#!provenance</c> took down; without any, where the notebook did not ask.</summary>
    public static JsonObject Into(JsonObject metadata, RunRecord? record)
    {
        var changed = metadata.DeepClone().AsObject();
        if (record is null)
            changed.Remove(Key); // what an earlier run left no longer holds
        else
            changed[Key] = record.ToJson();
        return changed;
    }
}

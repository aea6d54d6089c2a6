using System.Text;
using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Notebooks;

/// <summary>Collects what a cell sends as the outputs of a saved notebook.</summary>
/// <param name="displayed">The displays of all cells of the notebook by id: a later cell may update an earlier one's.</param>
internal sealed class CellOutputs(DisplayedOutputs displayed) : IDisplayChannel
{
    /// <summary>What a cell may print; more is counted and left out, so that a flood does not fill memory or the file.</summary>
    public const int TextLimit = 4 << 20;

    private readonly Lock gate = new();
    private readonly List<JsonObject> outputs = [];
    private readonly StringBuilder text = new();
    private StandardStream? writing;
    private long written;
    private bool clearNext;

    public void Send(DisplayMessage message)
    {
        lock (gate)
        {
            if (message is DisplayMessage.Clear clear)
            {
                clearNext = clear.Wait;
                if (!clear.Wait)
                    Empty();
                return;
            }
            if (clearNext && message is not DisplayMessage.Update)
                Empty();
            Take(message);
        }
    }

    /// <summary>The outputs so far, as nbformat holds them.</summary>
    public JsonArray ToJson()
    {
        lock (gate)
        {
            EndText();
            return [.. outputs.Select(output => output.DeepClone())];
        }
    }

    private void Take(DisplayMessage message)
    {
        switch (message)
        {
            case DisplayMessage.Text part:
                Append(part);
                break;
            case DisplayMessage.Update update:
                displayed.Update(update.Id, update.Bundle);
                break;
            case DisplayMessage.Data data:
                Add(new JsonObject { ["output_type"] = "display_data", ["metadata"] = new JsonObject(), ["data"] = Forms(data.Bundle) }, data.Id);
                break;
            case DisplayMessage.Result result:
                Add(new JsonObject
                {
                    ["output_type"] = "execute_result",
                    ["execution_count"] = result.ExecutionCount,
                    ["metadata"] = new JsonObject(),
                    ["data"] = Forms(result.Bundle),
                });
                break;
            case DisplayMessage.Failure failure:
                Add(new JsonObject
                {
                    ["output_type"] = "error",
                    ["ename"] = failure.Error.Name,
                    ["evalue"] = failure.Error.Value,
                    ["traceback"] = new JsonArray([.. failure.Error.Traceback.Select(line => (JsonNode)line)]),
                });
                break;
        }
    }

    private void Add(JsonObject output, string? id = null)
    {
        EndText();
        outputs.Add(output);
        if (id is not null)
            displayed.Add(id, output, gate);
    }

    private void Append(DisplayMessage.Text part)
    {
        if (writing != part.Stream)
            EndText();
        writing = part.Stream;
        var room = Math.Max(0, TextLimit - written);
        written += part.Content.Length;
        text.Append(part.Content.Length <= room ? part.Content : part.Content[..(int)room]);
    }

    private void EndText()
    {
        if (written > TextLimit && writing is not null)
            text.Append($"\n... {written - TextLimit} more characters are left out (a cell keeps {TextLimit})\n");
        if (text.Length > 0)
        {
            outputs.Add(new JsonObject
            {
                ["output_type"] = "stream",
                ["name"] = writing == StandardStream.Error ? "stderr" : "stdout",
                ["text"] = text.ToString(),
            });
        }
        text.Clear();
        writing = null;
    }

    private void Empty()
    {
        clearNext = false;
        text.Clear();
        writing = null;
        outputs.Clear();
    }

    internal static JsonObject Forms(MimeBundle bundle) =>
        new(bundle.Forms.Select(form => KeyValuePair.Create(form.Key, (JsonNode?)form.Value.DeepClone())));
}

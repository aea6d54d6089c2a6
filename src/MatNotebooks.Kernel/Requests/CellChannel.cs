using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Requests;

/// <summary>
/// Sends what a cell says as messages that name its request, also after it has ended. Printed text waits a moment for more.
/// </summary>
/// <param name="request">The request that ran the cell.</param>
/// <param name="count">The number that is shown beside its result.</param>
/// <param name="surroundings">What all cells of the kernel share.</param>
internal sealed class CellChannel(IncomingMessage request, int count, CellSurroundings surroundings) : IDisplayChannel, IInputChannel, ICommChannel, IDisposable
{
    private const int TextAtOnce = 32_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);
    private readonly Lock gate = new();
    private StreamText? text;
    private Timer? timer;
    private bool armed;

    /// <summary>True for a request that says nothing to anybody.</summary>
    public bool Silent { get; init; }

    /// <summary>Stops the waiting of a cell that sends too fast.</summary>
    public CancellationToken Stopped { get; init; }

    public bool AllowsInput { get; init; }

    /// <summary>What the page lacks for a figure, displayed before it; null where nothing.</summary>
    public Func<DisplayMessage, MimeBundle?>? Libraries { get; init; }

    public void Send(DisplayMessage message)
    {
        if (Silent)
            return;
        lock (gate)
            Take(message);
    }

    public CommTable Comms => surroundings.Comms;

    public void SendComm(string type, JsonObject content)
    {
        lock (gate)
        {
            text?.Flush(ended: true);
            Publish(type, content, 0);
        }
    }

    /// <summary>Sends the text that waits.</summary>
    public void Flush()
    {
        lock (gate)
            text?.Flush(ended: true);
    }

    public string Ask(string prompt, bool hidden, CancellationToken cancellation)
    {
        Flush();
        return AllowsInput
            ? surroundings.Questions.Ask(request, prompt, hidden, cancellation)
            : throw new InvalidOperationException($"The program that runs this notebook takes no questions, so nobody can answer \"{prompt}\".");
    }

    public void Dispose()
    {
        lock (gate)
        {
            text?.Flush(ended: true);
            text?.Dispose();
        }
    }

    private void Take(DisplayMessage message)
    {
        if (message is DisplayMessage.Text printed)
        {
            Print(printed);
            return;
        }
        text?.Flush(ended: true);
        if (message is DisplayMessage.Clear)
            text?.Clear();
        if (Libraries?.Invoke(message) is { } scripts)
            Publish("display_data", Shown(scripts), scripts.Forms["text/html"].GetValue<string>().Length);
        var (type, content) = Content(message);
        Publish(type, content, 0);
    }

    private void Print(DisplayMessage.Text printed)
    {
        text ??= new StreamText(EmitText, surroundings.Spill.Create);
        text.Append(printed.Stream, printed.Content);
        if (text.Waiting > TextAtOnce)
            text.Flush(ended: false);
        else if (!armed && text.Waiting > 0)
        {
            armed = true;
            timer ??= new Timer(_ => FlushSome());
            timer.Change(Pause, Timeout.InfiniteTimeSpan);
        }
    }

    private void FlushSome()
    {
        lock (gate)
        {
            armed = false;
            text?.Flush(ended: false);
        }
    }

    private void EmitText(StandardStream stream, string content) => Publish(
        "stream", new JsonObject { ["name"] = stream == StandardStream.Error ? "stderr" : "stdout", ["text"] = content }, content.Length);

    private void Publish(string type, JsonObject content, int length)
    {
        surroundings.Pace.Wait(length, Stopped);
        surroundings.Outbound.Send(JupyterChannel.IOPub, new OutgoingMessage(type, content, request.Header));
    }

    private (string Type, JsonObject Content) Content(DisplayMessage message) => message switch
    {
        DisplayMessage.Data { Id: null } data => ("display_data", Shown(data.Bundle)),
        DisplayMessage.Data data => ("display_data", Shown(data.Bundle, data.Id)),
        DisplayMessage.Update update => ("update_display_data", Shown(update.Bundle, update.Id)),
        DisplayMessage.Result result => ("execute_result", Result(result.Bundle)),
        DisplayMessage.Failure failure => ("error", ErrorContent(failure.Error)),
        DisplayMessage.Clear clear => ("clear_output", new JsonObject { ["wait"] = clear.Wait }),
        _ => throw new InvalidOperationException($"There is no message for {message.GetType().Name}."),
    };

    private JsonObject Result(MimeBundle bundle)
    {
        var content = Shown(bundle);
        content["execution_count"] = count;
        return content;
    }

    internal static JsonObject ErrorContent(CellError error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Value,
        ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]),
    };

    private static JsonObject Shown(MimeBundle bundle, string? id = null) => new()
    {
        ["data"] = Forms(bundle),
        ["metadata"] = new JsonObject(),
        ["transient"] = id is null ? new JsonObject() : new JsonObject { ["display_id"] = id },
    };

    internal static JsonObject Forms(MimeBundle bundle) =>
        new(bundle.Forms.Select(form => KeyValuePair.Create(form.Key, (JsonNode?)form.Value.DeepClone())));
}

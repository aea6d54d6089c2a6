using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Requests;

/// <summary>Asks the user who sent a request, on the stdin channel, and waits for the answer.</summary>
internal sealed class InputQuestions(IOutbound outbound)
{
    private readonly SemaphoreSlim one = new(1, 1); // clients show one question at a time
    private TaskCompletionSource<string>? asked;

    /// <summary>The answer; waits until it comes.</summary>
    /// <exception cref="OperationCanceledException">The cell was stopped meanwhile.</exception>
    public string Ask(IncomingMessage request, string prompt, bool hidden, CancellationToken cancellation)
    {
        one.Wait(cancellation);
        try
        {
            var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref asked, answer);
            var content = new JsonObject { ["prompt"] = prompt, ["password"] = hidden };
            outbound.Send(JupyterChannel.Stdin, new OutgoingMessage("input_request", content, request.Header) { Identities = request.Identities });
            answer.Task.Wait(cancellation);
            return answer.Task.Result;
        }
        finally
        {
            Volatile.Write(ref asked, null);
            one.Release();
        }
    }

    /// <summary>Takes an answer; one to no question is left.</summary>
    public void Answer(IncomingMessage reply)
    {
        if (reply.Header.Type == "input_reply" && reply.Content["value"] is JsonValue value)
            Volatile.Read(ref asked)?.TrySetResult(value.ToString());
    }
}

using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Tests.Display;

/// <summary>Keeps every message of a cell.</summary>
internal sealed class RecordedChannel : IDisplayChannel
{
    private readonly Lock gate = new();
    private readonly List<DisplayMessage> messages = [];

    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when anything has been sent.</summary>
    public Task FirstMessage => first.Task;

    public IReadOnlyList<DisplayMessage> Messages
    {
        get
        {
            lock (gate)
                return [.. messages];
        }
    }

    public CellError? Error => Messages.OfType<DisplayMessage.Failure>().SingleOrDefault()?.Error;

    /// <summary>The traceback as one text.</summary>
    public string Trace => string.Join('\n', Error?.Traceback ?? []);

    /// <summary>The value of the trailing expression.</summary>
    public string? Result => Messages.OfType<DisplayMessage.Result>().SingleOrDefault()?.Bundle.PlainText;

    public string Text(StandardStream stream = StandardStream.Output) =>
        string.Concat(Messages.OfType<DisplayMessage.Text>().Where(part => part.Stream == stream).Select(part => part.Content));

    public void Send(DisplayMessage message)
    {
        lock (gate)
            messages.Add(message);
        first.TrySetResult();
    }
}

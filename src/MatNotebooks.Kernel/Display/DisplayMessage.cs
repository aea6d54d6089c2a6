namespace MatNotebooks.Kernel.Display;

/// <summary>One thing a running cell says to whoever shows it; the kinds are those of Jupyter's messages.</summary>
internal abstract record DisplayMessage
{
    private DisplayMessage() { }

    /// <summary>A picture, table or text (display_data); <paramref name="Id"/> is what later updates name, null when none may come.</summary>
    internal sealed record Data(MimeBundle Bundle, string? Id) : DisplayMessage;

    /// <summary>A new form of everything displayed under <paramref name="Id"/> (update_display_data).</summary>
    internal sealed record Update(MimeBundle Bundle, string Id) : DisplayMessage;

    /// <summary>The value of the cell's trailing expression (execute_result).</summary>
    internal sealed record Result(MimeBundle Bundle, int ExecutionCount) : DisplayMessage;

    /// <summary>Text written to standard output or standard error (stream).</summary>
    internal sealed record Text(StandardStream Stream, string Content) : DisplayMessage;

    /// <summary>The failure that ended the cell (error).</summary>
    internal sealed record Failure(CellError Error) : DisplayMessage;

    /// <summary>Takes the cell's outputs away, at once or only when the next one arrives (clear_output).</summary>
    internal sealed record Clear(bool Wait) : DisplayMessage;
}

/// <summary>Which of the two text streams of a process.</summary>
internal enum StandardStream
{
    Output,
    Error,
}

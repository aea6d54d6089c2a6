namespace MatNotebooks.Kernel.Display;

/// <summary>How progress bars show.</summary>
public enum ProgressStyle
{
    /// <summary>As a bar that fills in place.</summary>
    Bar,

    /// <summary>As one line of text that changes in place.</summary>
    Plain,

    /// <summary>Not at all.</summary>
    Hidden,
}

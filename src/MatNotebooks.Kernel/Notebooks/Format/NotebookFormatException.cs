namespace MatNotebooks.Kernel.Notebooks.Format;

/// <summary>A file that is not a notebook this program can read; the message names the line where there is one, and the mend.</summary>
internal sealed class NotebookFormatException(string message) : Exception(message);

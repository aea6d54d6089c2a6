namespace MatNotebooks.Kernel.Session.Rewriting;

/// <summary>A change of a cell's text that adds no line.</summary>
/// <param name="Position">Where, as an offset into the text as written.</param>
/// <param name="Removed">How many characters it replaces.</param>
/// <param name="Text">What stands there instead.</param>
internal readonly record struct SourceEdit(int Position, int Removed, string Text);

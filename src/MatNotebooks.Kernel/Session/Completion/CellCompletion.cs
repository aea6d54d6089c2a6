namespace MatNotebooks.Kernel.Session.Completion;

/// <summary>One thing that may stand at the cursor.</summary>
/// <param name="Text">What replaces the letters typed so far.</param>
/// <param name="Kind">In the words of <c>_jupyter_types_experimental</c>: method, property, field, variable, class, struct, interface, enum, namespace, keyword, magic, path.</param>
/// <param name="Signature">Its declaration on one line; null where there is none.</param>
/// <param name="Documentation">Its summary in plain text; null where nobody wrote one.</param>
internal sealed record CellCompletion(string Text, string Kind, string? Signature, string? Documentation);

namespace MatNotebooks.Kernel.Magics;

/// <summary>A place in the text of a cell.</summary>
/// <param name="Label">The cell, as "Cell In[3]".</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
internal sealed record MagicPlace(string Label, int Line, int Column);

namespace MatNotebooks.Kernel.Notebooks.Html;

/// <summary>A heading, for the table of contents.</summary>
/// <param name="Level">1 for a title, up to 6.</param>
/// <param name="Anchor">Its id on the page.</param>
/// <param name="Html">Its words, formulas drawn.</param>
internal sealed record Heading(int Level, string Anchor, string Html);

namespace MatNotebooks.Kernel.Session.FSharp;

/// <summary>One error in F# code.</summary>
/// <param name="File">The cell, as "Cell In[3]".</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Length">How many letters of the line it is about.</param>
/// <param name="Code">As FS0039.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record FSharpMistake(string File, int Line, int Column, int Length, string Code, string Message);

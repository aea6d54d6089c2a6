namespace MatNotebooks.Kernel.Session.FSharp;

/// <summary>A function that an F# cell defined.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as F# writes it, as "float -> float".</param>
internal sealed record FSharpFunction(string Name, string Type);

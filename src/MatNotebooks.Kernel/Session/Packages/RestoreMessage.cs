namespace MatNotebooks.Kernel.Session.Packages;

/// <summary>One thing NuGet has to say.</summary>
/// <param name="Code">As "NU1101".</param>
/// <param name="IsError">Whether the restore failed for it.</param>
/// <param name="Text">NuGet's words.</param>
/// <param name="Package">The package it is about; null for none.</param>
internal sealed record RestoreMessage(string Code, bool IsError, string Text, string? Package);

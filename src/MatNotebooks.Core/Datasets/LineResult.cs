namespace MatNotebooks.Datasets;

/// <summary>What a line gave: a record, or what is wrong with it.</summary>
/// <param name="Record">The record; null where there is none.</param>
/// <param name="Bad">What is wrong; null where there is a record.</param>
/// <param name="Cause">What said so.</param>
internal readonly record struct LineResult(StructureRecord? Record, BadRecord? Bad, Exception? Cause);

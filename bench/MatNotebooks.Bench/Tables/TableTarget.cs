namespace MatNotebooks.Bench.Tables;

/// <summary>What a task predicts.</summary>
/// <param name="Name">Name in the rows, such as "bulk_modulus".</param>
/// <param name="Unit">Its unit.</param>
internal sealed record TableTarget(string Name, string Unit);

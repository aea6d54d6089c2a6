namespace MatNotebooks.Torch.Tests;

/// <summary>Tests that count what the whole process holds: nothing runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    internal const string Name = "alone";
}

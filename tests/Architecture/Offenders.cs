namespace MatNotebooks.Architecture;

/// <summary>What breaks a rule.</summary>
internal static class Offenders
{
    /// <summary>Fails with every offender on a line of its own.</summary>
    public static void AreNone(IEnumerable<string> offenders)
    {
        var all = offenders.ToArray();
        if (all.Length > 0) Assert.Fail($"{all.Length} break the rule:\n{string.Join('\n', all)}");
    }
}

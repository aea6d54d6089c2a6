namespace MatNotebooks.Kernel.Commands.Doctor;

/// <summary>How a part of the machine is.</summary>
internal enum Condition
{
    /// <summary>There and usable.</summary>
    Good,

    /// <summary>Usable, but slow or at odds with something; or optional and absent.</summary>
    Weak,

    /// <summary>Required and absent.</summary>
    Missing,
}

/// <summary>What was found of one part of the machine.</summary>
/// <param name="What">The part.</param>
/// <param name="Condition">How it is.</param>
/// <param name="Value">What was found, or what its absence costs.</param>
/// <param name="Mend">The command that mends it; null where nothing needs mending.</param>
internal sealed record Finding(string What, Condition Condition, string Value, string? Mend = null)
{
    /// <summary>Something is there.</summary>
    public static Finding Good(string what, string value) => new(what, Condition.Good, value);

    /// <summary>Something optional is absent.</summary>
    public static Finding Absent(string what, string cost, string mend) => new(what, Condition.Weak, "absent: " + cost, mend);

    /// <summary>Something required is absent.</summary>
    public static Finding Missing(string what, string cost, string mend) => new(what, Condition.Missing, cost, mend);
}

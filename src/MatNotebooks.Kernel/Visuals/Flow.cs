namespace MatNotebooks.Kernel.Visuals;

/// <summary>How much goes from one stage to another.</summary>
/// <param name="From">Name of the stage it leaves.</param>
/// <param name="To">Name of the stage it reaches.</param>
/// <param name="Amount">How much | greater than 0, in the figure's unit.</param>
public readonly record struct Flow(string From, string To, double Amount);

namespace MatNotebooks.Features;

/// <summary>What one column of a <see cref="FeatureTable"/> says.</summary>
/// <param name="Name">Its name, such as "mean electronegativity".</param>
/// <param name="Unit">Its unit, such as "Å"; "1" for a pure number.</param>
/// <param name="Source">Where its values come from: the table of facts, or how they are computed.</param>
public sealed record Feature(string Name, string Unit, string Source);

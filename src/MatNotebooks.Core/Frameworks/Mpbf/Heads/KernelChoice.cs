namespace MatNotebooks.Frameworks.Mpbf.Heads;

/// <summary>What a <see cref="KernelHead"/> may choose.</summary>
/// <param name="Reach">ℓ, in median distances | no unit.</param>
/// <param name="Linear">ρ, weight of the linear part | no unit.</param>
/// <param name="Ridge">Added to the diagonal of the kernel matrix | no unit.</param>
internal readonly record struct KernelChoice(float Reach, float Linear, float Ridge);

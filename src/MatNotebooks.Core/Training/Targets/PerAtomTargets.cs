namespace MatNotebooks.Training.Targets;

/// <summary>
/// Divided by the number of atoms and then transformed: for quantities of the whole cell or molecule, such as total energies, learned by
/// networks whose answer does not grow with it.
/// </summary>
/// <param name="Inner">What is done to the value per atom, such as <see cref="ElementReferencedTargets"/>.</param>
public sealed record PerAtomTargets(TargetTransform Inner) : TargetTransform
{
    /// <inheritdoc/>
    public override TargetMap Fit(TrainingData data) =>
        new PerAtomMap(Inner.Fit(data.WithTargets(sample => [.. sample.Targets.Select(value => value / sample.Crystal.Sites.Length)])));
}

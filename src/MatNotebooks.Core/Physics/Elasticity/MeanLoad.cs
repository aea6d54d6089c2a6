namespace MatNotebooks.Physics.Elasticity;

/// <summary>What is prescribed of a periodic body as a whole: of each of the six components, its mean strain or its mean stress.</summary>
/// <remarks>Pulling along x with free sides is <c>MeanLoad.OfStress(default).WithStrain(VoigtComponent.XX, 0.01)</c>.</remarks>
public sealed record MeanLoad
{
    private readonly VoigtVector values;
    private readonly int stresses; // a bit for each component whose stress is prescribed

    private MeanLoad(VoigtVector values, int stresses)
    {
        if (values.ToArray().Any(value => !double.IsFinite(value))) throw new ArgumentException($"The load {values} holds a component that is not finite.");
        (this.values, this.stresses) = (values, stresses);
    }

    /// <summary>Prescribes the mean strain.</summary>
    /// <param name="strain">Strain, shears as engineering strains | no unit.</param>
    /// <exception cref="ArgumentException">A component is not finite.</exception>
    public static MeanLoad OfStrain(VoigtVector strain) => new(strain, 0);

    /// <summary>Prescribes the mean stress.</summary>
    /// <param name="stress">Stress | GPa.</param>
    /// <exception cref="ArgumentException">A component is not finite.</exception>
    public static MeanLoad OfStress(VoigtVector stress) => new(stress, 0b111111);

    /// <summary>The same load with one component's mean strain prescribed.</summary>
    /// <param name="component">Which.</param>
    /// <param name="strain">Strain, a shear as engineering strain | no unit.</param>
    /// <exception cref="ArgumentException">The strain is not finite.</exception>
    public MeanLoad WithStrain(VoigtComponent component, double strain) => new(With(component, strain), stresses & ~(1 << (int)component));

    /// <summary>The same load with one component's mean stress prescribed.</summary>
    /// <param name="component">Which.</param>
    /// <param name="stress">Stress | GPa.</param>
    /// <exception cref="ArgumentException">The stress is not finite.</exception>
    public MeanLoad WithStress(VoigtComponent component, double stress) => new(With(component, stress), stresses | (1 << (int)component));

    /// <summary>Whether a component's stress is prescribed, not its strain.</summary>
    /// <param name="component">Which.</param>
    public bool IsStress(VoigtComponent component) => (stresses & (1 << (int)component)) != 0;

    /// <summary>What is prescribed of a component | GPa for a stress, no unit for a strain.</summary>
    /// <param name="component">Which.</param>
    public double this[VoigtComponent component] => values[component];

    internal int[] StressComponents() => [.. Enumerable.Range(0, 6).Where(i => IsStress((VoigtComponent)i))];

    /// <summary>The prescribed strains, 0 where a stress is prescribed.</summary>
    internal double[] Strains() => [.. Enumerable.Range(0, 6).Select(i => IsStress((VoigtComponent)i) ? 0 : this[(VoigtComponent)i])];

    private VoigtVector With(VoigtComponent component, double value)
    {
        var all = values.ToArray();
        all[(int)component] = value;
        return VoigtVector.Of(all);
    }
}

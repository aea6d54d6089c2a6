using System.Collections.Immutable;
using MatNotebooks.Chemistry;

namespace MatNotebooks.Simulation.Lammps;

/// <summary>A published energy of atoms as a function of their positions, in the words of LAMMPS (units "metal").</summary>
/// <remarks>Built in: <see cref="StillingerWeberSilicon"/>, <see cref="EmbeddedAtomCopper"/>, and the alkali halides of <see cref="FumiTosi"/>.</remarks>
public sealed record InteratomicPotential
{
    /// <summary>Describes a potential.</summary>
    /// <param name="name">Name, such as "Stillinger–Weber silicon".</param>
    /// <param name="source">Where it was published.</param>
    /// <param name="elements">The elements it knows, in the order of LAMMPS' atom types.</param>
    /// <param name="commands">The commands that set it up; {potentials} stands for the folder of LAMMPS' own files.</param>
    /// <exception cref="ArgumentException">No element, or no command.</exception>
    public InteratomicPotential(string name, string source, ImmutableArray<Element> elements, ImmutableArray<string> commands)
    {
        if (elements.IsDefaultOrEmpty) throw new ArgumentException($"The potential {name} knows no element; it needs at least one.");
        if (commands.IsDefaultOrEmpty) throw new ArgumentException($"The potential {name} has no command; it needs pair_style and pair_coeff at least.");
        (Name, Source, Elements, Commands) = (name, source, elements, commands);
    }

    /// <summary>Name, such as "Stillinger–Weber silicon".</summary>
    public string Name { get; }

    /// <summary>Where it was published.</summary>
    public string Source { get; }

    /// <summary>The elements it knows, in the order of LAMMPS' atom types.</summary>
    public ImmutableArray<Element> Elements { get; }

    /// <summary>The commands that set it up; {potentials} stands for the folder of LAMMPS' own files.</summary>
    public ImmutableArray<string> Commands { get; }

    /// <summary>Charge of each element's ion | e, in their order; empty where the potential has no charges.</summary>
    public ImmutableArray<double> Charges { get; init; } = [];

    /// <summary>Silicon of Stillinger and Weber.</summary>
    public static InteratomicPotential StillingerWeberSilicon { get; } = new(
        "Stillinger–Weber silicon",
        "F. H. Stillinger, T. A. Weber, Phys. Rev. B 31, 5262 (1985)",
        ["Si"],
        ["pair_style sw", "pair_coeff * * {potentials}/Si.sw Si"]);

    /// <summary>Copper by the embedded-atom method, universal functions 3.</summary>
    public static InteratomicPotential EmbeddedAtomCopper { get; } = new(
        "EAM copper (u3)",
        "S. M. Foiles, M. I. Baskes, M. S. Daw, Phys. Rev. B 33, 7983 (1986)",
        ["Cu"],
        ["pair_style eam", "pair_coeff * * {potentials}/Cu_u3.eam"]);
}

using System.Collections.Immutable;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>
/// Which atoms are bonded. Two non-metals share electrons where they are no farther apart than 1.15 times the sum of their covalent
/// radii, as in a molecule, a carbonate or a peroxide. Others touch where they are no farther apart than 1.2 times that sum and than
/// 1.3 times the shortest such contact of either; in a salt, ions of like charge are not joined, however large they are.
/// </summary>
/// <param name="Neighbors">For each site its neighbours, nearest first.</param>
internal sealed record Coordination(ImmutableArray<ImmutableArray<Neighbor>> Neighbors)
{
    private const double RadiiSlack = 1.2;
    private const double ContactSlack = 1.3;
    private const double CovalentSlack = 1.15;
    private const double Same = 0.3;           // Å; nearer, two entries are one atom
    private const double FallbackRadius = 1.5; // Å, for elements without a measured one
    private const double Ionic = 1.7;          // difference in electronegativity where Pauling's bonds are half ionic
    private const double NonMetal = 2.0;       // electronegativity of boron and beyond

    internal static Coordination Of(Crystal crystal)
    {
        Element[] elements = [.. crystal.Sites.Select(site => site.Element)];
        var contacts = new List<Contact>[elements.Length];
        for (var first = 0; first < elements.Length; first++)
        {
            contacts[first] = [];
            for (var second = 0; second < elements.Length; second++)
                foreach (var (shift, displacement) in Images(crystal, first, second, RadiiSlack * RadiiOf(elements[first], elements[second])))
                    contacts[first].Add(new(new(second, shift, displacement), elements[first], elements[second]));
        }
        return Bonded(contacts);
    }

    internal static Coordination Of(Molecule molecule)
    {
        var atoms = molecule.Atoms;
        return Bonded([.. Enumerable.Range(0, atoms.Length).Select(first => Enumerable.Range(0, atoms.Length)
            .Select(second => new Contact(new(second, default, atoms[second].Position - atoms[first].Position), atoms[first].Element, atoms[second].Element))
            .Where(contact => contact.Distance > Same && contact.Distance <= RadiiSlack * contact.Radii).ToList())]);
    }

    // Every image within reach: a vector no longer than that crosses at most reach / spacing cells along each axis.
    private static IEnumerable<((int A, int B, int C) Shift, Cartesian Displacement)> Images(Crystal crystal, int first, int second, double reach)
    {
        var (lattice, between) = (crystal.Lattice, crystal.Sites[second].Position - crystal.Sites[first].Position);
        var (a, b, c) = (reach / lattice.Spacings.A, reach / lattice.Spacings.B, reach / lattice.Spacings.C);
        for (var i = (int)Math.Ceiling(-a - between.A); i <= a - between.A; i++)
            for (var j = (int)Math.Ceiling(-b - between.B); j <= b - between.B; j++)
                for (var k = (int)Math.Ceiling(-c - between.C); k <= c - between.C; k++)
                {
                    var displacement = lattice.ToCartesian(between + new Fractional(i, j, k));
                    if (displacement.Length > Same && displacement.Length <= reach) yield return ((i, j, k), displacement);
                }
    }

    private static Coordination Bonded(List<Contact>[] contacts)
    {
        double[] shortest = [.. contacts.Select(own => own.Where(contact => !contact.Covalent).Select(contact => contact.Distance).DefaultIfEmpty(double.PositiveInfinity).Min())];
        double[] contrast = [.. contacts.Select(own => own.Select(contact => contact.Contrast).DefaultIfEmpty(0).Max())];
        bool Touch(int site, Contact contact) =>
            contact.Distance <= ContactSlack * Math.Min(shortest[site], shortest[contact.To.Site])
            && MayJoin(contact.Contrast, Math.Max(contrast[site], contrast[contact.To.Site]));
        return new([.. contacts.Select((own, site) => own.Where(contact => contact.Covalent || Touch(site, contact))
            .OrderBy(contact => Math.Round(contact.Distance, 6)).Select(contact => contact.To).ToImmutableArray())]);
    }

    private static bool MayJoin(double contrast, double greatest) => greatest < Ionic || contrast >= greatest / 2;

    private static double RadiiOf(Element first, Element second) => (first.CovalentRadius ?? FallbackRadius) + (second.CovalentRadius ?? FallbackRadius);

    private readonly record struct Contact(Neighbor To, Element From, Element Element)
    {
        internal double Distance { get; } = To.Distance;

        internal double Radii => RadiiOf(From, Element);

        internal double Contrast => Math.Abs(Of(From) - Of(Element));

        internal bool Covalent => Math.Min(Of(From), Of(Element)) > NonMetal && Distance <= CovalentSlack * Radii;

        private static double Of(Element element) => element.Electronegativity ?? NonMetal;
    }
}

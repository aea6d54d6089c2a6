using MatNotebooks.Crystals;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Visuals.Facts;
using MatNotebooks.Simulation.Campaigns;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>How crystals, molecules and campaigns show at the end of a cell: in their viewer, many crystals and a campaign as a table.</summary>
internal static class ScienceForms
{
    private const int MostSites = 1000; // beyond, a viewer is slow to draw and large to save

    /// <summary>The picture or table of a value; null for every other value, and for one too large to draw.</summary>
    public static IRichDisplay? Of(object value) => value switch
    {
        Crystal crystal => crystal.Sites.Length <= MostSites ? new CrystalView(crystal) : CrystalFacts.Of([crystal]),
        Molecule molecule => molecule.Atoms.Length <= MostSites ? new MoleculeView(molecule) : null,
        IReadOnlyList<Crystal> { Count: > 0 } crystals when crystals.All(crystal => crystal is not null) => CrystalFacts.Of(crystals),
        CampaignLedger ledger => CampaignTable.Of(ledger),
        Campaign campaign => CampaignTable.Of(campaign.Ledger),
        _ => null,
    };

    /// <summary>Makes these the forms of every value shown from here on.</summary>
    public static void Register() => KnownForms.Register("science", Of);
}

using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Embeddings;
using MatNotebooks.Frameworks.Edl.Operators;

namespace MatNotebooks.Frameworks.Edl.Fidelities;

/// <summary>How far an embedding moves when one atom of a 2 × 2 × 2 cell is missing, or is another element: what is too small to see cannot be screened for.</summary>
public static class DefectSensitivity
{
    /// <summary>Mean distance between the embeddings of the crystal and of the crystal with the defect, over the median distance between two crystals | no unit.</summary>
    /// <param name="embedder">What embeds.</param>
    /// <param name="crystals">The crystals, at least 2.</param>
    /// <param name="isSubstitution">Whether the last atom becomes another element (the next of the periodic table); else the last atom goes.</param>
    /// <param name="codec">What compresses; null for the embeddings themselves.</param>
    /// <exception cref="ArgumentException">Fewer than 2 crystals.</exception>
    public static double Of(CrystalEmbedder embedder, IReadOnlyList<Crystal> crystals, bool isSubstitution, ICodec? codec = null)
    {
        var (perfect, defective) = Pairs(crystals, isSubstitution);
        return InvarianceError.Of(embedder.Embed(perfect), embedder.Embed(defective), codec);
    }

    /// <summary>The cells of 2 × 2 × 2, and the same with the defect, (crystals).</summary>
    /// <param name="crystals">The crystals.</param>
    /// <param name="isSubstitution">Whether the last atom becomes another element; else it goes.</param>
    public static (Crystal[] Perfect, Crystal[] Defective) Pairs(IReadOnlyList<Crystal> crystals, bool isSubstitution)
    {
        Crystal[] large = [.. crystals.Select(crystal => crystal.Supercell(2, 2, 2))];
        return (large, [.. large.Select(crystal => isSubstitution ? Substituted(crystal) : crystal.WithSites([.. crystal.Sites.SkipLast(1)]))]);
    }

    private static Crystal Substituted(Crystal crystal)
    {
        var number = crystal.Sites[^1].Element.Number;
        var other = PeriodicTable.OfNumber(number < 103 ? number + 1 : number - 1);
        return crystal.WithElement(crystal.Sites.Length - 1, other);
    }
}

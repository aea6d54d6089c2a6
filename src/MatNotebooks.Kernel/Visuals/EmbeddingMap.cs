using MatNotebooks.Crystals;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Visuals.Maps;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>
/// Crystals on a map of their embeddings. On a page a click on a point shows its structure beside the map and its numbers below; a lasso shows
/// the numbers of all points within. It works in a saved page, with no kernel behind it.
/// </summary>
public sealed record EmbeddingMap : IRichDisplay
{
    private readonly Lazy<MapPlaces> places;

    /// <summary>Builds a map.</summary>
    /// <param name="vectors">Embedding of each crystal, at least two, of equal length, finite.</param>
    /// <param name="crystals">The crystals, as many.</param>
    /// <param name="projection">How vectors are laid out. The default is along their principal components.</param>
    /// <exception cref="ArgumentException">Lists of different length, fewer than two vectors, or vectors of different length or with a number that is not finite.</exception>
    public EmbeddingMap(IReadOnlyList<float[]> vectors, IReadOnlyList<Crystal> crystals, MapProjection projection = MapProjection.PrincipalComponents)
    {
        Same.Count(vectors.Count, "vectors", crystals.Count, "crystals");
        (Vectors, Crystals, Projection) = (vectors, crystals, projection);
        places = new(() => MapPlaces.Of(vectors, projection));
        _ = places.Value;
    }

    /// <summary>The embeddings.</summary>
    public IReadOnlyList<float[]> Vectors { get; }

    /// <summary>The crystals.</summary>
    public IReadOnlyList<Crystal> Crystals { get; }

    /// <summary>How vectors are laid out.</summary>
    public MapProjection Projection { get; }

    /// <summary>Title above the map; null, the default, for none.</summary>
    public string? Title { get; init; }

    /// <summary>Width | CSS pixels, at least 560. The default is 920.</summary>
    public int Width { get; init; } = 920;

    /// <summary>Height | CSS pixels, at least 360. The default is 520.</summary>
    public int Height { get; init; } = 520;

    /// <summary>A quantity that colours the points, one value per crystal; null, the default, for none.</summary>
    public ColorValues? Color { get; init; }

    /// <summary>A class for each crystal, which gives points without <see cref="Color"/> their colour and shape; null, the default, for none.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>Further quantities of the table, each with one value per crystal. The default is none.</summary>
    public IReadOnlyList<ColorValues> Columns { get; init; } = [];

    /// <summary>Index of the crystal that is shown at first. The default is 0.</summary>
    public int Start { get; init; }

    /// <summary>How many structures the page holds at most; of more crystals every second, third, ... can be shown. The default is 500.</summary>
    public int MostStructures { get; init; } = 500;

    /// <summary>How far neighbours on the map are neighbours indeed, 7 of each | 0 to 1; NaN with fewer than 16 crystals or more than 5,000.</summary>
    public double Trust => places.Value.Trust;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Lists that do not fit the crystals, a size that is too small, or a start outside them.</exception>
    public MimeBundle ToMimeBundle()
    {
        Check();
        return new MapPicture(this, places.Value).Bundle();
    }

    private void Check()
    {
        if (Color is not null) Same.Count(Color.Values.Count, "Color", Crystals.Count, "crystals");
        if (Groups is not null) Same.Count(Groups.Count, "Groups", Crystals.Count, "crystals");
        foreach (var column in Columns) Same.Count(column.Values.Count, column.Axis.Label, Crystals.Count, "crystals");
        if (Width < 560 || Height < 360) throw new ArgumentException($"The map is {Width} by {Height} pixels; it needs at least 560 by 360.");
        if (Start < 0 || Start >= Crystals.Count) throw new ArgumentException($"Start is {Start}; the crystals are 0 to {Crystals.Count - 1}.");
        if (MostStructures < 1) throw new ArgumentException($"MostStructures is {MostStructures}; it must be at least 1.");
    }
}

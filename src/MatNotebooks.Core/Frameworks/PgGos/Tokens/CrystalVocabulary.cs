using MatNotebooks.Chemistry;

namespace MatNotebooks.Frameworks.PgGos.Tokens;

/// <summary>The tokens that crystals of one set are written in: what does not occur in the set cannot be said.</summary>
internal sealed class CrystalVocabulary
{
    /// <summary>What stands before the first token.</summary>
    public const int Start = 0;

    /// <summary>No site is left.</summary>
    public const int End = 1;

    private const int FirstBin = 2, FirstPlace = FirstBin + LevelScale.Bins, FirstName = FirstPlace + LevelScale.LevelsPerBin;

    private readonly Dictionary<int, int> tokenOfGroup = [];
    private readonly Dictionary<string, int> tokenOfTemplate = [];
    private readonly Dictionary<int, int> tokenOfElement = [];
    private readonly Dictionary<(int Group, int Token), SiteTemplate> templates = [];
    private readonly Dictionary<int, int[]> templatesOfGroup;
    private readonly int[] groups;
    private readonly Element[] elements;

    /// <summary>The vocabulary of a set.</summary>
    /// <exception cref="ArgumentException">The set is empty.</exception>
    public CrystalVocabulary(IReadOnlyCollection<SymmetricCrystal> crystals)
        : this(
            crystals.Count > 0
                ? [.. crystals.SelectMany(crystal => crystal.Sites.Select(site => (crystal.Group, site.Template))).DistinctBy(pair => (pair.Group.Number, pair.Template.Key))]
                : throw new ArgumentException("A vocabulary of 0 crystals; it needs at least one crystal to learn words from."),
            [.. crystals.SelectMany(crystal => crystal.Sites).Select(site => site.Element).Distinct()],
            crystals.Max(crystal => crystal.Atoms),
            crystals.Max(crystal => crystal.Sites.Count))
    {
    }

    /// <summary>The vocabulary of given words.</summary>
    /// <param name="symmetries">The templates that may occur in each group; groups are those that have one.</param>
    /// <param name="elements">The elements.</param>
    /// <param name="mostAtoms">Most sites of a conventional cell.</param>
    /// <param name="mostSites">Most orbits of a crystal.</param>
    public CrystalVocabulary(IReadOnlyList<(SpaceGroupFrame Group, SiteTemplate Template)> symmetries, IReadOnlyList<Element> elements, int mostAtoms, int mostSites)
    {
        var next = FirstName;
        groups = [.. symmetries.Select(pair => pair.Group.Number).Distinct().Order()];
        foreach (var group in groups) tokenOfGroup[group] = next++;
        this.elements = [.. elements.Order()];
        foreach (var element in this.elements) tokenOfElement[element.Number] = next++;
        foreach (var (group, template) in symmetries.OrderBy(pair => pair.Template.Key, StringComparer.Ordinal).ThenBy(pair => pair.Group.Number))
        {
            if (!tokenOfTemplate.TryGetValue(template.Key, out var token)) tokenOfTemplate[template.Key] = token = next++;
            templates[(group.Number, token)] = template;
        }
        templatesOfGroup = templates.Keys.GroupBy(key => key.Group).ToDictionary(keys => keys.Key, keys => keys.Select(key => key.Token).Order().ToArray());
        (Size, MostAtoms, MostSites) = (next, mostAtoms, mostSites);
        (Bins, Places) = ([.. Enumerable.Range(FirstBin, LevelScale.Bins)], [.. Enumerable.Range(FirstPlace, LevelScale.LevelsPerBin)]);
        (Groups, Elements) = ([.. tokenOfGroup.Values], [.. tokenOfElement.Values]);
    }

    /// <summary>The templates of each group.</summary>
    public IEnumerable<(SpaceGroupFrame Group, SiteTemplate Template)> Symmetries => templates.Select(pair => (SpaceGroupFrame.Of(pair.Key.Group), pair.Value));

    /// <summary>The elements, by number.</summary>
    public IReadOnlyList<Element> KnownElements => elements;

    /// <summary>How many tokens there are.</summary>
    public int Size { get; }

    /// <summary>Most sites of a conventional cell.</summary>
    public int MostAtoms { get; }

    /// <summary>Most orbits of a crystal.</summary>
    public int MostSites { get; }

    /// <summary>Tokens of the bins of a number.</summary>
    public int[] Bins { get; }

    /// <summary>Tokens of the places inside a bin.</summary>
    public int[] Places { get; }

    /// <summary>Tokens of the space groups.</summary>
    public int[] Groups { get; }

    /// <summary>Tokens of the elements.</summary>
    public int[] Elements { get; }

    /// <summary>The token of a bin.</summary>
    public static int OfBin(int bin) => FirstBin + bin;

    /// <summary>The token of a place inside a bin.</summary>
    public static int OfPlace(int place) => FirstPlace + place;

    /// <summary>The bin of a token.</summary>
    public static int BinOf(int token) => token - FirstBin;

    /// <summary>The place of a token.</summary>
    public static int PlaceOf(int token) => token - FirstPlace;

    /// <summary>The space group of a token.</summary>
    public SpaceGroupFrame GroupOf(int token) => SpaceGroupFrame.Of(groups[token - Groups[0]]);

    /// <summary>The element of a token.</summary>
    public Element ElementOf(int token) => elements[token - Elements[0]];

    /// <summary>The template that a token names in a space group.</summary>
    public SiteTemplate TemplateOf(SpaceGroupFrame group, int token) => templates[(group.Number, token)];

    /// <summary>Tokens of the templates that occur in a space group.</summary>
    public int[] TemplatesOf(SpaceGroupFrame group) => templatesOfGroup[group.Number];

    /// <summary>Writes a crystal as tokens.</summary>
    /// <returns>The tokens, <see cref="Start"/> not among them; null where a word is missing or a number is off its scale, and which.</returns>
    public (int[]? Tokens, string? Problem) Write(SymmetricCrystal crystal)
    {
        if (!tokenOfGroup.TryGetValue(crystal.Group.Number, out var group)) return (null, $"no crystal of the vocabulary has space group {crystal.Group.Symbol}");
        if (crystal.Atoms > MostAtoms || crystal.Sites.Count > MostSites) return (null, $"more than {MostAtoms} atoms or {MostSites} orbits");
        var tokens = new List<int> { group };
        foreach (var site in crystal.Sites)
        {
            if (!tokenOfTemplate.TryGetValue(site.Template.Key, out var template) || !templates.ContainsKey((crystal.Group.Number, template)))
                return (null, $"no crystal of the vocabulary has a site {site.Template.Key} in {crystal.Group.Symbol}");
            if (!tokenOfElement.TryGetValue(site.Element.Number, out var element)) return (null, $"no crystal of the vocabulary has {site.Element}");
            tokens.AddRange(template, element);
        }
        tokens.Add(End);
        foreach (var (value, (slot, scale)) in crystal.Cell.Zip(crystal.Group.Family.Free))
        {
            if (scale.Write(value) is not { } level) return (null, $"{slot} {value:g4} is outside {scale.Low:g4} to {scale.High:g4}");
            tokens.AddRange(OfBin(level.Bin), OfPlace(level.Place));
        }
        foreach (var coordinate in crystal.Sites.SelectMany(site => site.Free))
        {
            var (bin, place) = LevelScale.Coordinate.Write(coordinate)!.Value;
            tokens.AddRange(OfBin(bin), OfPlace(place));
        }
        return ([.. tokens], null);
    }

    /// <summary>Reads tokens.</summary>
    /// <exception cref="ArgumentException">They are no whole crystal of the grammar.</exception>
    public SymmetricCrystal Read(IEnumerable<int> tokens)
    {
        var sentence = new CrystalSentence(this);
        foreach (var token in tokens) sentence.Add(token);
        return sentence.ToCrystal();
    }
}

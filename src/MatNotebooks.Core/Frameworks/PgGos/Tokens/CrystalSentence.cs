namespace MatNotebooks.Frameworks.PgGos.Tokens;

/// <summary>
/// A crystal while it is written: the grammar. It says which tokens may come next, always at least one, so that whatever is chosen a
/// whole crystal comes out: space group; site and element of each orbit; end of sites; cell; free coordinates of each site.
/// </summary>
/// <param name="words">The vocabulary.</param>
internal sealed class CrystalSentence(CrystalVocabulary words)
{
    private static readonly int[] OnlyEnd = [CrystalVocabulary.End];

    private readonly List<(int Template, int Element)> sites = [];
    private readonly List<double> numbers = [];
    private SpaceGroupFrame? group;
    private int[]? allowed;
    private int template, bin, atoms, site, axis;
    private bool isSitesWhole, isInBin;

    /// <summary>What the next token says.</summary>
    public TokenSlot Slot { get; private set; } = TokenSlot.Group;

    /// <summary>Whether the crystal is whole.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>The tokens of the site that the next token is about: template and element, 0 where there is none yet.</summary>
    public (int Template, int Element) Subject => isSitesWhole
        ? site < sites.Count && Slot is TokenSlot.Coordinate or TokenSlot.Coordinate + (int)TokenSlot.Place ? sites[site] : default
        : Slot == TokenSlot.Element ? (template, 0) : default;

    /// <summary>Tokens that may come next; at least one until the crystal is whole.</summary>
    public int[] Allowed => allowed ??= Find();

    /// <summary>Adds a token.</summary>
    /// <exception cref="ArgumentException">The token may not come next.</exception>
    public void Add(int token)
    {
        if (IsWhole || Array.BinarySearch(Allowed, token) < 0)
            throw new ArgumentException($"Token {token} may not come here: the crystal {(IsWhole ? "is whole" : $"waits for {Slot}")}.");
        Take(token);
        allowed = null;
    }

    /// <summary>The crystal that was written.</summary>
    /// <exception cref="ArgumentException">It is not whole yet.</exception>
    public SymmetricCrystal ToCrystal()
    {
        if (!IsWhole || group is null) throw new ArgumentException($"The crystal is not whole: it waits for {Slot}.");
        var coordinates = group.Family.Free.Count;
        var built = new List<OrbitSite>(sites.Count);
        foreach (var (templateToken, elementToken) in sites)
        {
            var symmetry = words.TemplateOf(group, templateToken);
            built.Add(new(symmetry, words.ElementOf(elementToken), [.. numbers.Skip(coordinates).Take(symmetry.Axes.Length)]));
            coordinates += symmetry.Axes.Length;
        }
        return new(group, [.. numbers.Take(group.Family.Free.Count)], built);
    }

    private void Take(int token)
    {
        switch (Slot)
        {
            case TokenSlot.Group:
                (group, Slot) = (words.GroupOf(token), TokenSlot.Site);
                break;
            case TokenSlot.Site when token == CrystalVocabulary.End:
                isSitesWhole = true;
                Slot = group!.Family.Free[0].Slot;
                break;
            case TokenSlot.Site:
                (template, Slot) = (token, TokenSlot.Element);
                break;
            case TokenSlot.Element:
                sites.Add((template, token));
                atoms += words.TemplateOf(group!, template).Multiplicity;
                Slot = TokenSlot.Site;
                break;
            default:
                TakeNumber(token);
                break;
        }
    }

    private void TakeNumber(int token)
    {
        if (!isInBin)
        {
            (bin, isInBin) = (CrystalVocabulary.BinOf(token), true);
            Slot += (int)TokenSlot.Place;
            return;
        }
        var free = group!.Family.Free;
        var scale = numbers.Count < free.Count ? free[numbers.Count].Scale : LevelScale.Coordinate;
        numbers.Add(scale.Read(bin, CrystalVocabulary.PlaceOf(token)));
        isInBin = false;
        if (numbers.Count < free.Count) Slot = free[numbers.Count].Slot;
        else FindCoordinate(isNext: numbers.Count > free.Count);
    }

    /// <summary>Goes to the next free coordinate; without one the crystal is whole.</summary>
    private void FindCoordinate(bool isNext)
    {
        if (isNext) axis++;
        while (site < sites.Count && axis >= words.TemplateOf(group!, sites[site].Template).Axes.Length) (site, axis) = (site + 1, 0);
        Slot = TokenSlot.Coordinate;
        IsWhole = site == sites.Count;
    }

    private int[] Find()
    {
        if (IsWhole) return [];
        return Slot switch
        {
            TokenSlot.Group => words.Groups,
            TokenSlot.Element => words.Elements,
            TokenSlot.Site => FindSites(),
            _ => isInBin ? words.Places : words.Bins,
        };
    }

    /// <summary>Templates that leave the cell within the set's size, and, once a site is there, the end. What has no free coordinate is taken once.</summary>
    private int[] FindSites()
    {
        if (sites.Count == words.MostSites) return OnlyEnd;
        var left = words.MostAtoms - atoms;
        var fitting = words.TemplatesOf(group!).Where(token =>
            words.TemplateOf(group!, token) is var symmetry && symmetry.Multiplicity <= left
            && (symmetry.Axes.Length > 0 || !sites.Exists(taken => taken.Template == token)));
        return sites.Count == 0 ? [.. fitting] : [CrystalVocabulary.End, .. fitting];
    }
}

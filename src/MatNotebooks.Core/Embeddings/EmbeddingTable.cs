namespace MatNotebooks.Embeddings;

/// <summary>Crystals as vectors of one length: what a network or a descriptor makes of them.</summary>
public sealed class EmbeddingTable
{
    /// <summary>Makes a table.</summary>
    /// <param name="name">What made the vectors, such as "gem-ppm".</param>
    /// <param name="ids">Name of each crystal, (rows), all different.</param>
    /// <param name="vectors">The vectors, finite, (rows)(dimensions); they are not copied.</param>
    /// <param name="parts">Which numbers belong together, in order and without gaps. The default is one part of structure.</param>
    /// <exception cref="ArgumentException">No row, another number of names, vectors of different length, a number that is not finite, an id that comes twice, or parts that do not cover the vectors.</exception>
    public EmbeddingTable(string name, IReadOnlyList<string> ids, IReadOnlyList<float[]> vectors, IReadOnlyList<EmbeddingPart>? parts = null)
    {
        if (vectors.Count == 0) throw new ArgumentException($"The embedding {name} has no crystal; it needs at least one.");
        if (ids.Count != vectors.Count) throw new ArgumentException($"The embedding {name} has {vectors.Count} vectors and {ids.Count} ids; give one id for each.");
        (Name, Ids, Vectors, Dimensions) = (name, ids, vectors, vectors[0].Length);
        Parts = parts ?? [new(name, EmbeddingPart.Structure, 0, 0, Dimensions)];
        CheckNumbers();
        if (ids.CountBy(id => id).FirstOrDefault(id => id.Value > 1) is { Key: { } twice, Value: var times })
            throw new ArgumentException($"{times} crystals of the embedding {name} have the id '{twice}'; ids must differ. Leave the copies out, or rename them.");
        CheckParts();
    }

    /// <summary>What made the vectors.</summary>
    public string Name { get; }

    /// <summary>Name of each crystal, (rows).</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>The vectors | no unit, (rows)(dimensions).</summary>
    public IReadOnlyList<float[]> Vectors { get; }

    /// <summary>Which numbers belong together, in the order of their places.</summary>
    public IReadOnlyList<EmbeddingPart> Parts { get; }

    /// <summary>How many crystals there are.</summary>
    public int Rows => Vectors.Count;

    /// <summary>How many numbers each vector has.</summary>
    public int Dimensions { get; }

    /// <summary>Size of one vector of float32 | bytes.</summary>
    public int BytesPerCrystal => sizeof(float) * Dimensions;

    /// <summary>Places of the dimensions that are the same for all crystals, ascending.</summary>
    public IReadOnlyList<int> ConstantDimensions => [.. Enumerable.Range(0, Dimensions).Where(place => Vectors.All(vector => vector[place] == Vectors[0][place]))];

    /// <summary>The crystals of some rows, in the order given.</summary>
    public EmbeddingTable At(IReadOnlyList<int> rows) => new(Name, [.. rows.Select(row => Ids[row])], [.. rows.Select(row => Vectors[row])], Parts);

    /// <summary>The same crystals with other vectors of the same length, such as decoded ones.</summary>
    public EmbeddingTable With(IReadOnlyList<float[]> vectors) => new(Name, Ids, vectors, Parts);

    /// <summary>The table without the dimensions that are the same for all crystals.</summary>
    /// <exception cref="ArgumentException">No dimension differs.</exception>
    public EmbeddingTable WithoutConstantDimensions() => WithoutDimensions(ConstantDimensions);

    /// <summary>The table without some dimensions, such as those that are the same for all crystals of a part of it.</summary>
    /// <param name="places">Their places.</param>
    /// <exception cref="ArgumentException">No dimension is left.</exception>
    public EmbeddingTable WithoutDimensions(IReadOnlyList<int> places)
    {
        var left = Enumerable.Range(0, Dimensions).Except(places).ToArray();
        if (left.Length == Dimensions) return this;
        if (left.Length == 0) throw new ArgumentException($"All {Dimensions} dimensions of the embedding {Name} are the same for all {Rows} crystals; there is nothing to tell them apart.");
        var parts = new List<EmbeddingPart>();
        foreach (var part in Parts)
            if (part.Places.Count(left.Contains) is > 0 and var count) parts.Add(part with { First = parts.Sum(before => before.Count), Count = count });
        return new(Name, Ids, [.. Vectors.Select(vector => left.Select(place => vector[place]).ToArray())], parts);
    }

    /// <summary>The table without crystals whose vector an earlier one has, as copies and enlarged cells of a crystal do.</summary>
    public EmbeddingTable WithoutDuplicates() => At([.. Vectors.Index().DistinctBy(row => row.Item, SameNumbers.Instance).Select(row => row.Index)]);

    /// <summary>One line: how many crystals, and how long their vectors are.</summary>
    public override string ToString() => $"{Name}: {Rows:n0} crystals × {Dimensions} numbers ({BytesPerCrystal:n0} bytes each)";

    private void CheckNumbers()
    {
        if (Dimensions == 0) throw new ArgumentException($"The vectors of the embedding {Name} are empty; each needs at least one number.");
        for (var row = 0; row < Rows; row++)
        {
            if (Vectors[row].Length != Dimensions)
                throw new ArgumentException($"The vector of {Ids[row]} has {Vectors[row].Length} numbers, that of {Ids[0]} has {Dimensions}; all must have the same length.");
            if (Array.FindIndex(Vectors[row], value => !float.IsFinite(value)) is >= 0 and var place)
                throw new ArgumentException($"The embedding {Name} of {Ids[row]} holds {Vectors[row][place]} in dimension {place}; all numbers must be finite. Leave the crystal out, or train the network anew.");
        }
    }

    private void CheckParts()
    {
        var next = 0;
        foreach (var part in Parts)
        {
            if (part.First != next || part.Count < 1)
                throw new ArgumentException($"The part {part.Name} has {part.Count} numbers from place {part.First}; it must begin at {next} and have at least 1.");
            next += part.Count;
        }
        if (next != Dimensions) throw new ArgumentException($"The parts of the embedding {Name} cover {next} of its {Dimensions} numbers; they must cover all.");
    }

    private sealed class SameNumbers : IEqualityComparer<float[]>
    {
        public static readonly SameNumbers Instance = new();

        public bool Equals(float[]? left, float[]? right) => left.AsSpan().SequenceEqual(right);

        public int GetHashCode(float[] vector)
        {
            var hash = default(HashCode);
            foreach (var value in vector) hash.Add(value);
            return hash.ToHashCode();
        }
    }
}

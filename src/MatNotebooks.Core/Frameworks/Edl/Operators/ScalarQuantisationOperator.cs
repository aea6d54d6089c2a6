namespace MatNotebooks.Frameworks.Edl.Operators;

/// <summary>
/// Every dimension rounded to levels, all with equally many bits, 1 to 8; where the bytes hold less than one bit for each dimension, only the first
/// of the Matryoshka order are kept, with one bit each. What was rounded or left out is guessed by least squares.
/// </summary>
public sealed record ScalarQuantisationOperator() : CompressionOperator("scalar quantisation")
{
    private protected override ICodec Learn(float[][] rows, int bytes, int seed)
    {
        var dimensions = rows[0].Length;
        var bits = Math.Clamp(8 * bytes / dimensions, 1, 8);
        var kept = Math.Min(dimensions, 8 * bytes / bits);
        var places = kept == dimensions ? [.. Enumerable.Range(0, dimensions)] : TruncationOperator.Order(rows)[..kept];
        var levels = new ScalarLevels[kept];
        Parallel.For(0, kept, number => levels[number] = ScalarLevels.Of([.. rows.Select(row => row[places[number]])], bits));
        float[][] rounded = [.. rows.Select(row => places.Select((place, number) => levels[number].Value(levels[number].Nearest(row[place]))).ToArray())];
        return new BitCodec(LinearMap.Choice(places, dimensions), levels, [.. Enumerable.Repeat(bits, kept)], LeastSquares.Map(rounded, rows));
    }
}

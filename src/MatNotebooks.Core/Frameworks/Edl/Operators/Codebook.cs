using System.Numerics;

namespace MatNotebooks.Frameworks.Edl.Operators;

/// <summary>At most 256 vectors that stand for all: Lloyd's algorithm from rows drawn by chance, with as many rounds as codes need and not more.</summary>
internal sealed class Codebook
{
    private const int Rounds = 12;

    private Codebook(float[][] words) => Words = words;

    /// <summary>The vectors, (words)(dimensions).</summary>
    public float[][] Words { get; }

    /// <summary>Learns the words.</summary>
    /// <param name="rows">Vectors, (rows)(dimensions).</param>
    /// <param name="count">How many words, at most 256; fewer where there are fewer rows.</param>
    /// <param name="random">Draws the beginning.</param>
    public static Codebook Of(float[][] rows, int count, Random random)
    {
        var order = Enumerable.Range(0, rows.Length).ToArray();
        random.Shuffle(order);
        var book = new Codebook([.. order.Take(count).Select(row => (float[])rows[row].Clone())]);
        for (var round = 0; round < Rounds; round++) book.Move(rows, random);
        return book;
    }

    public int Nearest(ReadOnlySpan<float> vector)
    {
        var (best, least) = (0, float.PositiveInfinity);
        for (var word = 0; word < Words.Length; word++)
            if (SquaredDistance(Words[word], vector) is var distance && distance < least) (best, least) = (word, distance);
        return best;
    }

    public static float SquaredDistance(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var (sum, place) = (Vector<float>.Zero, 0);
        for (; place <= left.Length - Vector<float>.Count; place += Vector<float>.Count)
        {
            var difference = new Vector<float>(left[place..]) - new Vector<float>(right[place..]);
            sum += difference * difference;
        }
        var total = Vector.Sum(sum);
        for (; place < left.Length; place++) total += (left[place] - right[place]) * (left[place] - right[place]);
        return total;
    }

    private void Move(float[][] rows, Random random)
    {
        var nearest = new int[rows.Length];
        Parallel.For(0, rows.Length, row => nearest[row] = Nearest(rows[row]));
        var counts = new int[Words.Length];
        var sums = Words.Select(word => new double[word.Length]).ToArray();
        for (var row = 0; row < rows.Length; row++)
        {
            counts[nearest[row]]++;
            for (var place = 0; place < rows[row].Length; place++) sums[nearest[row]][place] += rows[row][place];
        }
        for (var word = 0; word < Words.Length; word++)
        {
            // A word that nobody is nearest to begins anew at a row.
            if (counts[word] == 0) Words[word] = (float[])rows[random.Next(rows.Length)].Clone();
            else for (var place = 0; place < Words[word].Length; place++) Words[word][place] = (float)(sums[word][place] / counts[word]);
        }
    }
}

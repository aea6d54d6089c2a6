using System.CommandLine;
using System.Diagnostics;
using System.Numerics;
using MatNotebooks.Bench.Results;
using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Embeddings;
using MatNotebooks.Frameworks.Edl.Operators;
using MatNotebooks.Frameworks.Edl.Search;
using MatNotebooks.Metrics;

namespace MatNotebooks.Bench.Edl;

/// <summary>
/// <c>bench similarity</c>: how long a search among ten million codes of 16 bytes takes, exact and approximate, beside a plain search among vectors of
/// float32. Codes are those of real crystals, each byte now and then another's: their first bytes are spread as real ones are.
/// </summary>
internal static class SimilarityCommand
{
    private const int Codes = 10_000_000, Bytes = 16, Wanted = 20, Queries = 15, PlainVectors = 500_000;

    public static Command Create()
    {
        var command = new Command("similarity", "Times searches among ten million codes of crystals, exact and approximate, beside a plain one.");
        command.SetAction(_ => Run());
        return command;
    }

    private static void Run()
    {
        var results = new ResultTable("similarity");
        var records = DatasetCatalogue.Find("mp20_partial") is { IsHere: true } here ? here.ReadStructures().Take(6000).ToArray() : [.. DatasetCatalogue.Find("octet").ReadStructures()];
        var table = SimilaritySearch.DefaultEmbedder.Of(records).WithoutConstantDimensions();
        var queries = Enumerable.Range(0, Queries).Select(query => table.Vectors[query * (table.Rows / Queries)]).ToArray();
        Binary(table, queries, results);
        Product(table, queries, results);
        Plain(table, queries, results);
    }

    private static void Binary(EmbeddingTable table, float[][] queries, ResultTable results)
    {
        var codec = new BinarisationOperator().Fit(table, Bytes);
        var index = new HammingIndex(Many(codec, table), Bytes);
        Report(results, "hamming/exact", "search_10m_ms", Time(queries, query => index.Search(codec.Encode(query), Wanted)));
    }

    private static void Product(EmbeddingTable table, float[][] queries, ResultTable results)
    {
        var codec = new RotatedQuantisationOperator().Fit(table, Bytes);
        var index = new ProductIndex(codec, Many(codec, table));
        Report(results, "product quantisation/exact", "search_10m_ms", Time(queries, query => index.Search(query, Wanted)));
        foreach (var share in new[] { 0.01, 0.05, 0.2 })
        {
            var label = $"product quantisation/nearest {share:p0} of lists";
            Report(results, label, "search_10m_ms", Time(queries, query => index.SearchNearLists(query, Wanted, share)));
            double[] recalls = [.. queries.Select(query => Recall(index.Search(query, Wanted), index.SearchNearLists(query, Wanted, share)))];
            var recall = Confidence.OfMean(recalls);
            results.Report(new(label, "recall_of_exact", recall.Value, "1") { Lower = recall.Lower, Upper = recall.Upper, Seeds = recalls.Length, Threads = Environment.ProcessorCount });
        }
    }

    // As many vectors as fit into memory beside the rest; the time of ten million is told as what it is, twenty times as much.
    private static void Plain(EmbeddingTable table, float[][] queries, ResultTable results)
    {
        var vectors = new float[PlainVectors][];
        for (var row = 0; row < vectors.Length; row++) vectors[row] = [.. table.Vectors[row % table.Rows]];
        var times = Time([.. queries.Take(5)], query =>
        {
            var distances = new float[PlainVectors];
            Parallel.For(0, PlainVectors, row => distances[row] = Squared(query, vectors[row]));
            return distances.Select((distance, row) => new SearchHit(row, distance)).OrderBy(hit => hit.Distance).Take(Wanted).ToArray();
        });
        Report(results, $"float32 of {table.Dimensions} numbers/plain", "search_500k_ms", times);
        Report(results, $"float32 of {table.Dimensions} numbers/plain", "search_10m_ms_extrapolated", [.. times.Select(time => time * Codes / PlainVectors)]);
    }

    private static byte[] Many(ICodec codec, EmbeddingTable table)
    {
        var own = table.Vectors.Select(vector => codec.Encode(vector)).ToArray();
        var (codes, random) = (new byte[(long)Codes * codec.BytesPerCrystal], new Random(1));
        for (var row = 0; row < Codes; row++)
        {
            var code = codes.AsSpan(row * codec.BytesPerCrystal, codec.BytesPerCrystal);
            own[row % own.Length].CopyTo(code);
            if (row >= own.Length)
                for (var turn = 0; turn < 4; turn++) // a quarter of the bytes are another crystal's
                {
                    var place = random.Next(code.Length);
                    code[place] = own[random.Next(own.Length)][place];
                }
        }
        return codes;
    }

    private static double[] Time(float[][] queries, Func<float[], SearchHit[]> search)
    {
        for (var warm = 0; warm < 5; warm++) search(queries[warm % queries.Length]);
        return [.. queries.Select(query =>
        {
            var began = Stopwatch.GetTimestamp();
            search(query);
            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }).Order()];
    }

    private static void Report(ResultTable results, string label, string metric, double[] times) =>
        results.Report(new(label, metric, times[times.Length / 2], "ms") { Lower = times[0], Upper = times[^1], Seeds = times.Length, Threads = Environment.ProcessorCount });

    private static double Recall(SearchHit[] exact, SearchHit[] near) => exact.Select(hit => hit.Row).Intersect(near.Select(hit => hit.Row)).Count() / (double)exact.Length;

    private static float Squared(float[] left, float[] right)
    {
        var (sum, place) = (Vector<float>.Zero, 0);
        for (; place <= left.Length - Vector<float>.Count; place += Vector<float>.Count)
        {
            var difference = new Vector<float>(left, place) - new Vector<float>(right, place);
            sum += difference * difference;
        }
        var total = Vector.Sum(sum);
        for (; place < left.Length; place++) total += (left[place] - right[place]) * (left[place] - right[place]);
        return total;
    }
}

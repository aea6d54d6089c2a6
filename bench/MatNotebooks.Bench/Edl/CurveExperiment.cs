using MatNotebooks.Bench.Results;
using MatNotebooks.Crystals;
using MatNotebooks.Datasets;
using MatNotebooks.Embeddings;
using MatNotebooks.Frameworks.Edl.Fidelities;
using MatNotebooks.Frameworks.Edl.Operators;
using MatNotebooks.Frameworks.Edl.Steering;
using MatNotebooks.Journals;
using Spectre.Console;

namespace MatNotebooks.Bench.Edl;

/// <summary>
/// Rate against fidelity: every operator at every number of bytes on GEM-PPM's embedding, some of them on every other. A code is learned, measured and written
/// to a ledger; what the ledger has is not measured again.
/// </summary>
internal sealed class CurveExperiment(EdlCrystals crystals, EdlEmbeddings embeddings, int epochs)
{
    private const string Steered = "steered", Allotted = "allotted";
    private static readonly string[] OfFamilies = ["pca"];

    private readonly JournalFile<CodeRecord> journal = new(LedgerPath);
    private readonly ResultTable table = new("edl"), families = new("edl_families"), risks = new("edl_risks");

    /// <summary>Where finished codes lie.</summary>
    public static string LedgerPath => Path.Combine(DataFolders.Repository, "out", "edl.codes.jsonl");

    /// <summary>Bytes per crystal, falling.</summary>
    public static IReadOnlyList<int> Levels { get; } = [256, 128, 64, 32, 16, 8];

    /// <summary>What finished codes were measured with.</summary>
    public string Settings => $"{crystals.Records.Count} crystals, {crystals.Learned.Count} for networks, {epochs} epochs";

    /// <summary>Measures every embedding, GEM-PPM's first.</summary>
    public void Run()
    {
        var (values, done) = (Values(), journal.Read().Where(record => record.Settings == Settings).ToDictionary(record => (record.Embedding, record.Operator, record.Asked)));
        foreach (var name in EdlEmbeddings.Names)
        {
            var wanted = Wanted(name).ToArray();
            if (wanted.Any(code => !done.ContainsKey((name, code.Operator, code.Bytes)))) Measure(name, wanted, values, done);
            foreach (var record in done.Values.Where(record => record.Embedding == name)) Write(record);
        }
        AnsiConsole.MarkupLineInterpolated($"written to {table.FilePath}");
    }

    private static IEnumerable<(string Operator, int Bytes)> Wanted(string embedding) => embedding == "gem-ppm"
        ? Levels.SelectMany(bytes => CompressionOperator.All.Select(one => one.Name).Concat([Allotted, Steered]).Select(name => (name, bytes)))
        : Levels.Where(bytes => bytes is 64 or 16).SelectMany(bytes => OfFamilies.Append(Steered).Select(name => (name, bytes)));

    private Dictionary<string, double[]> Values()
    {
        var values = EdlProperty.All.ToDictionary(property => property.Name, crystals.Values);
        var project = Enumerable.Range(0, crystals.Records.Count).Where(row => crystals.Sets[row] == "mp").ToArray();
        foreach (var (name, column) in RiskTargets.Of([.. project.Select(row => crystals.Records[row].Crystal)]))
        {
            var whole = Enumerable.Repeat(double.NaN, crystals.Records.Count).ToArray();
            for (var place = 0; place < project.Length; place++) whole[project[place]] = column[place];
            values[name] = whole;
        }
        return values;
    }

    private void Measure(string name, IReadOnlyList<(string Operator, int Bytes)> wanted, Dictionary<string, double[]> values, Dictionary<(string, string, int), CodeRecord> done)
    {
        var judge = Judge(name, values);
        foreach (var (property, r2) in judge.Whole) families.Put(new($"{name}/whole/{judge.Table.BytesPerCrystal}/{property}", "probe_r2", r2, "1"));
        var spaces = new Lazy<SteeredSpace>[] { new(() => Space(judge, values, 0)), new(() => Space(judge, values, 1)), new(() => SteeredSpace.Of(judge.Table.At(judge.Fitted), [])) };
        foreach (var (operation, bytes) in wanted)
        {
            if (done.ContainsKey((name, operation, bytes))) continue;
            if (operation is Steered or Allotted && bytes > judge.Table.Dimensions) continue; // a byte for each dimension at most
            AnsiConsole.MarkupLineInterpolated($"{DateTime.UtcNow:HH:mm:ss} {name}, {operation}, {bytes} bytes");
            var (codec, numbers) = operation switch
            {
                Steered => JudgeSteered(judge, spaces, bytes),
                Allotted => Judged(judge, spaces[2].Value.Code(spaces[2].Value.Allot(8 * bytes))),
                _ => Judged(judge, CompressionOperator.Find(operation).Fit(judge.Table.At(judge.Fitted), bytes)),
            };
            var record = new CodeRecord(Settings, table.Commit, name, operation, bytes, codec.BytesPerCrystal, numbers);
            journal.Add(record);
            done[(name, operation, bytes)] = record;
            Write(record);
        }
    }

    /// <summary>What judges the codes of an embedding.</summary>
    internal CodeJudge Judge(string name, IReadOnlyDictionary<string, double[]> values)
    {
        var whole = embeddings.Table(name);
        var constant = whole.At(crystals.Learning).ConstantDimensions;
        var kept = Enumerable.Range(0, whole.Dimensions).Except(constant).ToArray();
        float[][] Kept(EmbeddingTable changed) => [.. changed.Vectors.Select(vector => kept.Select(place => vector[place]).ToArray())];
        var plain = Kept(embeddings.Changed(name, "plain", all => [.. all]));
        var descriptions = CrystalChange.All.ToDictionary(
            change => $"invariance/{change.Name}", change => (plain, Kept(embeddings.Changed(name, change.Name, all => [.. all.Select(change.Apply)]))));
        var perfect = Kept(embeddings.Changed(name, "enlarged", all => DefectSensitivity.Pairs(all, isSubstitution: false).Perfect));
        descriptions["defect/vacancy"] = (perfect, Kept(embeddings.Changed(name, "vacancy", all => DefectSensitivity.Pairs(all, isSubstitution: false).Defective)));
        descriptions["defect/substitution"] = (perfect, Kept(embeddings.Changed(name, "substitution", all => DefectSensitivity.Pairs(all, isSubstitution: true).Defective)));
        return new(crystals, whole.WithoutDimensions(constant), values, descriptions);
    }

    // Every second property steers, the others are judged.
    internal static SteeredSpace Space(CodeJudge judge, IReadOnlyDictionary<string, double[]> values, int half) => SteeredSpace.Of(
        judge.Table.At(judge.Fitted), [.. EdlProperty.All.Where((_, place) => place % 2 != half).Select(property => judge.Fitted.Select(row => values[property.Name][row]).ToArray())]);

    private static (ICodec, Dictionary<string, double[]>) Judged(CodeJudge judge, ICodec codec) => (codec, judge.Judge(codec));

    // Half of the properties by each of two codes that the other half steered; what is of no property, by the first.
    private static (ICodec, Dictionary<string, double[]>) JudgeSteered(CodeJudge judge, Lazy<SteeredSpace>[] spaces, int bytes)
    {
        var codecs = spaces.Take(2).Select(space => space.Value.Code(space.Value.Allot(8 * bytes))).ToArray();
        var second = EdlProperty.All.Where((_, place) => place % 2 == 1).Select(property => property.Name).ToHashSet();
        var numbers = judge.Judge(codecs[0], name => !second.Contains(name));
        foreach (var (name, number) in judge.Judge(codecs[1], second.Contains))
            if (name.Contains('/') && !numbers.ContainsKey(name)) numbers[name] = number;
        return (codecs[0], numbers);
    }

    private void Write(CodeRecord record)
    {
        var main = record.Embedding == "gem-ppm";
        foreach (var (name, number) in record.Numbers)
        {
            var parts = name.Split('/');
            var (metric, property) = (parts[0], parts.Length > 1 ? parts[1] : "all");
            var isProperty = property == "all" || EdlProperty.All.Any(one => one.Name == property);
            var isRisk = !isProperty || metric is "distinct_codes" or "rare_elements_kept" or "invariance" or "defect";
            var target = isRisk ? risks : main ? table : families;
            target.Put(new(main && !isRisk ? $"{record.Operator}/{record.Asked}/{property}" : $"{record.Embedding}/{record.Operator}/{record.Asked}/{property}", metric, number[0], "1")
            {
                Lower = number.Length > 1 ? number[1] : null, Upper = number.Length > 2 ? number[2] : null, Commit = record.Sources,
            });
        }
    }
}

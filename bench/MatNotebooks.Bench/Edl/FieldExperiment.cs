using MatNotebooks.Bench.Results;
using MatNotebooks.Frameworks.Edl.Lattices;
using MatNotebooks.Frameworks.Edl.Steering;
using MatNotebooks.Journals;
using MatNotebooks.Metrics;
using Spectre.Console;

namespace MatNotebooks.Bench.Edl;

/// <summary>
/// Whether the lattice's equations hold. Eq. 1 across levels: the coupling is fitted on some operators and properties and foretells the next step of
/// others. Eq. 1 across directions: at allotments of 16 bytes, what the field says one more byte wins in each group of components, against what it wins
/// for properties that did not steer; from even bits, where directions differ, and at the equilibrium, where they should not. Eq. 3 and the apex of every operator.
/// </summary>
internal sealed class FieldExperiment(CurveExperiment curves, EdlCrystals crystals)
{
    private const int Groups = 8, MoreBits = 8, Blocks = 5, Bytes = 16, EvenBits = 2;

    private readonly ResultTable table = new("edl_field");

    /// <summary>Runs all of them on the finished codes of GEM-PPM.</summary>
    public void Run()
    {
        var records = new JournalFile<CodeRecord>(CurveExperiment.LedgerPath).Read().Where(record => record.Settings == curves.Settings && record.Embedding == "gem-ppm").ToArray();
        if (records.Length == 0) throw new InvalidOperationException("No code of gem-ppm is in the ledger; run bench edl --only curves first.");
        var lattices = Lattices(records);
        AcrossLevels(lattices);
        foreach (var group in lattices.GroupBy(lattice => lattice.Operator))
        {
            var interval = Confidence.OfMean([.. group.Select(lattice => lattice.Lattice.Kernel())]);
            Report(new($"kernel/{group.Key}", "eq3_kernel", interval.Value, "1") { Lower = interval.Lower, Upper = interval.Upper, Seeds = group.Count() });
            foreach (var worth in new[] { 1.0, 2, 4, 8 })
                Report(new($"apex/{group.Key}/{worth}", "bytes", group.Select(lattice => (double)ApexEquilibrium.Of(lattice.Lattice, worth).Bytes).Order().ElementAt(group.Count() / 2), "B") { Seeds = group.Count() });
        }
        var values = EdlProperty.All.ToDictionary(property => property.Name, crystals.Values);
        var judge = curves.Judge("gem-ppm", values);
        new AccrualExperiment(crystals, judge, Report).Run(values);
        AcrossDirections(judge, values);
        AnsiConsole.MarkupLineInterpolated($"written to {table.FilePath}");
    }

    private static List<(string Operator, string Property, EmbedmentLattice Lattice)> Lattices(CodeRecord[] records)
    {
        var lattices = new List<(string, string, EmbedmentLattice)>();
        foreach (var group in records.GroupBy(record => record.Operator))
        {
            var levels = group.OrderByDescending(record => record.Asked).ToArray();
            if (levels.Length < 3) continue;
            foreach (var property in EdlProperty.All.Select(one => one.Name).Where(name => levels.All(level => level.Numbers.ContainsKey($"probe_r2_kept/{name}"))))
            {
                var fidelities = new double[EdlLayer.All.Count, levels.Length];
                for (var layer = 0; layer < EdlLayer.All.Count; layer++)
                    for (var level = 0; level < levels.Length; level++)
                    {
                        var measure = EdlLayer.All[layer].Measure;
                        fidelities[layer, level] = (levels[level].Numbers.TryGetValue(measure, out var all) ? all : levels[level].Numbers[$"{measure}/{property}"])[0];
                    }
                lattices.Add((group.Key, property, new(EdlLayer.All, 1024, [.. levels.Select(level => level.Asked)], fidelities)));
            }
        }
        return lattices;
    }

    // Operators and properties in blocks: a block's lattices are foretold by a coupling of lattices that share neither with it.
    private void AcrossLevels(List<(string Operator, string Property, EmbedmentLattice Lattice)> lattices)
    {
        var (operators, properties) = (lattices.Select(one => one.Operator).Distinct().ToList(), lattices.Select(one => one.Property).Distinct().ToList());
        var forecasts = new List<FieldForecast>();
        for (var block = 0; block < Blocks; block++)
        {
            bool OfOperators((string Operator, string Property, EmbedmentLattice) one) => operators.IndexOf(one.Operator) % Blocks == block;
            bool OfProperties((string Operator, string Property, EmbedmentLattice) one) => properties.IndexOf(one.Property) % Blocks == block;
            var judged = lattices.Where(one => OfOperators(one) && OfProperties(one)).Select(one => one.Lattice).ToArray();
            if (judged.Length > 0)
                forecasts.Add(FieldForecast.Of(CouplingTensor.Fit([.. lattices.Where(one => !OfOperators(one) && !OfProperties(one)).Select(one => one.Lattice)]), judged));
        }
        void Put(string metric, Func<FieldForecast, double> value)
        {
            var interval = Confidence.OfMean([.. forecasts.Select(value)]);
            Report(new("levels/held-out operators and properties", metric, interval.Value, "1") { Lower = interval.Lower, Upper = interval.Upper, Seeds = forecasts.Count });
        }
        Put("sign_share", forecast => forecast.SignShare);
        Put("sign_share_of_always_falling", forecast => forecast.FallingShare);
        Put("error", forecast => forecast.Error);
        Put("error_of_repeating", forecast => forecast.ErrorOfRepeating);
        Put("error_of_nothing", forecast => forecast.ErrorOfNothing);
        Put("worst_layer_share", forecast => forecast.WorstLayerShare);
    }

    private void AcrossDirections(CodeJudge judge, Dictionary<string, double[]> values)
    {
        foreach (var (name, isSteered, isEven) in new[] { ("steered from even bits", true, true), ("distances alone from even bits", false, true), ("steered at the equilibrium", true, false) })
        {
            var (ranks, hits, regrets) = (new List<double>(), new List<double>(), new List<double>());
            for (var half = 0; half < 2; half++)
            {
                var space = isSteered ? CurveExperiment.Space(judge, values, half) : SteeredSpace.Of(judge.Table.At(judge.Fitted), []);
                var judged = EdlProperty.All.Where((_, place) => place % 2 == half).Select(property => property.Name).ToHashSet();
                int[] bits = isEven ? [.. Enumerable.Range(0, space.Components).Select(component => component < 8 * Bytes / EvenBits ? EvenBits : 0)] : space.Allot(8 * Bytes);
                var found = Directions(space, judge, bits, judged);
                ranks.Add(Correlation.Spearman([.. found.Select(one => one.Foretold)], [.. found.Select(one => one.Won)]));
                var (best, chosen) = (found.Max(one => one.Won), found.MaxBy(one => one.Foretold).Won);
                hits.Add(chosen == best ? 1 : 0);
                regrets.Add(best - chosen);
                for (var group = 0; group < Groups; group++)
                {
                    Report(new($"directions/{name}/half {half + 1}/group {group + 1}", "foretold", found[group].Foretold, "1"));
                    Report(new($"directions/{name}/half {half + 1}/group {group + 1}", "won", found[group].Won, "1"));
                }
            }
            Report(new($"directions/{name}", "rank_correlation", ranks.Average(), "1") { Lower = ranks.Min(), Upper = ranks.Max(), Seeds = ranks.Count });
            Report(new($"directions/{name}", "best_direction_share", hits.Average(), "1") { Seeds = hits.Count });
            Report(new($"directions/{name}", "regret", regrets.Average(), "1") { Lower = regrets.Min(), Upper = regrets.Max(), Seeds = regrets.Count });
        }
    }

    // Groups of components with equally many of the allotted bits and, last, those that got none.
    private static List<(double Foretold, double Won)> Directions(SteeredSpace space, CodeJudge judge, int[] bits, HashSet<string> judged)
    {
        var used = Enumerable.Range(0, space.Components).Where(component => bits[component] > 0).ToArray();
        var groupOf = Enumerable.Repeat(Groups - 1, space.Components).ToArray();
        for (var place = 0; place < used.Length; place++) groupOf[used[place]] = place * (Groups - 1) / used.Length;
        var before = Fidelity(judge.Judge(space.Code(bits), judged.Contains));
        return [.. Enumerable.Range(0, Groups).Select(group =>
        {
            var more = space.Allot(MoreBits, bits, component => groupOf[component] == group);
            return (space.Loss(bits) - space.Loss(more), Fidelity(judge.Judge(space.Code(more), judged.Contains)) - before);
        })];
    }

    // As the field weighs them: probes of the judged properties and neighbours alike.
    private static double Fidelity(Dictionary<string, double[]> numbers) =>
        (numbers.Where(number => number.Key.StartsWith("probe_r2_kept/", StringComparison.Ordinal)).Average(number => number.Value[0]) + numbers["recall10"][0]) / 2;

    private void Report(ResultRow row)
    {
        table.Put(row);
        AnsiConsole.Console.Profile.Out.Writer.WriteLine($"{row.Case,-48} {row.Metric,-24} {row.Value,9:g4} {(row.Lower is null ? "" : $"{row.Lower:g4} to {row.Upper:g4}")}");
    }
}

using MatNotebooks.Bench.Results;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Frameworks.PgGos.Generation;
using MatNotebooks.Frameworks.PgGos.Octets;
using MatNotebooks.Frameworks.PgGos.Reinforcement;
using MatNotebooks.Metrics;
using Spectre.Console;

namespace MatNotebooks.Bench.PgGos;

/// <summary>
/// What each part of PG-GOS is worth: designs of octet compounds with a gap of 2.0 ± 0.3 eV within 2 % of the equilibrium lattice constant, judged
/// by recorded DFT; once whole, and once without policy optimisation, without filters, without physics in the reward, without caution, and
/// by PPO in place of REINFORCE. Each seed divides the compounds anew.
/// </summary>
internal sealed class AblationExperiment(int seeds)
{
    private const int Designs = 200;

    private static readonly IReadOnlyList<WantedValue> Wanted = OctetDesign.Want(2.0);
    private static readonly PolicyOptions Policy = new() { Steps = 60, BatchSize = 64, LearningRate = 2e-3, EntropyWeight = 0.5 };

    private readonly ResultTable table = new("pggos_ablations");
    private readonly Dictionary<(string Case, string Metric), List<double>> values = [];

    /// <summary>Runs every case for every seed.</summary>
    public void Run()
    {
        var octets = OctetDataset.Load();
        for (var seed = 0; seed < seeds; seed++)
        {
            var design = new OctetDesign(octets, seed: seed);
            var estimator = design.TrainEstimator(seed: 10 * seed);
            using var generator = design.TrainGenerator(GenerationSet.All[0].Options with { Epochs = 60, Seed = seed });
            var path = Path.GetTempFileName();
            generator.Save(path);
            Try("whole", Policy, physics: 3, caution: 0.5, isFiltered: true);
            Try("no-rl", null, physics: 3, caution: 0.5, isFiltered: true);
            Try("no-filter", Policy, physics: 3, caution: 0.5, isFiltered: false);
            Try("no-physics", Policy, physics: 0, caution: 0.5, isFiltered: true);
            Try("no-physics-no-filter", Policy, physics: 0, caution: 0.5, isFiltered: false);
            Try("no-caution", Policy, physics: 3, caution: 0, isFiltered: true);
            Try("ppo", Policy with { Rule = new Ppo() }, physics: 3, caution: 0.5, isFiltered: true);
            File.Delete(path);

            void Try(string name, PolicyOptions? policy, double physics, double caution, bool isFiltered)
            {
                using var own = CrystalGenerator.Load(path);
                var plain = OctetDesign.Reward(estimator, Wanted, physics);
                var reward = new DesignReward(estimator, Wanted) { Residuals = plain.Residuals, Caution = caution };
                if (policy is not null) new PolicyOptimizer<LatentCrystal>(new CrystalPolicy(own), reward.Of, policy with { Seed = seed }).Run();
                Judge(name, design, own.Sample(Designs, seed: 100 + seed), isFiltered);
            }
        }
        Write();
    }

    private void Judge(string name, OctetDesign design, IReadOnlyList<LatentCrystal> written, bool isFiltered)
    {
        var asked = isFiltered ? [.. written.Where(one => OctetDesign.Passes(one.Crystal))] : written;
        var verdicts = asked.Select(one => design.Verdicts.Of(one.Crystal)).ToArray();
        var met = verdicts.Where(verdict => OctetDesign.Meets(verdict, Wanted)).ToArray();
        Add("passed_filter", (double)asked.Count / written.Count);
        Add("judged", asked.Count == 0 ? 0 : (double)verdicts.Count(verdict => verdict is not null) / asked.Count);
        Add("met", asked.Count == 0 ? 0 : (double)met.Length / asked.Count);
        Add("different_designs_met", met.Select(verdict => (verdict!.Compound, verdict.Structure)).Distinct().Count());
        Add("different_designs_met_held_back", met.Where(verdict => design.HeldBack.Contains(verdict!.Compound)).Select(verdict => (verdict!.Compound, verdict.Structure)).Distinct().Count());

        void Add(string metric, double value)
        {
            if (!values.TryGetValue((name, metric), out var list)) values[(name, metric)] = list = [];
            list.Add(value);
        }
    }

    private void Write()
    {
        foreach (var ((name, metric), list) in values)
        {
            var mean = list.Count > 1 ? Confidence.OfMean([.. list]) : new Interval(list[0], list[0], list[0]);
            table.Put(new(name, metric, mean.Value, metric.StartsWith("different", StringComparison.Ordinal) ? "designs" : "1")
            {
                Lower = list.Count > 1 ? mean.Lower : null, Upper = list.Count > 1 ? mean.Upper : null, Seeds = list.Count, Threads = Environment.ProcessorCount,
            });
            AnsiConsole.MarkupLineInterpolated($"{name,-22} {metric,-32} {mean.Value:f3} ({mean.Lower:f3} to {mean.Upper:f3})");
        }
        AnsiConsole.MarkupLineInterpolated($"written to {table.FilePath}");
    }
}

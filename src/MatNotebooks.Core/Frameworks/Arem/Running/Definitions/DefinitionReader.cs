using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MatNotebooks.Frameworks.Arem.Running.Definitions;

/// <summary>Reads campaigns from YAML.</summary>
public static class DefinitionReader
{
    /// <summary>A campaign to begin with, every key explained.</summary>
    public const string Example = """
        campaign: least-gaps          # its name
        pool:
          kind: molecules             # molecules (xTB), octet (GPAW), perovskites (recorded labels)
          labels: computed            # or recorded: those that ship with the project
          count: 2400                 # molecules, small ones first
          least_heavy_atoms: 5        # smaller molecules are left out
        goal:                         # one window, or a list of windows that must all hold
          property: gap               # molecules: gap, homo, lumo (eV), dipole (D), polarizability (Å³); octet: gap (eV); perovskites: gap (eV), heat (eV)
          at_most: 2.0                # at_least, at_most or between: [1.5, 3.0]
        budget:
          simulations: 300            # whichever is used up first
          core_hours: 1
        policy:
          name: arem                  # equal, fixed ratio, round robin, greedy, successive halving, split (with shares: [1, 3, 6])
          idle: lent                  # cores whose layer has no work are lent to others, or fenced: they stand idle
        model:
          kind: surrogate             # or gem-ppm: an ensemble of networks, from network_from labels on
          first_labels: 8             # before the first model
        place:
          on: local                   # or slurm, with partition, account, qos, prologue, container, shared_folder
          cores: 2
        interval: 1                   # s, the longest time between two decisions
        seed: 0
        """;

    /// <summary>Reads a file.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="DefinitionException">It says what cannot be; the message names line, key, value, limit and mend.</exception>
    public static CampaignDefinition Read(string path) => File.Exists(path)
        ? Parse(File.ReadAllText(path), Path.GetFileName(path))
        : throw new FileNotFoundException($"There is no campaign {path}; `matnb campaign example` writes one to begin with.", path);

    /// <summary>Reads a text.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="name">What it is called in messages. The default is "campaign".</param>
    /// <exception cref="DefinitionException">It says what cannot be.</exception>
    public static CampaignDefinition Parse(string text, string name = "campaign")
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException wrong)
        {
            throw new DefinitionException($"{name}, line {wrong.Start.Line}: this is no YAML: {wrong.InnerException?.Message ?? wrong.Message}", wrong);
        }
        if (stream.Documents.Count != 1 || stream.Documents[0].RootNode is not YamlMappingNode root)
            throw new DefinitionException($"{name}: there must be one mapping of keys; `matnb campaign example` writes one.");
        return DefinitionOf(new(name, "", root));
    }

    private static CampaignDefinition DefinitionOf(DefinitionSection top)
    {
        var usual = new CampaignBudget();
        var definition = new CampaignDefinition
        {
            Name = top.RequiredText("campaign"),
            Pool = PoolOf(top.Section("pool") ?? throw new DefinitionException($"{top.At("pool")}: the pool is missing; write pool: with kind: molecules, octet or perovskites below.")),
            Goal = [.. top.Sections("goal").Select(WindowOf)],
            Budget = top.Section("budget") is { } budget ? BudgetOf(budget, usual) : usual,
            Policy = top.Section("policy") is { } policy ? PolicyOf(policy) : new(),
            Model = top.Section("model") is { } model ? ModelOf(model) : new(),
            Place = top.Section("place") is { } place ? PlaceOf(place) : new(),
            Seed = top.Whole("seed") ?? 0,
            Ledger = top.Text("ledger"),
        };
        if (top.Number("interval") is { } interval) definition = top.Made("interval", () => definition with { Interval = interval });
        top.Close();
        return definition;
    }

    private static PoolDefinition PoolOf(DefinitionSection section)
    {
        var pool = section.Made("kind", () => new PoolDefinition { Kind = section.RequiredText("kind") });
        if (section.Text("labels") is { } labels) pool = section.Made("labels", () => pool with { Labels = labels });
        if (section.Whole("count") is { } count) pool = section.Made("count", () => pool with { Count = count });
        if (section.Whole("least_heavy_atoms") is { } atoms) pool = section.Made("least_heavy_atoms", () => pool with { LeastHeavyAtoms = atoms });
        if (section.Number("seconds") is { } seconds) pool = section.Made("seconds", () => pool with { Seconds = seconds });
        if (section.Whole("k_points") is { } points) pool = section.Made("k_points", () => pool with { KPoints = points });
        pool = pool with { Program = section.Text("program") };
        section.Close();
        return pool;
    }

    private static GoalWindow WindowOf(DefinitionSection section)
    {
        var (property, least, most, between) = (section.RequiredText("property"), section.Number("at_least"), section.Number("at_most"), section.Numbers("between"));
        section.Close();
        if (between is not null)
            return between is [var low, var high] && low < high && least is null && most is null ? new(property, low, high)
                : throw new DefinitionException($"{section.At("between")}: {string.Join(", ", between)} must be two rising numbers, such as [1.5, 3.0], without at_least and at_most.");
        if (least is null && most is null) throw new DefinitionException($"{section.At("property")}: nothing is asked of '{property}'; write at_least, at_most or between.");
        return least >= most ? throw new DefinitionException($"{section.At("at_least")}: {least} must be less than at_most, {most}.")
            : new(property, least ?? double.NegativeInfinity, most ?? double.PositiveInfinity);
    }

    private static CampaignBudget BudgetOf(DefinitionSection section, CampaignBudget usual)
    {
        var budget = usual;
        if (section.Whole("simulations") is { } simulations) budget = section.Made("simulations", () => budget with { Simulations = simulations });
        if (section.Number("core_hours") is { } hours) budget = section.Made("core_hours", () => budget with { CoreHours = hours });
        section.Close();
        return budget;
    }

    private static PolicyChoice PolicyOf(DefinitionSection section)
    {
        var policy = new PolicyChoice();
        if (section.Text("name") is { } name) policy = section.Made("name", () => policy with { Name = name });
        if (section.Numbers("shares") is { } shares) policy = section.Made("shares", () => policy with { Shares = shares });
        if (section.Number("turn") is { } turn) policy = section.Made("turn", () => policy with { Turn = turn });
        if (section.Text("idle") is { } idle)
            policy = section.Made("idle", () => policy with { Idle = DefinitionRange.OneOf(idle, ["lent", "fenced"], "idle") == "lent" ? IdleCores.Lent : IdleCores.Fenced });
        section.Close();
        return policy;
    }

    private static ModelChoice ModelOf(DefinitionSection section)
    {
        var model = new ModelChoice();
        if (section.Text("kind") is { } kind) model = section.Made("kind", () => model with { Kind = kind });
        if (section.Whole("first_labels") is { } first) model = section.Made("first_labels", () => model with { FirstLabels = first });
        if (section.Whole("network_from") is { } from) model = section.Made("network_from", () => model with { NetworkFrom = from });
        if (section.Whole("members") is { } members) model = section.Made("members", () => model with { Members = members });
        if (section.Whole("epochs") is { } epochs) model = section.Made("epochs", () => model with { Epochs = epochs });
        section.Close();
        return model;
    }

    private static PlaceDefinition PlaceOf(DefinitionSection section)
    {
        var place = new PlaceDefinition();
        if (section.Text("on") is { } on) place = section.Made("on", () => place with { On = on });
        if (section.Whole("cores") is { } cores) place = section.Made("cores", () => place with { Cores = cores });
        if (section.Number("memory_gib") is { } memory) place = section.Made("memory_gib", () => place with { Memory = memory });
        place = place with
        {
            Partition = section.Text("partition"), Account = section.Text("account"), Qos = section.Text("qos"), Prologue = section.Text("prologue") ?? "",
            Container = section.Text("container") ?? "", SharedFolder = section.Text("shared_folder"),
        };
        section.Close();
        return place;
    }
}

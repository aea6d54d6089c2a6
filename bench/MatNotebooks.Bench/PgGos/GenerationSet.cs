using MatNotebooks.Crystals;
using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Frameworks.PgGos.Generation;

namespace MatNotebooks.Bench.PgGos;

/// <summary>A set on which generators are compared, divided as published.</summary>
/// <param name="Name">Name in the table.</param>
/// <param name="CompositionCutoff">CDVAE's cutoff of compositions.</param>
/// <param name="EnergyKey">What an energy is predicted of; null where none is recorded.</param>
/// <param name="EnergyUnit">Its unit.</param>
/// <param name="Options">How the generator is trained.</param>
internal sealed record GenerationSet(string Name, double CompositionCutoff, string? EnergyKey, string EnergyUnit, GeneratorOptions Options)
{
    /// <summary>The sets, the shortest training first.</summary>
    public static GenerationSet[] All { get; } =
    [
        new("octet", 10, null, "", new() { Epochs = 120, Width = 96, TokenWidth = 48, Latent = 8 }),
        new("perov5", 4, "mb_e_form", "eV/atom", new() { Epochs = 20 }),
        new("carbon24", 4, "energy_per_atom_eV", "eV/atom", new() { Epochs = 10, Tolerance = 0.1 }), // nearly all are symmetric only within 0.1 Å
        new("mp20_partial", 10, "e_form_eV_atom", "eV/atom", new() { Epochs = 14 }),
    ];

    /// <summary>Reads the records of both parts; null where the set is not on this machine.</summary>
    /// <returns>What is learned from, what is compared with, and what has an energy to learn.</returns>
    public (StructureRecord[] Train, StructureRecord[] Test, StructureRecord[] Labelled)? Read()
    {
        if (Name == "octet") return ReadOctet();
        if (DataFolders.External is not { } folder || !File.Exists(Path.Combine(folder, Name, Name + ".jsonl.gz"))) return null;
        var records = StructureRecords.Read(DataFolders.ExternalFile($"{Name}/{Name}.jsonl.gz")).ToArray();
        // MP-20's training part is mostly missing here: its validation part is learned from too, as the set's SOURCE.md proposes.
        string[] learned = Name == "mp20_partial" ? ["train", "val"] : ["train"];
        var train = records.Where(record => learned.Contains(Part(record))).ToArray();
        // Carbon-24's training rows have no energy; its validation rows, which nothing else uses, teach the predictor.
        var labelled = records.Where(record => Part(record) != "test" && EnergyKey is not null && record.Number(EnergyKey) is not null).ToArray();
        return (train, [.. records.Where(record => Part(record) == "test")], labelled);
    }

    private static string? Part(StructureRecord record) => record.Text("split") ?? record.Text("cdvae_split");

    private static (StructureRecord[], StructureRecord[], StructureRecord[]) ReadOctet()
    {
        var records = StructureRecords.Read(OctetDataset.ShippedPath).ToArray();
        string[] compounds = [.. records.Select(record => record.RequiredText("compound")).Distinct()];
        new Random(0).Shuffle(compounds);
        var test = compounds[..(compounds.Length / 5)].ToHashSet();
        var (train, held) = (records.Where(record => !test.Contains(record.RequiredText("compound"))), records.Where(record => test.Contains(record.RequiredText("compound"))));
        return ([.. train], [.. held], []);
    }
}

using MatNotebooks.Bench.Tables;
using MatNotebooks.Bench.Training;
using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Embeddings;
using MatNotebooks.Frameworks.Edl.Embedders;
using MatNotebooks.Graphs;
using MatNotebooks.Models;
using MatNotebooks.Models.Baselines;
using MatNotebooks.Training;
using MatNotebooks.Training.Studies;
using MatNotebooks.Training.Targets;
using Spectre.Console;

namespace MatNotebooks.Bench.Edl;

/// <summary>
/// Embeddings of one family of the paper's Table 1 each, and two references. Tables lie in out/edl, so that a network is trained once; so do those of the
/// crystals written in another way, and of their defects.
/// </summary>
internal sealed class EdlEmbeddings(EdlCrystals crystals, int epochs)
{
    private const int Probed = 150; // crystals that are turned, enlarged and damaged

    private static readonly string Folder = Path.Combine(DataFolders.Repository, "out", "edl");
    private static readonly GraphOptions Near = PhononStudy.Neighbors, Twelve = PropertyStudy.Neighbors, Five = new() { Cutoff = 5, MaxNeighbors = null };

    private readonly Dictionary<string, CrystalEmbedder> ready = [];

    /// <summary>The names, by rows of Table 1 and then the references: message passing, crystal-graph convolutions, invariant by construction, autoencoder, hybrid, pretrained.</summary>
    public static IReadOnlyList<string> Names { get; } = ["gem-ppm", "cgcnn", "schnet", "vae", "hybrid", "pretrained", "element statistics", "structure descriptors"];

    /// <summary>The table of all crystals, embedded now or before.</summary>
    public EmbeddingTable Table(string name) => Cached(name, embedder => embedder.Of(crystals.Records));

    /// <summary>Crystals, and the same turned, reordered, enlarged, and with a defect: one table each.</summary>
    /// <param name="name">Name of the embedding.</param>
    /// <param name="part">Name of what was done to the crystals.</param>
    /// <param name="change">What was done.</param>
    public EmbeddingTable Changed(string name, string part, Func<IReadOnlyList<MatNotebooks.Crystals.Crystal>, MatNotebooks.Crystals.Crystal[]> change)
    {
        // Small cells: the defect's is eight times as large.
        var chosen = crystals.Judging.Where(row => crystals.Sets[row] == "mp" && crystals.Records[row].Crystal.Sites.Length <= 8).Take(Probed).Select(row => crystals.Records[row]).ToArray();
        return Cached($"{name}.{part}", embedder => embedder.Of([.. chosen.Select(record => record.Id)], change([.. chosen.Select(record => record.Crystal)])), name);
    }

    private EmbeddingTable Cached(string file, Func<CrystalEmbedder, EmbeddingTable> embed, string? name = null)
    {
        var path = Path.Combine(Folder, $"{file.Replace(' ', '-')}.{crystals.Records.Count}.{crystals.Learned.Count}.{epochs}.emb");
        if (File.Exists(path)) return EmbeddingFile.Read(path);
        Directory.CreateDirectory(Folder);
        AnsiConsole.MarkupLineInterpolated($"embedding {file}");
        var table = embed(Embedder(name ?? file));
        EmbeddingFile.Write(path, table);
        return table;
    }

    private CrystalEmbedder Embedder(string name)
    {
        if (ready.TryGetValue(name, out var known)) return known;
        return ready[name] = name switch
        {
            "gem-ppm" => Network(name, Near, () => new GemPpmModel(TaskRecipes.Shape with { Dropout = 0, Targets = 2 }), Learned(Near), epochs),
            "cgcnn" => Network(name, Twelve, () => new CgcnnModel(new() { Targets = 2 }), Learned(Twelve), epochs),
            "schnet" => Network(name, Five, () => new SchNetModel(new() { Targets = 2 }), Learned(Five), Math.Max(1, epochs / 2)),
            "vae" => LatentEmbedder.Learn(new JoinedEmbedder("descriptors", [new ElementEmbedder(), new StructureEmbedder()]), [.. crystals.Learned.Select(record => record.Crystal)]),
            "hybrid" => new JoinedEmbedder("hybrid", [Embedder("gem-ppm"), new ElementEmbedder()]),
            "pretrained" => Network(name, Near, () => new GemPpmModel(TaskRecipes.Shape with { Dropout = 0 }), Perovskites(), epochs),
            "element statistics" => new ElementEmbedder(),
            "structure descriptors" => new StructureEmbedder(),
            _ => throw new ArgumentException($"There is no embedding '{name}'; there are {string.Join(", ", Names)}."),
        };
    }

    private static NetworkEmbedder Network(string name, GraphOptions graphs, Func<PropertyModel> build, TrainingData data, int epochs)
    {
        var path = Path.Combine(Folder, $"{name}.{data.Count}.{epochs}.weights");
        var model = build();
        if (File.Exists(path))
        {
            model.load(path);
            return new(name, model, graphs);
        }
        Directory.CreateDirectory(Folder);
        AnsiConsole.MarkupLineInterpolated($"training {name} on {data.Count} crystals for {epochs} epochs");
        var trained = new Trainer(TaskRecipes.Network(epochs, 128, new StandardizedTargets())).Fit(model, data, data.At([.. Enumerable.Range(0, 256)]), new TrainingTicker(name, epochs)).Model;
        trained.Model.save(path);
        return new(name, trained, graphs);
    }

    private TrainingData Learned(GraphOptions graphs) => TrainingData.Of(crystals.Learned, (IReadOnlyList<string>)["e_form_2020_eV_atom", "gap_pbe_2020_eV"], graphs);

    // Another property of another family of structures: what a large network of one domain brings to others.
    private static TrainingData Perovskites() => TrainingData.Of(
        DatasetCatalogue.Find("perov5").ReadStructures().Where(record => record.Number("mb_e_form") is not null), "mb_e_form", Near);
}

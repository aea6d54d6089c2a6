namespace MatNotebooks.Architecture;

/// <summary>Who may import whom inside one project.</summary>
/// <param name="Project">Folder under src/.</param>
/// <param name="Namespace">Root namespace of the project.</param>
/// <param name="Allowed">For each folder the folders of the same project that it may import.</param>
internal sealed record ImportTable(string Project, string Namespace, IReadOnlyDictionary<string, string[]> Allowed)
{
    /// <summary>The science, top floor first. Everything may use the binding of libtorch only where Torch stands.</summary>
    public static ImportTable Core { get; } = new("MatNotebooks.Core", "MatNotebooks", new Dictionary<string, string[]>
    {
        ["Provenance"] = ["Models", "Datasets", "Torch"],
        ["Frameworks"] = ["Embeddings", "Generation", "Uncertainty", "Interpretability", "Training", "Models", "Datasets", "Features", "Graphs", "Simulation", "Physics", "Crystals", "Chemistry", "Surrogates", "Metrics", "Cluster", "Journals", "Quantities", "Torch"],
        ["Embeddings"] = ["Training", "Models", "Datasets", "Features", "Graphs", "Crystals", "Chemistry", "Metrics", "Torch"], // crystals as vectors, for frameworks that need them
        ["Generation"] = ["Models", "Graphs", "Physics", "Simulation", "Crystals", "Chemistry", "Surrogates", "Metrics", "Torch"], // Surrogates: search by Bayesian optimisation
        ["Uncertainty"] = ["Training", "Models", "Graphs", "Datasets", "Crystals", "Chemistry", "Metrics", "Torch"], // Datasets and what is below: a model file answers for records
        ["Interpretability"] = ["Training", "Models", "Graphs", "Metrics", "Torch"],
        ["Training"] = ["Models", "Graphs", "Datasets", "Features", "Physics", "Crystals", "Chemistry", "Surrogates", "Metrics", "Journals", "Quantities", "Torch"],
        ["Models"] = ["Graphs", "Chemistry", "Torch"],
        ["Datasets"] = ["Features", "Crystals", "Chemistry", "Quantities", "Formatting"], // Features: what tells crystals apart when a split is checked for leaks
        ["Features"] = ["Graphs", "Crystals", "Chemistry", "Quantities", "Formatting"],
        ["Graphs"] = ["Crystals", "Chemistry", "Torch"],
        ["Simulation"] = ["Physics", "Crystals", "Chemistry", "Cluster", "Quantities"], // Physics: a curve of energies is fitted where it is computed
        ["Physics"] = ["Crystals", "Chemistry", "Quantities", "Torch", "Formatting"],
        ["Crystals"] = ["Chemistry", "Quantities", "Formatting"],
        ["Chemistry"] = ["Quantities", "Formatting"],
        ["Surrogates"] = ["Metrics"], // what is believed of a dear function, for searches of any kind
        ["Metrics"] = ["Quantities", "Formatting"],
        ["Cluster"] = [],
        ["Journals"] = [], // finished work in a file, for whatever may be interrupted
        ["Quantities"] = [],
        ["Formatting"] = [], // how a type shows in hosts that know .NET Interactive's convention
    });

    /// <summary>The notebook host, entry point first.</summary>
    public static ImportTable Kernel { get; } = new("MatNotebooks.Kernel", "MatNotebooks.Kernel", new Dictionary<string, string[]>
    {
        ["Program"] = ["Commands"],
        ["Commands"] = ["Requests", "Notebooks", "Notebooks.Format", "Cells", "Display", "Session", "Visuals", "Sockets", "Wire"],
        ["Requests"] = ["Notebooks.Format", "Cells", "Session", "Sockets", "Display", "Wire"],
        ["Notebooks"] = ["Notebooks.Format", "Cells", "Display", "Visuals"],
        ["Cells"] = ["Magics", "Visuals", "Session", "Display", "Wire"],
        ["Magics"] = ["Notebooks.Format", "Visuals", "Session", "Display"],
        ["Notebooks.Format"] = [], // what a notebook file holds: a floor of its own, for #!import
        ["Visuals"] = ["Display"],
        ["Session"] = ["Display"],
        ["Sockets"] = ["Wire"],
        ["Display"] = [],
        ["Wire"] = [],
    });
}

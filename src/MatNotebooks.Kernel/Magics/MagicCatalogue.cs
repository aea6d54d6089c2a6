namespace MatNotebooks.Kernel.Magics;

/// <summary>Every magic there is.</summary>
internal static class MagicCatalogue
{
    /// <summary>The magics by what they are for.</summary>
    public static IReadOnlyDictionary<MagicGroup, IReadOnlyList<IMagic>> Groups { get; } = new Dictionary<MagicGroup, IReadOnlyList<IMagic>>
    {
        [MagicGroup.Science] = [new DataMagic(), new CrystalMagic(), new TrainMagic(), new PredictMagic(), new DesignMagic(), new AremMagic(), new EdlMagic(), new SimilarMagic(), new SeedMagic(), new DeviceMagic(), new CampaignMagic(), new ProgressMagic(), new ProvenanceMagic()],
        [MagicGroup.Languages] = [new CSharpMagic(), new FSharpMagic(), new SqlMagic(), new MarkdownMagic(), new HtmlMagic(), new JavaScriptMagic(), new MermaidMagic()],
        [MagicGroup.Variables] = [new SetMagic(), new ShareMagic(), new ValueMagic(), new WhoMagic(), new WhosMagic()],
        [MagicGroup.Notebook] = [new AboutMagic(), new ImportMagic(), new ListMagic(), new TimeMagic()],
    };

    public static IReadOnlyList<IMagic> All { get; } = [.. Groups.Values.SelectMany(group => group)];

    public static IMagic? Find(string name) => All.FirstOrDefault(magic => magic.Name == name);
}

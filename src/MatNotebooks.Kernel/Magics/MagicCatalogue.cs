namespace MatNotebooks.Kernel.Magics;

/// <summary>Every magic there is.</summary>
internal static class MagicCatalogue
{
    public static IReadOnlyList<IMagic> All { get; } =
    [
        new AboutMagic(), new CSharpMagic(), new FSharpMagic(), new HtmlMagic(), new ImportMagic(), new JavaScriptMagic(),
        new ListMagic(), new MarkdownMagic(), new SetMagic(), new ShareMagic(), new TimeMagic(), new ValueMagic(), new WhoMagic(), new WhosMagic(),
    ];

    public static IMagic? Find(string name) => All.FirstOrDefault(magic => magic.Name == name);
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml.Linq;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Visuals;

namespace MatNotebooks.Kernel.Tests.Visuals;

/// <summary>Each figure's static picture, plotly form and words, as reviewed files in Snapshots/. MATNB_ACCEPT=1 writes them anew.</summary>
public sealed class SnapshotTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, IndentSize = 1, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Names => [.. Gallery.Figures.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_static_picture_is_the_one_reviewed(string name)
    {
        var svg = Bundle(name).Forms["image/svg+xml"].GetValue<string>();
        Assert.Equal("svg", XDocument.Parse(svg).Root!.Name.LocalName);
        Reviewed($"{name}.svg", svg);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_plotly_form_is_the_one_reviewed(string name)
    {
        var forms = Bundle(name).Forms;
        if (!forms.TryGetValue("application/vnd.plotly.v1+json", out var plotly))
            Assert.True(Gallery.Figures.First(entry => entry.Name == name).Figure is not Figure, $"{name} has no plotly form");
        else
            Reviewed($"{name}.plotly.json", plotly.ToJsonString(Readable) + "\n");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_words_are_those_reviewed(string name) => Reviewed($"{name}.txt", Bundle(name).PlainText + "\n");

    [Theory]
    [MemberData(nameof(Names))]
    public void A_figure_is_the_same_each_time(string name) =>
        Assert.Equal(Bundle(name).Forms["text/html"].GetValue<string>(), Bundle(name).Forms["text/html"].GetValue<string>());

    private static MimeBundle Bundle(string name) => Gallery.Figures.First(entry => entry.Name == name).Figure.ToMimeBundle();

    private static void Reviewed(string file, string actual)
    {
        var path = Path.Combine(Folder(), file);
        if (Environment.GetEnvironmentVariable("MATNB_ACCEPT") == "1") File.WriteAllText(path, actual);
        Assert.True(File.Exists(path), $"{path} is missing: run the tests once with MATNB_ACCEPT=1 and review what it wrote.");
        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "MatNotebooks.sln"))) folder = folder.Parent;
        return Directory.CreateDirectory(Path.Combine(folder.FullName, "tests", "MatNotebooks.Kernel.Tests", "Visuals", "Snapshots")).FullName;
    }
}

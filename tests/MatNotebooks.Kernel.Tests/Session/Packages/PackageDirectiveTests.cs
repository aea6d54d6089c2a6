using System.Diagnostics;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Tests.Display;
using MatNotebooks.Kernel.Tests.Magics;

namespace MatNotebooks.Kernel.Tests.Session.Packages;

/// <summary><c>#r "nuget: ..."</c> with a feed in a folder: Shapes needs Units and carries machine code; Colors needs a newer Units.</summary>
public sealed class PackageDirectiveTests : IDisposable
{
    private readonly NotebookFolder notebook = new();

    public PackageDirectiveTests()
    {
        notebook.Write("NuGet.config", PackageFeed.Configuration);
        var feed = new PackageFeed(Path.Combine(notebook.Path, "feed"));
        feed.Pack("Matnb.Units", "1.0.0", "namespace Units { public static class Unit { public const string Name = \"one\"; public static string Read() => \"unit 1\"; } }");
        feed.Pack("Matnb.Units", "2.0.0", "namespace Units { public static class Unit { public static string Read() => \"unit 2\"; } }");
        feed.Pack(
            "Matnb.Shapes",
            "1.0.0",
            """
            namespace Shapes
            {
                public static class Shape
                {
                    [System.Runtime.InteropServices.DllImport("Matnb.Shapes", EntryPoint = "SystemNative_GetPid")]
                    public static extern int Process();
                    public static string Describe() => "shape of " + Units.Unit.Read();
                }
            }
            """,
            new Dictionary<string, string> { ["Matnb.Units"] = "1.0.0" },
            // Any library would do that is on every machine: the runtime's own, under another name.
            Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "libSystem.Native.so"));
        feed.Pack("Matnb.Colors", "1.0.0", "namespace Colors { public class Color { public string Of() => Units.Unit.Read(); } }", new Dictionary<string, string> { ["Matnb.Units"] = "2.0.0" });
    }

    public void Dispose() => notebook.Dispose();

    [Fact]
    public async Task A_package_comes_with_what_it_needs_and_then_from_the_folder_alone()
    {
        var cell = await notebook.RunAll("// first\n#r \"nuget: Matnb.Shapes, 1.0.0\"\nusing Shapes;\nShape.Describe() + \" \" + (Shape.Process() == Environment.ProcessId)");
        Assert.Equal("shape of unit 1 True", cell.Result);
        Assert.Equal("Restoring Matnb.Shapes 1.0.0 …", cell.Messages.OfType<DisplayMessage.Data>().First().Bundle.PlainText);
        Assert.Equal("Packages: Matnb.Shapes 1.0.0 (with Matnb.Units 1.0.0)", cell.Messages.OfType<DisplayMessage.Update>().Last().Bundle.PlainText);
        // In use: nothing is restored and nothing said.
        Assert.Empty((await notebook.RunAll("#r \"nuget: Matnb.Shapes, 1.0.0\"")).Messages);

        // Another session, the feed gone, no version named: what was unpacked last time will do.
        Directory.Delete(Path.Combine(notebook.Path, "feed"), recursive: true);
        using var later = notebook.Restarted();
        var watch = Stopwatch.StartNew();
        Assert.Equal("shape of unit 1", (await later.RunAll("#r \"nuget: Matnb.Shapes\"\nShapes.Shape.Describe()")).Result);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"answered from the files of last time, yet it took {watch.Elapsed}");

        var newer = await later.Run("#r \"nuget: Matnb.Units, 2.0.0\"");
        Assert.Equal(
            "Matnb.Units 1.0.0, which Matnb.Shapes 1.0.0 (Cell In[1]) brought, is in use and cannot be exchanged for Matnb.Units 2.0.0, which Cell In[2] asks for. " +
            "Restart and ask for Matnb.Units 2.0.0 first.",
            newer.Error!.Value);
        Assert.Equal(
            "Matnb.Units 1.0.0, which Matnb.Shapes 1.0.0 (Cell In[1]) brought, stays; Matnb.Units 0.9.0, which Cell In[3] asks for, is older.",
            await later.Shown("#r \"nuget: Matnb.Units, 0.9.0\""));
    }

    [Fact]
    public async Task Two_versions_of_one_package_name_both_who_asked()
    {
        var together = await notebook.Run("#r \"nuget: Matnb.Units, 1.0.0\"\n#r \"nuget: Matnb.Colors, 1.0.0\"");
        Assert.Equal("PackageError", together.Error!.Name);
        Assert.Equal(
            "Two versions of Matnb.Units are asked for, and only one can be had:\n" +
            "  Cell In[1]: Matnb.Colors 1.0.0 → Matnb.Units (>= 2.0.0)\n" +
            "  Cell In[1]: Matnb.Units (>= 1.0.0)\n" +
            "Ask for a version of Matnb.Units that suits both (after a restart, where one is in use already).",
            together.Error.Value);

        await notebook.RunAll("#r \"nuget: Matnb.Shapes, 1.0.0\"");
        Assert.Equal(
            "Matnb.Units 1.0.0, which Matnb.Shapes 1.0.0 (Cell In[2]) brought, is in use, but Matnb.Colors 1.0.0 (Cell In[3]) needs Matnb.Units 2.0.0. " +
            "Restart and ask for both in one cell.",
            (await notebook.Run("#r \"nuget: Matnb.Colors, 1.0.0\"")).Error!.Value);
        // What was in use still is.
        Assert.Equal("shape of unit 1", (await notebook.RunAll("Shapes.Shape.Describe()")).Result);
    }

    [Fact]
    public async Task What_is_in_no_feed_names_the_feeds_that_were_tried()
    {
        await notebook.RunAll("#r \"nuget: Matnb.Units, 1.0.0\"");
        var feed = Path.Combine(notebook.Path, "feed");
        var unknown = await notebook.Run("1;\n#r \"nuget: Matnb.Unitz, 1.0.0\"");
        Assert.Equal($"Cell In[2]: there is no package 'Matnb.Unitz' in {feed}. Did you mean 'matnb.units'?", unknown.Error!.Value);
        Assert.Contains("Matnb.Unitz 1.0.0: not restored.", unknown.Messages.OfType<DisplayMessage.Update>().Last().Bundle.PlainText, StringComparison.Ordinal);

        var offline = await notebook.Run("#i \"nuget: https://127.0.0.1:9/v3/index.json\"\n#r \"nuget: Matnb.Shapes, 7.0.0\"");
        Assert.StartsWith("The feed https://127.0.0.1:9/v3/index.json does not answer (Connection refused)", offline.Error!.Value, StringComparison.Ordinal);
        Assert.Contains("Matnb.Shapes 7.0.0 (Cell In[3])", offline.Error.Value, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(notebook.Path, "unpacked"), offline.Error.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restore_stops_with_its_cell()
    {
        using var stop = new CancellationTokenSource();
        var running = notebook.Run("#r \"nuget: Matnb.Units, 1.0.0\"\nvar late = 1;", stop.Token);
        stop.CancelAfter(TimeSpan.FromMilliseconds(300));
        Assert.Equal("Interrupted", (await running).Error!.Name);
        Assert.Equal("2", (await notebook.RunAll("1 + 1")).Result);
    }

    [Fact]
    public async Task A_package_this_program_uses_too_is_there_for_cells()
    {
        using var elsewhere = new NotebookFolder();
        Assert.Equal("<p><em>x</em></p>\n", (await elsewhere.RunAll("#r \"nuget: Markdig, 1.6.0\"", "Markdig.Markdown.ToHtml(\"*x*\")")).Result);
    }

    [Theory]
    [InlineData("#r \"nuget: \"")]
    [InlineData("#r \"nuget: a b\"")]
    [InlineData("#r \"nuget: A, <1>\"")]
    public async Task What_names_no_package_says_how_to_write_it(string code) =>
        Assert.EndsWith("names no package. Write #r \"nuget: Name, 1.2.3\".", (await notebook.Run(code)).Error!.Value, StringComparison.Ordinal);

    [Fact]
    public async Task A_text_that_looks_like_a_request_is_a_text() =>
        Assert.Equal("\n#r \"nuget: X\"\n", (await notebook.RunAll("@\"\n#r \"\"nuget: X\"\"\n\"")).Result);
}

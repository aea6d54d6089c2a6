using MatNotebooks.Kernel.Notebooks.Browser;
using MatNotebooks.Kernel.Tests.Visuals.Browser;

namespace MatNotebooks.Kernel.Tests.Commands;

public sealed class PrintTests : NotebookFolder
{
    [ChromiumFact]
    public async Task A_notebook_becomes_a_pdf()
    {
        Write("two.ipynb", Code("a", "1 + 1"));
        var outcome = await Run("run", "two.ipynb", "--pdf", "-o", "out");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        var pdf = File.ReadAllBytes(PathOf("out/two.pdf"));
        Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString(pdf, 0, 5));
        Assert.InRange(pdf.Length, 2_000, 1_000_000);
    }

    [ChromiumFact]
    public async Task Figures_are_drawn_before_the_page_is_printed()
    {
        // As a figure does it: marked as waiting, drawn when it comes near the window, which takes its time.
        var page = PathOf("late.html");
        File.WriteAllText(page, """
            <div style="height:9000px"></div><div data-matnb="m1" data-drawn="waiting"><canvas id="c" width="500" height="400"></canvas></div><script>
            new IntersectionObserver((seen, self) => { if (seen[0].isIntersecting) setTimeout(() => {
              let drawing = c.getContext("2d"), state = 7;
              for (let i = 0; i < 500; i++) for (let j = 0; j < 400; j++) { state = state * 16807 % 2147483647; drawing.fillStyle = `hsl(${state % 360} 80% 50%)`; drawing.fillRect(i, j, 1, 1); }
              c.parentNode.dataset.drawn = "yes";
            }, 1500); }).observe(c);
            </script>
            """);
        Assert.Null(await PagePrinter.PrintAsync(page, PathOf("late.pdf"), CancellationToken.None));
        Assert.True(new FileInfo(PathOf("late.pdf")).Length > 100_000, "the noise was not drawn");
    }

    [ChromiumFact]
    public async Task A_page_that_is_not_there_is_named_and_the_old_pdf_stays()
    {
        File.WriteAllText(PathOf("old.pdf"), "old");
        var wrong = await PagePrinter.PrintAsync(PathOf("nowhere.html"), PathOf("old.pdf"), CancellationToken.None);
        Assert.Matches("^Chromium printed nothing \\(file:.*nowhere.html: .*ERR_FILE_NOT_FOUND\\)", wrong);
        Assert.Equal("old", File.ReadAllText(PathOf("old.pdf")));
    }

    [Fact]
    public async Task Without_chromium_the_notebook_and_the_page_are_there_and_one_line_says_what_to_install()
    {
        Write("two.ipynb", Code("a", "1 + 1"));
        var outcome = await Matnb.Run(Folder, new Dictionary<string, string> { ["PATH"] = "/nowhere" }, "run", "two.ipynb", "--pdf", "-o", "out");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("there is no Chromium to print with. Install it (apt-get install chromium)", Assert.Single(outcome.Complaints));
        Assert.True(File.Exists(PathOf("out/two.ipynb")) && File.Exists(PathOf("out/two.html")));
    }
}

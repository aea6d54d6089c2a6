using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Tests.Hosts;

namespace MatNotebooks.Kernel.Tests.Visuals.Browser;

/// <summary>What a reader's hand does to tables, in a real browser.</summary>
[Collection(HostBrowser.Name)]
public sealed class TableTests(HostBrowser browser)
{
    private sealed record Row(string Formula, double Volume, int? Sites);

    private static DataTable Table(int count) =>
        DataTable.Of(Enumerable.Range(0, count).Select(i => new Row("A" + (i * 7919 % count), i * 37 % count / 2.0, i % 10 == 3 ? null : i)).ToList()) with { Title = "rows" };

    private async Task<string> ActedAsync(DataTable table, string act)
    {
        using var folder = new PageFolder();
        await using var page = await browser.OpenAsync();
        await page.GoAsync(folder.Write("page.html", Page(table, act)));
        await page.UntilAsync("document.body.dataset.result !== undefined", "the hand to be done");
        return await page.AskAsync<string>("document.body.dataset.result");
    }

    private static string Page(DataTable table, string act) => GalleryPage.Of([("table", table)]) + $$"""
        <script>
        var waiting = setInterval(function () {
          var box = document.querySelector("[data-drawn=yes]"), said = [];
          if (!box) return;
          clearInterval(waiting);
          function column(index) { return Array.from(box.querySelectorAll("tbody tr"), function (row) { return row.cells[index].textContent; }).slice(0, 4).join(","); }
          function head(index) { box.querySelectorAll("thead tr:first-child th")[index].click(); }
          function press(text) { Array.from(box.querySelectorAll("button")).filter(function (one) { return one.textContent === text; })[0].click(); }
          function type(text) { var field = box.querySelector("input"); field.value = text; field.dispatchEvent(new Event("input")); }
          function pager() { return box.querySelector(".matnb-note").textContent; }
          function say(words) { said.push(words); }
          function done() { document.body.dataset.result = said.join("|"); }
          {{act}}
        }, 50);
        </script>
        """;

    [ChromiumFact]
    public async Task Headings_sort_up_and_down_and_back_with_what_is_missing_last() => Assert.Equal(
        "0.0,0.5,1.0,1.5|49.5,49.0,48.5,48.0|0,1,2,4|A0,A1,A2,A3|0.0,18.5,37.0,5.5",
        await ActedAsync(Table(100), "head(1); say(column(1)); head(1); say(column(1)); head(2); say(column(2)); head(0); say(column(0)); head(0); head(0); say(column(1)); done();"));

    [ChromiumFact]
    public async Task Pages_turn_and_a_search_leaves_what_it_finds() => Assert.Equal(
        "1–25 of 100|26–50 of 100|76–100 of 100|1–1 of 1, searched in 100|1–4 of 4, searched in 100|no row, searched in 100|1–25 of 100",
        await ActedAsync(Table(100), """
            say(pager()); press("›"); say(pager()); press("»"); say(pager());
            type("a42"); setTimeout(function () { say(pager());
            type("volume>47.5 sites<1000"); setTimeout(function () { say(pager());
            type("nothing"); setTimeout(function () { say(pager());
            type(""); setTimeout(function () { say(pager()); done(); }, 60); }, 60); }, 60); }, 60);
            """));

    [ChromiumFact]
    public async Task A_hundred_thousand_rows_do_not_freeze_the_page()
    {
        var said = await ActedAsync(Table(100_000), """
            var clock = performance.now();
            head(1); say(column(1)); head(0); say(column(0)); press("»"); say(pager()); say(box.querySelectorAll("tbody tr").length); press("CSV");
            say(+box.dataset.saved > 1000000);
            document.body.dataset.milliseconds = Math.round(performance.now() - clock);
            done();
            """);
        Assert.Equal("0.0,0.5,1.0,1.5|A0,A1,A2,A3|99,976–100,000 of 100,000|25|true", said);
    }

    [ChromiumFact]
    public async Task A_short_table_sorts_without_tools() => Assert.Equal(
        "4.5,4.0,3.5,3.0|0", await ActedAsync(Table(10), "head(1); head(1); say(column(1)); say(box.querySelectorAll('input, button').length); done();"));
}

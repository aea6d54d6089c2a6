using System.Text;
using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Datasets.Downloads;
using MatNotebooks.Tests;

namespace MatNotebooks.Core.Tests.Datasets.Downloads;

/// <summary>Web services, page by page, that answer in the form of the true ones.</summary>
public sealed class ServiceDownloadTests : DownloadFolder
{
    private const string KeyVariable = "MATNB_TEST_SERVICE_KEY";

    private const string Mgo = """{"@class":"Structure","lattice":{"matrix":[[0,2.1,2.1],[2.1,0,2.1],[2.1,2.1,0]]},"sites":[{"species":[{"element":"Mg","occu":1}],"abc":[0,0,0]},{"species":[{"element":"O","occu":1}],"abc":[0.5,0.5,0.5]}]}""";

    [Fact]
    public async Task The_materials_project_is_taken_page_by_page_with_the_users_key()
    {
        Environment.SetEnvironmentVariable(KeyVariable, "secret");
        Server.On("/materials/summary/", request => Json($$"""{"data":[{{string.Join(",", Enumerable.Range(Skip(request), Math.Min(2, 5 - Skip(request))).Select(Summary))}}],"meta":{"total_doc":5} }"""));
        using var downloader = Downloader();
        var file = Assert.Single(await downloader.GetAsync(MaterialsProject()));
        StructureRecord[] rows = [.. StructureRecords.Read(file.Path)];
        Assert.Equal(["mp-0", "mp-1", "mp-2", "mp-3", "mp-4"], rows.Select(row => row.Id));
        Assert.Equal(("MgO", -3.0, 225, 160.5), (rows[0].Formula, rows[0].Number("formation_energy_per_atom"), rows[0].Number("spacegroup"), rows[0].Number("bulk_modulus_vrh")));
        Assert.Null(rows[0].Number("shear_modulus"));
        Assert.All(Server.Requests, request => Assert.Equal("secret", request.Headers["X-API-KEY"]));
        Assert.Contains("?_fields=material_id,structure,formula_pretty,", Server.Requests.First().Path, StringComparison.Ordinal);
        Assert.Equal([0, 2, 4], Server.Requests.Select(Skip));

        static string Summary(int number) => $$"""{"material_id":"mp-{{number}}","formula_pretty":"MgO","formation_energy_per_atom":-3.0,"symmetry":{"crystal_system":"Cubic","number":225},"bulk_modulus":{"voigt":161,"reuss":160,"vrh":160.5},"shear_modulus":null,"structure":{{Mgo}}}""";
    }

    [Fact]
    public async Task A_missing_and_a_refused_key_say_what_to_do()
    {
        using var downloader = Downloader();
        var missing = await Assert.ThrowsAsync<MissingKeyException>(() => downloader.GetAsync(MaterialsProject("MATNB_TEST_NO_KEY")));
        Assert.Equal("materials_project needs your key of the service: log in at https://next-gen.materialsproject.org/api, copy the key, and set the variable MATNB_TEST_NO_KEY to it (export MATNB_TEST_NO_KEY=...).", missing.Message);
        Environment.SetEnvironmentVariable(KeyVariable, "secret");
        Server.On("/materials/summary/", _ => new("401 Unauthorized", []));
        var refused = await Assert.ThrowsAsync<DownloadException>(() => downloader.GetAsync(MaterialsProject()));
        Assert.Contains($"it refuses the key in {KeyVariable}", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_does_not_follow_a_redirection()
    {
        Environment.SetEnvironmentVariable(KeyVariable, "secret");
        Server.On("/materials/summary/", _ => new("302 Found", [], [$"Location: {Server["/elsewhere"]}"]));
        using var downloader = Downloader();
        var refused = await Assert.ThrowsAsync<DownloadException>(() => downloader.GetAsync(MaterialsProject()));
        Assert.Contains("answers 302 (Found)", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Server.Requests, request => request.Path == "/elsewhere");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Aflux_answers_lists_or_numbered_entries(bool isList)
    {
        Server.On("/API/aflux/", request =>
        {
            var (page, size) = Uri.UnescapeDataString(request.Path).Split("$paging(")[1].Split(')')[0].Split(',') is [var first, var second] ? (int.Parse(first), int.Parse(second)) : default;
            var entries = Enumerable.Range((page - 1) * size, Math.Clamp(3 - ((page - 1) * size), 0, size)).ToArray();
            return Json(isList ? $"[{string.Join(",", entries.Select(Entry))}]" : $"{{{string.Join(",", entries.Select(number => $"\"{number + 1} of 3\":{Entry(number)}"))}}}");
        });
        using var downloader = Downloader();
        var file = Assert.Single(await downloader.GetAsync(Service("aflow_ael_agl", "/API/aflux/", 2)));
        StructureRecord[] rows = [.. StructureRecords.Read(file.Path)];
        Assert.Equal(["aflow:0", "aflow:1", "aflow:2"], rows.Select(row => row.Id));
        Assert.Equal("Cs:Cl:Cl", string.Join(":", rows[0].Crystal.Sites.Select(site => site.Element.Symbol)));
        Assert.Equal((12.5, 0.75), (rows[0].Number("ael_bulk_modulus_vrh"), rows[0].Crystal.Sites[2].Position.C));
        Assert.StartsWith("/API/aflux/?ael_bulk_modulus_vrh(*),auid,compound,geometry,", Uri.UnescapeDataString(Server.Requests.First().Path), StringComparison.Ordinal);

        static string Entry(int number) => $$"""{"auid":"aflow:{{number}}","compound":"Cl2Cs1","geometry":[4.1,4.1,4.2,90,90,90],"species":["Cs","Cl"],"composition":[1,2],"positions_fractional":{{(number == 0 ? "\"0,0,0;0.5,0.5,0.25;0.5,0.5,0.75\"" : "[[0,0,0],[0.5,0.5,0.25],[0.5,0.5,0.75]]")}},"ael_bulk_modulus_vrh":12.5}""";
    }

    [Fact]
    public async Task Oqmd_goes_on_at_the_page_where_it_was_stopped_and_leaves_bad_rows_out()
    {
        var broken = true;
        Server.On("/oqmdapi/formationenergy", request =>
        {
            var from = Number(request, "offset=");
            return from == 2 && broken
                ? new("400 Bad Request", [])
                : Json($$"""{"links":{},"data":[{{string.Join(",", Enumerable.Range(from, Math.Min(2, 5 - from)).Select(Row))}}],"meta":{"data_available":5,"more_data_available":true} }""");
        });
        var set = Service("oqmd", "/oqmdapi/formationenergy", 2);
        using var downloader = Downloader();
        var stopped = await Assert.ThrowsAsync<DownloadException>(() => downloader.GetAsync(set));
        Assert.Contains("answers 400 (Bad Request). 2 rows are here; the next try goes on from there", stopped.Message, StringComparison.Ordinal);

        broken = false;
        File.AppendAllText(Path.Combine(Folder, "oqmd", "oqmd.jsonl.gz.part"), "{\"id\":\"torn by a cra"); // as a kill leaves it
        var file = Assert.Single(await downloader.GetAsync(set));
        StructureRecord[] rows = [.. StructureRecords.Read(file.Path)];
        Assert.Equal(["oqmd-0", "oqmd-1", "oqmd-2", "oqmd-4"], rows.Select(row => row.Id));
        Assert.Equal(("NaCl", -1.5, 0.25), (rows[0].Formula, rows[0].Number("delta_e"), rows[0].Crystal.Sites[1].Position.B));
        Assert.Contains("oqmd: 1 of 5 rows had no readable crystal and were left out", Said);
        Assert.Equal([0, 2, 2, 4], Server.Requests.Select(request => Number(request, "offset=")));
        Assert.Equal(["LICENCE.txt", "oqmd.jsonl.gz"], Directory.GetFiles(Path.Combine(Folder, "oqmd")).Select(Path.GetFileName).Order());

        static string Row(int number) => $$"""{"entry_id":{{number}},"name":"NaCl","unit_cell":[[4,0,0],[0,4,0],[0,0,4]],"sites":["Na @ 0 0 0","{{(number == 3 ? "Cl at 1" : "Cl @ 0.5 0.25 0.5")}}"],"delta_e":-1.5,"stability":0.0}""";
    }

    [Fact]
    public async Task A_question_of_ones_own_lies_beside_the_whole_set()
    {
        Server.On("/oqmdapi/formationenergy", _ => Json("""{"data":[{"entry_id":7,"unit_cell":[[4,0,0],[0,4,0],[0,0,4]],"sites":["Na @ 0 0 0"]}],"meta":{"data_available":1}}"""));
        var set = Service("oqmd", "/oqmdapi/formationenergy", 2);
        using var downloader = Downloader();
        var file = Assert.Single(await downloader.GetAsync(set with { Download = set.Download! with { Service = set.Download.Service! with { Query = "stability<0.01" } } }));
        Assert.Equal("stability-0-01.jsonl.gz", Path.GetFileName(file.Path));
        Assert.Contains("&filter=stability%3C0.01&", Server.Requests.Single().Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_that_are_no_pages_are_said()
    {
        Server.On("/oqmdapi/formationenergy", _ => Json("<html>maintenance</html>"));
        using var downloader = Downloader();
        var wrong = await Assert.ThrowsAsync<DownloadException>(() => downloader.GetAsync(Service("oqmd", "/oqmdapi/formationenergy", 2)));
        Assert.Contains("answers with something that is no page of rows", wrong.Message, StringComparison.Ordinal);
        Server.On("/oqmdapi/formationenergy", _ => Json("""{"data":[],"meta":{"data_available":0}}"""));
        var empty = await Assert.ThrowsAsync<DownloadException>(() => downloader.GetAsync(Service("oqmd", "/oqmdapi/formationenergy", 2)));
        Assert.Contains("has no rows", empty.Message, StringComparison.Ordinal);
    }

    private DatasetEntry MaterialsProject(string key = KeyVariable)
    {
        var set = Service("materials_project", "/materials/summary/", 2);
        return set with { Download = set.Download! with { Service = set.Download.Service! with { KeyVariable = key } } };
    }

    private DatasetEntry Service(string name, string path, int pageSize)
    {
        var set = DatasetCatalogue.Find(name);
        return set with { Download = set.Download! with { Service = set.Download.Service! with { Address = Server[path], PageSize = pageSize } } };
    }

    private static FileServer.Answer Json(string text) => new("200 OK", Encoding.UTF8.GetBytes(text), ["Content-Type: application/json"]);

    private static int Skip(FileServer.Request request) => Number(request, "_skip=");

    private static int Number(FileServer.Request request, string key) => int.Parse(request.Path.Split(key)[1].Split('&')[0]);
}

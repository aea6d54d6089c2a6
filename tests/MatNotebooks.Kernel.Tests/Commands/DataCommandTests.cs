using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using MatNotebooks.Tests;

namespace MatNotebooks.Kernel.Tests.Commands;

/// <summary><c>matnb data</c> as the shell sees it, with a server of this machine in place of the publishers.</summary>
public sealed class DataCommandTests : IDisposable
{
    private const string Cif = "data_x\n_cell_length_a 4.0\n_cell_length_b 4.0\n_cell_length_c 4.0\n_cell_angle_alpha 90\n_cell_angle_beta 90\n_cell_angle_gamma 90\nloop_\n_atom_site_type_symbol\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\nCs Cs0 0 0 0\nCl Cl1 0.5 0.5 0.5\n";

    private readonly string folder = Directory.CreateTempSubdirectory("matnb-data-").FullName;
    private readonly FileServer server = new();

    public void Dispose()
    {
        server.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Sets_are_listed_and_explained()
    {
        var outcomes = await Task.WhenAll(Run("data", "list", "matbench_p"), Run("data", "show", "qm9"), Run("data", "show", "materials_projekt"), Run("data", "list", "nothing-like-it"));
        Assert.Equal(["matbench_phonons", "matbench_perovskites"], outcomes[0].Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]));
        Assert.Contains("[Hartree] HOMO-LUMO gap", outcomes[1].Output, StringComparison.Ordinal);
        Assert.Contains("3a63848ac80691bdb8d41834b575afad345b9300d7a2db0c38adb7f6eaa8360c", outcomes[1].Output, StringComparison.Ordinal);
        Assert.Contains("no; fetch it: matnb data get qm9", outcomes[1].Output, StringComparison.Ordinal);
        Assert.Equal(2, outcomes[2].ExitCode);
        Assert.EndsWith("Did you mean 'materials_project'?", Assert.Single(outcomes[2].Complaints), StringComparison.Ordinal);
        Assert.Equal((2, 1), (outcomes[3].ExitCode, outcomes[3].Complaints.Length));
    }

    [Fact]
    public async Task A_set_is_fetched_exported_and_read()
    {
        server.File("/mirror/mp_2018/mp.2018.6.1.json.zip", Mp2018());
        var got = await Run("data", "get", "mp_2018");
        Assert.Equal((0, ""), (got.ExitCode, got.Error));
        Assert.Contains("mp_2018: licence CC-BY 4.0; cite Jain", got.Output, StringComparison.Ordinal);
        Assert.Contains("pinned SHA-256", got.Output, StringComparison.Ordinal);
        var outcomes = await Task.WhenAll(Run("data", "get", "mp_2018"), Run("data", "export", "mp_2018", "--to", "jsonl"), Run("data", "export", "mp_2018", "--to", "extxyz", "-o", "x/mine.xyz"));
        Assert.Contains("here already", outcomes[0].Output, StringComparison.Ordinal);
        Assert.DoesNotContain("licence", outcomes[0].Output, StringComparison.Ordinal);
        Assert.StartsWith($"written {Path.Combine(folder, "mp_2018.jsonl")}: 2 rows", outcomes[1].Output, StringComparison.Ordinal);
        Assert.StartsWith("""{"id":"mp-1","lat":[4,4,4,90,90,90],"sp":["Cs","Cl"]""", File.ReadLines(Path.Combine(folder, "mp_2018.jsonl")).First(), StringComparison.Ordinal);
        Assert.Contains("id=mp-2 formation_energy_per_atom=-2.5", File.ReadAllText(Path.Combine(folder, "x", "mine.xyz")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_killed_fetch_goes_on_where_it_stood()
    {
        var content = Mp2018();
        var half = content.Length / 2;
        server.On("/mirror/mp_2018/mp.2018.6.1.json.zip", _ => new("200 OK", content[..half], ["ETag: \"v1\""], Length: content.Length, Hold: true));
        var part = Path.Combine(folder, "mp_2018", "mp.2018.6.1.json.zip.part");
        using (var process = Start("data", "get", "mp_2018"))
        {
            for (var waited = 0; !File.Exists(part) || new FileInfo(part).Length < half; waited += 20)
            {
                Assert.True(waited < 60_000, "nothing came within a minute");
                await Task.Delay(20);
            }
            process.Kill();
            await process.WaitForExitAsync();
        }
        server.File("/mirror/mp_2018/mp.2018.6.1.json.zip", content);
        Assert.Equal(0, (await Run("data", "get", "mp_2018")).ExitCode);
        Assert.Equal(half, server.Requests.Last().From);
        Assert.Equal(content, File.ReadAllBytes(part[..^".part".Length]));
    }

    [Fact]
    public async Task What_is_wrong_is_one_line()
    {
        server.File("/mirror/matbench_steels/matbench_steels.json.gz", "something else"u8.ToArray());
        Directory.CreateDirectory(Path.Combine(folder, "expt_gap"));
        File.WriteAllText(Path.Combine(folder, "expt_gap", "expt_gap.json.gz"), "no archive");
        Directory.CreateDirectory(Path.Combine(folder, "mp_2018"));
        File.CreateSymbolicLink(Path.Combine(folder, "mp_2018", "mp.2018.6.1.json.zip.part"), "/dev/full");
        server.File("/mirror/mp_2018/mp.2018.6.1.json.zip", Mp2018());
        (string[] Arguments, int Code, string Words)[] cases =
        [
            (["data", "get", "matbench_steels"], 1, "gives a file that is damaged or has changed: its SHA-256 is"),
            (["data", "get", "matbench_glass"], 1, "answers 404 (Not Found)"),
            (["data", "get", "mp_2018"], 1, "is full: free some, or set MATNB_DATA to a folder on another disk"),
            (["data", "get", "materials_project"], 1, "MATNB_OFFLINE is 1"),
            (["data", "get", "hea_vickers"], 2, "is not published in this form"),
            (["data", "get", "qm9", "--query", "x"], 2, "is no web service"),
            (["data", "export", "expt_gap", "--to", "csv"], 2, "the archive is broken"),
            (["data", "export", "qm9", "--to", "csv"], 2, "fetch it: matnb data get qm9"),
            (["data", "export", "octet", "--to", "doc"], 2, "'doc'"),
        ];
        var outcomes = await Task.WhenAll(cases.Select(one => Run(one.Arguments)));
        Assert.All(cases.Zip(outcomes), pair =>
        {
            Assert.Contains(pair.First.Words, Assert.Single(pair.Second.Complaints), StringComparison.Ordinal);
            Assert.Equal(pair.First.Code, pair.Second.ExitCode);
        });
        var key = await Matnb.Run(folder, new Dictionary<string, string> { ["MATNB_DATA"] = folder, ["MP_API_KEY"] = "", ["MATNB_OFFLINE"] = "" }, "data", "get", "materials_project");
        Assert.Contains("log in at https://next-gen.materialsproject.org/api, copy the key, and set the variable MP_API_KEY", Assert.Single(key.Complaints), StringComparison.Ordinal);
        Assert.Equal(2, key.ExitCode);
    }

    private Dictionary<string, string> Surroundings => new() { ["MATNB_DATA"] = folder, ["MATNB_MIRROR"] = server["/mirror/"], ["MATNB_OFFLINE"] = "1" };

    private Task<Matnb.Outcome> Run(params string[] arguments) => Matnb.Run(folder, Surroundings, arguments);

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "matnb.dll"), .. arguments]) { WorkingDirectory = folder };
        foreach (var (name, value) in Surroundings)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static byte[] Mp2018()
    {
        var text = System.Text.Json.JsonSerializer.Serialize(Cif);
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var inside = archive.CreateEntry("mp.2018.6.1.json").Open())
            inside.Write(Encoding.UTF8.GetBytes($$"""[{"material_id":"mp-1","structure":{{text}},"graph":{},"formation_energy_per_atom":-1.5},{"material_id":"mp-2","structure":{{text}},"graph":{},"formation_energy_per_atom":-2.5}]"""));
        return bytes.ToArray();
    }
}

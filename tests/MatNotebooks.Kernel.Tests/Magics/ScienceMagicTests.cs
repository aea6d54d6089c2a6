using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Magics;
using MatNotebooks.Provenance;
using MatNotebooks.Tests;

namespace MatNotebooks.Kernel.Tests.Magics;

/// <summary>One after the other: seeds, device and progress are of the process.</summary>
[Collection(nameof(ScienceMagicTests))]
public sealed class ScienceMagicTests : IDisposable
{
    private const string Cif = "data_x\n_cell_length_a 4.2\n_cell_length_b 4.2\n_cell_length_c 4.2\n_cell_angle_alpha 90\n_cell_angle_beta 90\n_cell_angle_gamma 90\nloop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\nCs1 0 0 0\nCl1 0.5 0.5 0.5\n";
    private readonly NotebookFolder notebook = new();

    public void Dispose()
    {
        notebook.Dispose();
        Seeds.Forget();
        ProgressBar.Style = ProgressStyle.Bar;
    }

    public static TheoryData<string> Names => [.. MagicCatalogue.All.Select(magic => magic.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_magic_explains_itself_and_is_listed(string name)
    {
        var help = await notebook.Shown(name + " -h");
        Assert.Contains("Usage:\n  " + name, help, StringComparison.Ordinal);
        Assert.Contains("  " + name + "  ", await notebook.Shown("#!lsmagic"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_sets_are_listed_and_explained()
    {
        var list = await notebook.Shown("#!data list");
        Assert.Contains("octet", list, StringComparison.Ordinal);
        Assert.Contains("energy_eV [eV per formula unit]", list, StringComparison.Ordinal);
        Assert.Contains("Goodall", await notebook.Shown("#!data show hea_vickers"), StringComparison.Ordinal);
        Assert.StartsWith("#!data: There is no data set 'octett'", (await notebook.Run("#!data show octett")).Error!.Value, StringComparison.Ordinal);
        Assert.Contains("needs a variable: --as rows", (await notebook.Run("#!data load octet")).Error!.Value, StringComparison.Ordinal);
        Assert.StartsWith("#!data: Argument 'lost' not recognized.", (await notebook.Run("#!data lost")).Error!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_set_becomes_a_variable_and_its_code_gives_the_same()
    {
        await notebook.RunAll("#!data load octet --as rows");
        var code = await notebook.Shown("#!data load octet --as twin --show-code");
        await notebook.RunAll(code);
        Assert.Equal("True 912", (await notebook.RunAll("$\"{rows.Select(row => row.RequiredNumber(\"energy_eV\")).SequenceEqual(twin.Select(row => row.RequiredNumber(\"energy_eV\")))} {rows.Count}\"")).Result);
        await notebook.RunAll("#!data load octet --as some --most 5 --formulas");
        Assert.Equal("5 FormulaRecord", (await notebook.RunAll("$\"{some.Count} {some[0].GetType().Name}\"")).Result);
    }

    [Fact]
    public async Task A_data_set_is_exported_and_one_that_nobody_publishes_is_not_fetched()
    {
        var file = Path.Combine(Path.GetTempPath(), $"matnb-{Guid.NewGuid():N}.jsonl");
        Assert.Contains("912 rows", await notebook.Shown($"#!data export octet --to jsonl -o {file}"), StringComparison.Ordinal);
        Assert.Equal("912", (await notebook.RunAll($"StructureRecords.Read(@\"{file}\").Count()")).Result);
        File.Delete(file);
        await notebook.RunAll(await notebook.Shown($"#!data export octet --to jsonl -o {file} --show-code"));
        Assert.True(File.Exists(file));
        File.Delete(file);
        Assert.Equal("#!data export octet needs a format: --to jsonl, extxyz, parquet, csv", (await notebook.Run("#!data export octet")).Error!.Value);
        Assert.Equal("#!data get octet: octet is here already, and nobody publishes it in this form.", (await notebook.Run("#!data get octet")).Error!.Value);
        Assert.Contains("is no web service", (await notebook.Run("#!data get octet --query x")).Error!.Value, StringComparison.Ordinal);
        Assert.Contains("new DatasetDownloader", await notebook.Shown("#!data get qm9 --show-code"), StringComparison.Ordinal);
    }

    [DuckDbFact]
    public async Task A_data_set_is_a_table()
    {
        await notebook.RunAll("#!data load octet --as rows --most 100");
        Assert.StartsWith("  n\n100", await notebook.Shown("#!sql\nSELECT count(energy_eV) AS n FROM rows WHERE atoms = 2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Crystals_of_files_and_variables_are_shown()
    {
        notebook.Write("cscl.cif", Cif);
        Assert.Contains("CsCl", await notebook.Shown("#!crystal cscl.cif --supercell 2x1x1"), StringComparison.Ordinal);
        await notebook.RunAll("#!data load octet --as rows --most 3", "var one = rows[1].Crystal;");
        Assert.Equal(await notebook.Shown("#!crystal one"), await notebook.Shown("#!crystal rows[1]"));
        Assert.Equal("#!crystal: rows is a list; name one item, such as rows[0].", (await notebook.Run("#!crystal rows")).Error!.Value);
        Assert.Equal("#!crystal: rows[7] has no item 7.", (await notebook.Run("#!crystal rows[7]")).Error!.Value);
        Assert.Equal("#!crystal --supercell is '2by2'; it is three whole numbers such as 2x2x1.", (await notebook.Run("#!crystal one --supercell 2by2")).Error!.Value);
        Assert.StartsWith("#!crystal: 'ones' is neither a variable nor a file", (await notebook.Run("#!crystal ones")).Error!.Value, StringComparison.Ordinal);
        Assert.Contains("4,000", (await notebook.Run("#!crystal one --supercell 20x20x20")).Error!.Value, StringComparison.Ordinal);
        var code = await notebook.Shown("#!crystal cscl.cif --supercell 2x2x1 --no-bonds --title \"two words\" --show-code");
        Assert.Equal(await notebook.Shown("#!crystal cscl.cif --supercell 2x2x1 --no-bonds --title \"two words\""), (await notebook.RunAll(code)).Result);
    }

    [Fact]
    public async Task Training_and_prediction_give_what_their_code_gives()
    {
        await notebook.RunAll("#!data load octet --as rows --most 120");
        var trained = await notebook.RunAll("#!train --data rows --target gap_eV --model ridge --seed 3 --as model");
        Assert.Contains(trained.Messages.OfType<DisplayMessage.Data>(), data => data.Bundle.PlainText.StartsWith("ridge for gap_eV: mean absolute error", StringComparison.Ordinal));
        Assert.Contains(trained.Messages.OfType<DisplayMessage.Data>(), data => data.Bundle.Forms.ContainsKey("image/svg+xml"));
        await notebook.RunAll(await notebook.Shown("#!train --data rows --target gap_eV --model ridge --seed 3 --as twin --show-code"));
        Assert.Equal("True", (await notebook.RunAll("(model.MeanAbsoluteError.Value == twin.MeanAbsoluteError.Value).ToString()")).Result);
        await notebook.RunAll("#!predict model rows --as said", await notebook.Shown("#!predict model rows --as twinSaid --show-code"));
        Assert.Equal("True 120", (await notebook.RunAll("$\"{said.Select(row => row.Predicted).SequenceEqual(twinSaid.Select(row => row.Predicted))} {said.Count}\"")).Result);
    }

    [Fact]
    public async Task Networks_show_their_curve_and_stop_with_the_cell()
    {
        await notebook.RunAll("#!data load octet --as rows --most 60", "#!progress hide");
        var trained = await notebook.RunAll("#!train --data rows --target energy_eV --model composition --epochs 3 --split random");
        Assert.Contains(trained.Messages.OfType<DisplayMessage.Update>(), update => update.Bundle.PlainText.Contains("3 epochs", StringComparison.Ordinal));
        using var stop = new CancellationTokenSource();
        var running = notebook.Run("#!train --data rows --target energy_eV --model composition --epochs 1000000", stop.Token);
        stop.CancelAfter(500);
        Assert.Equal("Interrupted", (await running.WaitAsync(TimeSpan.FromSeconds(60))).Error!.Name);
    }

    [Fact]
    public async Task Wrong_trainings_are_one_clear_line()
    {
        await notebook.RunAll("#!data load octet --as rows --most 30", "var n = 1;");
        Assert.StartsWith("#!train: 0 of the 30 rows of rows have a number 'gap_EV'. Did you mean 'gap_eV'?", (await notebook.Run("#!train --data rows --target gap_EV")).Error!.Value, StringComparison.Ordinal);
        Assert.StartsWith("#!train: there is no variable 'row'. Did you mean 'rows'?", (await notebook.Run("#!train --data row --target x")).Error!.Value, StringComparison.Ordinal);
        Assert.StartsWith("#!train: n is a Int32; it takes a sequence of StructureRecord", (await notebook.Run("#!train --data n --target x")).Error!.Value, StringComparison.Ordinal);
        Assert.StartsWith("#!train: These records prescribe no split", (await notebook.Run("#!train --data rows --target gap_eV --split official --model ridge")).Error!.Value, StringComparison.Ordinal);
        Assert.StartsWith("#!train --model: there is no 'lsmt'. Did you mean 'lstm'? There are gem-ppm, cgcnn,", (await notebook.Run("#!train --data rows --target gap_eV --model lsmt")).Error!.Value, StringComparison.Ordinal);
        Assert.EndsWith("A class is learned by CalibratedClassifier.Learn(rows, new ClassLabel(\"prototype\"), new()).", (await notebook.Run("#!train --data rows --target prototype")).Error!.Value, StringComparison.Ordinal);
        Assert.StartsWith("#!train --epochs is 0", (await notebook.Run("#!train --data rows --target gap_eV --epochs 0")).Error!.Value, StringComparison.Ordinal);
        Assert.StartsWith("#!predict: n is a Int32, not a model", (await notebook.Run("#!predict n rows")).Error!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Designs_are_searched_shown_and_found_by_their_code()
    {
        const string Search = "#!design --target \"band_gap=2.0±0.2 eV, bulk_modulus>=20 GPa\" --elements Mg,Zn S Se --budget 6 --seed 1";
        var run = await notebook.RunAll($"{Search} --as found");
        var shown = run.Messages.OfType<DisplayMessage.Data>().Select(data => data.Bundle.PlainText).ToArray();
        Assert.Contains(shown, text => text.Contains("candidates to passed: 8", StringComparison.Ordinal));
        Assert.Contains(shown, text => text.StartsWith("pg-gos: ", StringComparison.Ordinal));
        await notebook.RunAll(await notebook.Shown($"{Search} --as twin --show-code"));
        Assert.Equal("True 6", (await notebook.RunAll("$\"{found.Trials.Select(t => t.Candidate.Id).SequenceEqual(twin.Trials.Select(t => t.Candidate.Id))} {twin.Trials.Length}\"")).Result);
        Assert.Contains("new OctetCurveOracle(new GpawCalculator(), ledger)", await notebook.Shown($"{Search} --oracle gpaw --out d --show-code"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Crystals_like_one_are_found_and_so_by_the_code()
    {
        await notebook.RunAll("#!data load octet --as rows --most 40");
        Assert.Contains("octet", await notebook.Shown("#!similar rows[3] --in rows --k 2 --as found"), StringComparison.Ordinal);
        Assert.Equal("True", (await notebook.RunAll("$\"{found.Count == 2 && found[0].Id == rows[3].Id && found[0].Distance == 0}\"")).Result);
        await notebook.RunAll(await notebook.Shown("#!similar rows[3] --in rows --k 2 --as twin --show-code"));
        Assert.Equal("True", (await notebook.RunAll("$\"{found.SequenceEqual(twin)}\"")).Result);
        Assert.Equal("#!similar: 41 similar crystals were asked for; the index has 40, and 1 to 40 are possible.", (await notebook.Run("#!similar rows[3] --in rows --k 41")).Error!.Value);
        Assert.StartsWith("#!similar: There is no data set 'octett'", (await notebook.Run("#!similar rows[3] --in octett")).Error!.Value, StringComparison.Ordinal);
        Assert.StartsWith("#!similar: 'nothing' is neither a variable nor a file", (await notebook.Run("#!similar nothing")).Error!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_study_of_compression_shows_what_each_code_keeps_and_its_code_finds_the_same()
    {
        await notebook.RunAll("#!data load octet --as rows --most 200");
        var shown = await notebook.Shown("#!edl rows --target gap_eV --bytes 8 4 --as found");
        Assert.Contains("elements and geometry", shown, StringComparison.Ordinal);
        Assert.Contains("steered, 8 bytes: trustworthiness", shown, StringComparison.Ordinal);
        await notebook.RunAll(await notebook.Shown("#!edl rows --target gap_eV --bytes 8 4 --as twin --show-code"));
        Assert.Equal("True", (await notebook.RunAll("$\"{found.Rows.Select(r => $\"{r}\").SequenceEqual(twin.Rows.Select(r => $\"{r}\"))}\"")).Result);
        Assert.StartsWith("#!edl: 0 bytes per crystal were asked for", (await notebook.Run("#!edl rows --target gap_eV --bytes 0")).Error!.Value, StringComparison.Ordinal);
        Assert.StartsWith("#!edl: 0 of the 200 rows of rows have a number 'gap'", (await notebook.Run("#!edl rows --target gap")).Error!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!design --target \"band_gap>=50 eV\"", "#!design: No candidate can meet band_gap >= 50 eV: band_gap reaches from 0 to ")]
    [InlineData("#!design --target \"band_gap>=3 eV, band_gap<=2 eV\"", "#!design: The target asks for band_gap")]
    [InlineData("#!design --target \"band_gap=2±0.2 GPa\"", "#!design: The target gives band_gap in GPa, but it is in eV")]
    [InlineData("#!design --target \"gap\"", "#!design: The demand \"gap\" cannot be read")]
    [InlineData("#!design --target \"band_gap=2±0.2 eV\" --budget 0", "#!design --budget is 0; it must be at least 1 call")]
    [InlineData("#!design --target \"band_gap=2±0.2 eV\" --elements Mg,Zn", "#!design: No two of Mg, Zn make an octet compound")]
    [InlineData("#!design --target \"band_gap=2±0.2 eV\" --elements \"Mg Zn\"", "#!design: No two of Mg, Zn make an octet compound")]
    [InlineData("#!design --target \"band_gap=2±0.2 eV\" --oracle gpaw", "#!design --oracle gpaw needs a folder")]
    public async Task Designs_that_cannot_be_searched_are_one_clear_line(string line, string words) =>
        Assert.StartsWith(words, (await notebook.Run(line)).Error!.Value, StringComparison.Ordinal);

    [Fact]
    public async Task Discovery_campaigns_run_with_a_live_table_and_as_their_code()
    {
        var folder = Directory.CreateTempSubdirectory("arem-");
        try
        {
            var ledger = Path.Combine(folder.FullName, "a.db");
            var campaign = "campaign: gaps\npool:\n  kind: molecules\n  labels: recorded\n  count: 200\ngoal:\n  property: gap\n  at_most: 3\nbudget:\n  simulations: 20\nplace:\n  cores: 2\ninterval: 0.05";
            var run = await notebook.RunAll($"#!arem --ledger \"{ledger}\" --as found\n{campaign}");
            Assert.Contains(run.Messages.OfType<DisplayMessage.Data>(), data => data.Bundle.PlainText.StartsWith("gaps: gap <= 3 among 200 molecules", StringComparison.Ordinal));
            Assert.Contains("20 of 20 simulations", run.Messages.OfType<DisplayMessage.Update>().Last().Bundle.PlainText, StringComparison.Ordinal);
            Assert.Contains(run.Messages.OfType<DisplayMessage.Data>(), data => data.Bundle.PlainText.StartsWith("What each worker does", StringComparison.Ordinal));
            Assert.Equal("True 20", (await notebook.RunAll("$\"{found.Now.Hits > 0} {found.Now.Simulations}\"")).Result);
            var code = await notebook.Shown($"#!arem --ledger \"{Path.Combine(folder.FullName, "b.db")}\" --policy equal --as twin --show-code\n{campaign}");
            Assert.Contains("Policy = new() { Name = \"equal\" }", code, StringComparison.Ordinal);
            await notebook.RunAll(code);
            Assert.Equal("equal 20", (await notebook.RunAll("$\"{twin.Policy} {twin.Now.Simulations}\"")).Result);
            await notebook.RunAll($"#!arem --watch --ledger \"{ledger}\"\n{campaign}"); // it has ended: the watch ends too
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("#!arem", "#!arem: there is no campaign; name its file")]
    [InlineData("#!arem nowhere.yaml", "#!arem: There is no campaign nowhere.yaml")]
    [InlineData("#!arem\ncampaign: c\npool:\n  kind: ores\n", "#!arem: #!arem, line 3, pool.kind: Kind is 'ores'; it can be molecules, octet, perovskites")]
    [InlineData("#!arem a.yaml\ncampaign: c", "#!arem: there are two campaigns, a.yaml and the one below")]
    public async Task Discovery_campaigns_that_cannot_run_are_one_clear_line(string cell, string words) =>
        Assert.StartsWith(words, (await notebook.Run(cell)).Error!.Value, StringComparison.Ordinal);

    [Fact]
    public async Task A_seed_seeds_every_generator_as_its_code_does()
    {
        const string Draw = "$\"{torch.rand(1).item<float>():R} {Seeds.NewRandom().Next()}\"";
        await notebook.RunAll("#!seed 7");
        var first = (await notebook.RunAll(Draw)).Result;
        await notebook.RunAll(await notebook.Shown("#!seed 7 --show-code"));
        Assert.Equal(first, (await notebook.RunAll(Draw)).Result);
        await notebook.RunAll("#!seed 8");
        Assert.NotEqual(first, (await notebook.RunAll(Draw)).Result);
    }

    [Fact]
    public async Task The_device_is_shown_and_set()
    {
        var before = Environment.GetEnvironmentVariable("MATNB_DEVICE");
        try
        {
            Assert.StartsWith("cpu, ", await notebook.Shown("#!device cpu"), StringComparison.Ordinal);
            Assert.Equal("cpu", (await notebook.RunAll(await notebook.Shown("#!device cpu --show-code"))).Result);
            Assert.StartsWith("#!device abacus: ", (await notebook.Run("#!device abacus")).Error!.Value, StringComparison.Ordinal);
            Assert.Equal("#!device --threads is 0; it must be at least 1.", (await notebook.Run("#!device --threads 0")).Error!.Value);
        }
        finally
        {
            Environment.SetEnvironmentVariable("MATNB_DEVICE", before);
        }
    }

    [Fact]
    public async Task Progress_is_shown_as_asked()
    {
        const string Bar = "new ProgressBar(\"work\").Report(1);";
        await notebook.RunAll("#!progress plain");
        Assert.DoesNotContain("text/html", (await notebook.RunAll(Bar)).Messages.OfType<DisplayMessage.Data>().Single().Bundle.Forms.Keys);
        await notebook.RunAll("#!progress hide");
        Assert.Empty((await notebook.RunAll(Bar)).Messages);
        await notebook.RunAll(await notebook.Shown("#!progress show --show-code"));
        Assert.Contains("text/html", (await notebook.RunAll(Bar)).Messages.OfType<DisplayMessage.Data>().Single().Bundle.Forms.Keys);
    }

    [Fact]
    public async Task Provenance_says_where_results_come_from()
    {
        await notebook.RunAll("#!seed 11", "var cutoff = 6.5;", "#!data load octet --as rows --most 1");
        var bundle = (await notebook.RunAll("#!provenance --variables cutoff")).Messages.OfType<DisplayMessage.Data>().Single().Bundle;
        var json = bundle.Forms["application/json"].AsObject();
        Assert.Equal(11, (int)json["seed"]!);
        Assert.Equal("6.5", (string)json["parameters"]!["cutoff"]!);
        Assert.Equal(64, ((string)json["data"]!["data/octet/octet_pbe.jsonl.gz"]!).Length);
        Assert.Contains("libtorch", bundle.PlainText, StringComparison.Ordinal);
        Assert.True((double)json["wall_time_s"]! > 0);
        Assert.Equal("11", (await notebook.RunAll(await notebook.Shown("#!provenance --variables cutoff --show-code"), "provenance.Seed")).Result);
        Assert.StartsWith("#!provenance: there is no variable 'cutof'. Did you mean 'cutoff'?", (await notebook.Run("#!provenance --variables cutof")).Error!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_diagram_has_a_form_for_every_reader()
    {
        const string Source = "graph LR\n  A[\"</script> & x\"] --> B";
        var forms = (await notebook.RunAll($"#!mermaid\n{Source}")).Messages.OfType<DisplayMessage.Data>().Single().Bundle.Forms;
        Assert.Equal($"```mermaid\n{Source}\n```", (string)forms["text/markdown"]!);
        Assert.Equal(Source, (string)forms["text/plain"]!);
        Assert.DoesNotContain("</script> &", (string)forms["text/html"]!, StringComparison.Ordinal);
        Assert.Equal(Source, (await notebook.RunAll(await notebook.Shown($"#!mermaid --show-code\n{Source}"))).Result);
        Assert.StartsWith("#!mermaid needs a diagram", (await notebook.Run("#!mermaid\n")).Error!.Value, StringComparison.Ordinal);
    }
}

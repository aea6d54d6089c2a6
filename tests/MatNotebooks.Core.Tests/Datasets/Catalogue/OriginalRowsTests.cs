using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using ICSharpCode.SharpZipLib.BZip2;
using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Catalogue;

namespace MatNotebooks.Core.Tests.Datasets.Catalogue;

/// <summary>Every kind of original, by small files of its true format.</summary>
public sealed class OriginalRowsTests : IDisposable
{
    private const string Rocksalt = """
        {"@module":"pymatgen.core.structure","@class":"Structure","charge":null,"lattice":{"matrix":[[0.0,2.1,2.1],[2.1,0.0,2.1],[2.1,2.1,0.0]],"a":2.97,"b":2.97,"c":2.97,"alpha":60.0,"beta":60.0,"gamma":60.0,"volume":18.5},
        "sites":[{"species":[{"element":"Mg","occu":1}],"abc":[0.0,0.0,0.0],"xyz":[0.0,0.0,0.0],"label":"Mg"},{"species":[{"element":"O2-","occu":1.0}],"abc":[0.5,0.5,0.5],"xyz":[2.1,2.1,2.1],"label":"O"}]}
        """;

    private const string Cif = "# generated using pymatgen\ndata_NaCl\n_cell_length_a 4.0\n_cell_length_b 4.0\n_cell_length_c 4.0\n_cell_angle_alpha 60\n_cell_angle_beta 60\n_cell_angle_gamma 60\nloop_\n _symmetry_equiv_pos_site_id\n _symmetry_equiv_pos_as_xyz\n  1  'x, y, z'\nloop_\n _atom_site_type_symbol\n _atom_site_label\n _atom_site_symmetry_multiplicity\n _atom_site_fract_x\n _atom_site_fract_y\n _atom_site_fract_z\n _atom_site_occupancy\n  Na  Na0  1  0.0  0.0  0.0  1\n  Cl  Cl1  1  0.5  0.5  0.5  1\n";

    private readonly string folder = Directory.CreateTempSubdirectory("matnb-originals-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Matbench_crystals_have_their_ids_targets_and_official_folds()
    {
        var data = string.Join(",", Enumerable.Range(1, 7).Select(row => $"[{Rocksalt},{row}.5]"));
        Gzip("matbench_phonons.json.gz", $$"""{"index":[0,1,2,3,4,5,6],"columns":["structure","last phdos peak"],"data":[{{data}}]}""");
        StructureRecord[] rows = [.. Read("matbench_phonons", rows: 7).Cast<StructureRecord>()];
        Assert.Equal(7, rows.Length);
        Assert.Equal(("mb-phonons-1", "MgO", 1.5), (rows[0].Id, rows[0].Formula, rows[0].Number("target")));
        Assert.Equal(18.522, rows[0].Crystal.Volume, 3);
        Assert.Equal(MatbenchFolds.Of(7), rows.Select(row => (int)row.RequiredNumber("fold")));
        Assert.Equal("matbench_phonons.json.gz:#3", rows[2].Origin);
        Assert.Equal(["fold", "target"], rows[0].Values.Keys.Order());
    }

    [Fact]
    public void Matbench_classes_are_numbers_and_spread_over_the_folds()
    {
        string[] classes = ["true", "false", "true", "true", "false", "true", "false", "false", "true", "true", "true", "false"];
        Gzip("matbench_glass.json.gz", $$"""{"columns":["composition","gfa"],"index":[],"data":[{{string.Join(",", classes.Select(one => $"[\"Al0.5Ni0.5\",{one}]"))}}]}""");
        FormulaRecord[] rows = [.. Read("matbench_glass", rows: 12).Cast<FormulaRecord>()];
        Assert.Equal(("mb-glass-01", "Al0.5Ni0.5"), (rows[0].Id, rows[0].Formula));
        Assert.Equal([1, 0, 1, 1, 0, 1, 0, 0, 1, 1, 1, 0], rows.Select(row => row.RequiredNumber("target")));
        Assert.Equal(MatbenchFolds.Stratified(classes), rows.Select(row => (int)row.RequiredNumber("fold")));
    }

    [Fact]
    public void A_file_with_more_rows_than_its_folds_is_named()
    {
        Gzip("matbench_steels.json.gz", $$"""{"columns":["composition","yield strength"],"data":[{{string.Join(",", Enumerable.Repeat("[\"Fe\",1]", 6))}}]}""");
        Assert.Contains("matbench_steels.json.gz:#6: matbench_steels has 5 rows and this is one more", Wrong("matbench_steels", rows: 5), StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_of_matminer_take_the_names_of_the_catalogue()
    {
        Gzip("expt_gap.json.gz", """{"columns":["formula","gap expt"],"index":[0],"data":[["GaAs",1.43]]}""");
        var row = Assert.IsType<FormulaRecord>(Assert.Single(Read("expt_gap")));
        Assert.Equal(("GaAs", 1.43), (row.Formula, row.Number("Eg (eV)")));
    }

    [Fact]
    public void Jarvis_atoms_come_out_of_the_zip_and_na_is_missing()
    {
        Zip("jdft_3d-12-12-2022.json.zip", "jdft_3d-12-12-2022.json", """
            [{"jid":"JVASP-1","spg_number":"225","formation_energy_peratom":-1.2,"mbj_bandgap":"na","efg":[[0.0,1.0]],"atoms":{"lattice_mat":[[4.0,0,0],[0,4.0,0],[0,0,4.0]],"coords":[[0,0,0],[0.5,0.5,0.5]],"elements":["Cs ","Cl"],"abc":[4,4,4],"angles":[90,90,90],"cartesian":false,"props":["",""]}},
             {"jid":"JVASP-2","formation_energy_peratom":0.5,"mbj_bandgap":1.5,"atoms":{"lattice_mat":[[4.0,0,0],[0,4.0,0],[0,0,4.0]],"coords":[[0,0,0],[2,2,2]],"elements":["Cs","I"],"cartesian":true}}]
            """);
        StructureRecord[] rows = [.. Read("jarvis_dft_3d").Cast<StructureRecord>()];
        Assert.Equal(["JVASP-1", "JVASP-2"], rows.Select(row => row.Id));
        Assert.Equal(["CsCl", "CsI"], rows.Select(row => row.Formula));
        Assert.Equal([null, 1.5], rows.Select(row => row.Number("mbj_bandgap")));
        Assert.Equal(0.5, rows[1].Crystal.Sites[1].Position.B, 12);
        Assert.DoesNotContain("atoms", rows[0].Values.Keys);
    }

    [Fact]
    public void Mp_2018_holds_cifs()
    {
        Zip("mp.2018.6.1.json.zip", "mp.2018.6.1.json", $$"""[{"material_id":"mp-22862","structure":{{System.Text.Json.JsonSerializer.Serialize(Cif)}},"graph":{"atom":[11,17]},"formation_energy_per_atom":-2.1,"band_gap":5.0}]""");
        var row = Assert.IsType<StructureRecord>(Assert.Single(Read("mp_2018")));
        Assert.Equal(("mp-22862", "NaCl", -2.1), (row.Id, row.Formula, row.Number("formation_energy_per_atom")));
        Assert.Equal("mp-22862", row.Crystal.Id);
        Assert.Equal(["band_gap", "formation_energy_per_atom"], row.Values.Keys.Order());
    }

    [Theory]
    [InlineData("mp_20", ",material_id,formation_energy_per_atom,band_gap,pretty_formula,e_above_hull,elements,cif,spacegroup.number", "12,mp-1,-2.0,5.1,NaCl,0.0,\"['Na', 'Cl']\",CIF,225", "formation_energy_per_atom", -2.0)]
    [InlineData("perov_5", ",material_id,cif,formula,heat_all,heat_ref,dir_gap,ind_gap", "12,18517,CIF,NaCl,2.76,2.7,0.0,0.0", "heat_ref", 2.7)]
    [InlineData("carbon_24", ",material_id,cif,energy_per_atom", "12,C-1,CIF,-154.2", "energy_per_atom", -154.2)]
    [InlineData("mpts_52", ",material_id,formation_energy_per_atom,cif", "12,mp-1,-2.0,CIF", "formation_energy_per_atom", -2.0)]
    public void Tables_with_cifs_name_their_part(string name, string header, string row, string target, double value)
    {
        foreach (var part in new[] { "train", "val", "test" })
            File.WriteAllText(PathOf(part + ".csv"), $"{header}\n{row.Replace("CIF", $"\"{Cif}\"", StringComparison.Ordinal)}\n");
        StructureRecord[] rows = [.. Read(name).Cast<StructureRecord>()];
        Assert.Equal(["train", "val", "test"], rows.Select(one => one.RequiredText("split")));
        Assert.All(rows, one => Assert.Equal(("NaCl", value), (one.Formula, one.Number(target))));
        Assert.DoesNotContain("", rows[0].Values.Keys);
    }

    [Fact]
    public void Twodmatpedia_is_lines_of_pymatgen_structures()
    {
        Gzip("db.json.gz", $$"""{"_id":{"$oid":"x"},"material_id":"2dm-1","bandgap":1.5,"structure":{{Rocksalt.ReplaceLineEndings("")}}}""" + "\n");
        var row = Assert.IsType<StructureRecord>(Assert.Single(Read("2dmatpedia_full")));
        Assert.Equal(("2dm-1", "MgO", 1.5), (row.Id, row.Formula, row.Number("bandgap")));
    }

    [Fact]
    public void Obelix_names_its_parts()
    {
        File.WriteAllText(PathOf("train.csv"), "ID,Reduced Composition,Z,Ionic conductivity (S cm-1)\njqc,Li3N,1,1.5e-06\n");
        File.WriteAllText(PathOf("test.csv"), "ID,Reduced Composition,Z,Ionic conductivity (S cm-1)\nabc,Li2O,1,<1E-10\n");
        FormulaRecord[] rows = [.. Read("obelix").Cast<FormulaRecord>()];
        Assert.Equal(["jqc Li3N train", "abc Li2O test"], rows.Select(row => $"{row.Id} {row.Formula} {row.Text("part")}"));
        Assert.Equal("<1E-10", rows[1].Text("Ionic conductivity (S cm-1)"));
    }

    [Fact]
    public void Obelix_crystals_are_joined_with_their_rows()
    {
        File.WriteAllText(PathOf("train.csv"), "ID,Ionic conductivity (S cm-1)\njqc,1.5e-06\n");
        File.WriteAllText(PathOf("test.csv"), "ID,Ionic conductivity (S cm-1)\nabc,2e-3\n");
        using (var packed = new GZipStream(File.Create(PathOf("all_cifs.tar.gz")), CompressionLevel.Fastest))
        using (var tar = new TarWriter(packed, TarEntryFormat.Pax))
            foreach (var id in new[] { "abc", "xyz", "jqc" })
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, $"all_cifs/{id}.cif") { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(Cif.Replace("0.5  0.5  0.5  1", "0.5  0.5  0.5  0.75", StringComparison.Ordinal))) });
        StructureRecord[] rows = [.. Read("obelix_structures").Cast<StructureRecord>()];
        Assert.Equal(["abc test 0.002", "jqc train 1.5E-06"], rows.Select(row => FormattableString.Invariant($"{row.Id} {row.Text("split")} {row.Number("ionic_conductivity_S_cm")}")));
        Assert.Equal(0.75, rows[0].Crystal.Sites[1].Occupancy);
    }

    [Fact]
    public void Qm9_leaves_the_uncharacterised_out_and_gives_units_of_the_source()
    {
        WriteQm9(Water(1), Water(2), Water(3));
        MoleculeRecord[] rows = [.. Read("qm9").Cast<MoleculeRecord>()];
        Assert.Equal(["gdb_1", "gdb_3"], rows.Select(row => row.Id));
        var row = rows[0];
        Assert.Equal(("H2O", 3), (row.Formula, row.Molecule.Atoms.Length));
        Assert.Equal(-2.1997e-6, row.Molecule.Atoms[0].Position.X);
        Assert.Equal((1.8511, 6.31, -0.2928, 0.0687, 0.3615, 6.002), (row.Number("mu"), row.Number("alpha"), row.Number("homo"), row.Number("lumo"), row.Number("gap"), row.Number("Cv")));
        Assert.Equal(-76.404702 - (2 * -0.5) - -75.0, row.RequiredNumber("U0_atom"), 9);
        Assert.Equal("O", row.Text("smiles"));
        Assert.All(DatasetCatalogue.Find("qm9").Columns, column => Assert.True(row.Values.ContainsKey(column.Name), column.Name));
    }

    [Fact]
    public void Damage_is_one_clear_error()
    {
        WriteQm9(Water(1));
        var packed = File.ReadAllBytes(PathOf("dsgdb9nsd.xyz.tar.bz2"));
        File.WriteAllBytes(PathOf("dsgdb9nsd.xyz.tar.bz2"), packed[..(packed.Length / 2)]);
        Assert.Contains("archive is broken", Wrong("qm9"), StringComparison.Ordinal);
        File.WriteAllBytes(PathOf("dsgdb9nsd.xyz.tar.bz2"), [1, 2, 3, 4, 5, 6, 7, 8, 9]);
        Assert.Contains("archive is broken", Wrong("qm9"), StringComparison.Ordinal);

        Gzip("matbench_steels.json.gz", """{"columns":["composition","yield strength"],"data":[["Fe",1],["Fe",""");
        Assert.Contains("matbench_steels.json.gz: ends in the middle", Wrong("matbench_steels"), StringComparison.Ordinal);
        Gzip("matbench_steels.json.gz", """{"columns":["composition","yield strength"]}""");
        Assert.Contains("has no member \"data\"", Wrong("matbench_steels"), StringComparison.Ordinal);
        Gzip("matbench_steels.json.gz", """{"columns":["composition","yield strength"],"data":[["Fe"]]}""");
        Assert.Contains("#1: the row has 1 values and there are 2 columns", Wrong("matbench_steels"), StringComparison.Ordinal);
        Gzip("matbench_steels.json.gz", """{"columns":["composition","yield strength"],"data":[7]}""");
        Assert.Contains("#1: the row has 1 values", Wrong("matbench_steels"), StringComparison.Ordinal);
        Gzip("matbench_steels.json.gz", """{"data":[["Fe",1]],"columns":["composition","yield strength"]}""");
        Assert.Contains("must stand before \"data\"", Wrong("matbench_steels"), StringComparison.Ordinal);
        Gzip("matbench_steels.json.gz", "[1]");
        Assert.Contains("begins with StartArray", Wrong("matbench_steels"), StringComparison.Ordinal);
        Zip("jdft_3d-12-12-2022.json.zip", "x.json", "[3]");
        Assert.Contains("#1: the row is Number", Wrong("jarvis_dft_3d"), StringComparison.Ordinal);
        Zip("jdft_3d-12-12-2022.json.zip", "x.json", """[{"jid":"a"}]""");
        Assert.Contains("a has no crystal that can be read", Wrong("jarvis_dft_3d"), StringComparison.Ordinal);
        Zip("jdft_3d-12-12-2022.json.zip", "x.json", """[{"x":1}]""");
        Assert.Contains("\"jid\" is missing", Wrong("jarvis_dft_3d"), StringComparison.Ordinal);
        File.WriteAllText(PathOf("matbench_steels.json.gz"), "no archive at all");
        Assert.Contains("archive is broken", Wrong("matbench_steels"), StringComparison.Ordinal);
        Gzip("db.json.gz", string.Concat(Enumerable.Repeat($"{{\"material_id\":\"2dm-1\",\"structure\":{Rocksalt.ReplaceLineEndings("")}}}\n", 500)));
        File.WriteAllBytes(PathOf("db.json.gz"), [.. File.ReadAllBytes(PathOf("db.json.gz"))[..100], .. new byte[500]]);
        Assert.Contains("db.json.gz: the archive is broken", Wrong("2dmatpedia_full"), StringComparison.Ordinal);
        File.WriteAllText(PathOf("mp.2018.6.1.json.zip"), "no archive at all");
        Assert.Contains("the archive is broken", Wrong("mp_2018"), StringComparison.Ordinal);
        Zip("mp.2018.6.1.json.zip", "x.json", """[{"material_id":"mp-1","structure":"no CIF"}]""");
        Assert.StartsWith("mp.2018.6.1.json.zip:#1: ", Wrong("mp_2018"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_array_is_never_whole_in_memory()
    {
        const int Megabytes = 64;
        using var endless = new RepeatingStream("[", $"{{\"text\":\"{new string('x', 10_000 - 12)}\"}},", "0]", Megabytes * 100);
        var (count, most) = (0, 0L);
        foreach (var _ in new JsonItems(endless, "large.json").Read(null))
            most = Math.Max(most, endless.Given - (count++ * 10_000L));
        Assert.Equal((Megabytes * 100) + 1, count);
        Assert.InRange(most, 0, 1_000_000); // bytes that are read ahead of the items, of 64 million
    }

    private string PathOf(string file) => Path.Combine(folder, file);

    private IEnumerable<DataRecord> Read(string name, int? rows = null) => (DatasetCatalogue.Find(name) is var entry && rows is { } count ? entry with { Rows = count } : DatasetCatalogue.Find(name)).ReadOriginal(folder);

    private string Wrong(string name, int? rows = null) => Assert.Throws<BadRecordException>(() => Read(name, rows).ToArray()).Message;

    private void Gzip(string file, string text)
    {
        using var packed = new GZipStream(File.Create(PathOf(file)), CompressionLevel.Fastest);
        packed.Write(Encoding.UTF8.GetBytes(text));
    }

    private void Zip(string file, string member, string text)
    {
        using var archive = new ZipArchive(File.Create(PathOf(file)), ZipArchiveMode.Create);
        using var inside = archive.CreateEntry(member).Open();
        inside.Write(Encoding.UTF8.GetBytes(text));
    }

    private static string Water(int index) => string.Join('\n',
        "3",
        $"gdb {index}\t799.58\t437.9\t282.94\t1.8511\t6.31\t-0.2928\t0.0687\t0.3615\t19.0002\t0.021375\t-76.404702\t-76.401867\t-76.400922\t-76.422349\t6.002\t",
        "O\t-2.1997*^-6\t 0.9775\t 0.0076\t-0.5897",
        "H\t 0.0641\t 0.0205\t 0.0015\t 0.2949",
        "H\t 0.8717\t 1.3008\t 0.0006\t 0.2948",
        "1671.4\t3803.6\t3907.6",
        "O\tO",
        "InChI=1S/H2O/h1H2\tInChI=1S/H2O/h1H2",
        "");

    private void WriteQm9(params string[] molecules)
    {
        using var tar = new MemoryStream();
        using (var writer = new TarWriter(tar, TarEntryFormat.Ustar, leaveOpen: true))
            foreach (var (text, number) in molecules.Select((text, index) => (text, index + 1)))
                writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, $"dsgdb9nsd_{number:D6}.xyz") { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
        // In two archives one behind the other, as parallel packers write.
        var bytes = tar.ToArray();
        using (var file = File.Create(PathOf("dsgdb9nsd.xyz.tar.bz2")))
            foreach (var part in (byte[][])[bytes[..700], bytes[700..]])
                using (var packed = new BZip2OutputStream(file) { IsStreamOwner = false })
                    packed.Write(part);
        var header = string.Concat(Enumerable.Range(1, 9).Select(line => $"line {line} of the header\n"));
        File.WriteAllText(PathOf("uncharacterized.txt"), header + "    2   O   O   0.1\n1 compound\n");
        File.WriteAllText(PathOf("atomref.txt"), "Ele-  ZPVE  U (0 K)  U (298.15 K)  H (298.15 K)  G (298.15 K)  CV\n H 0.000000 -0.5 -0.49 -0.48 -0.51 2.981\n O 0.000000 -75.0 -75.0 -75.0 -75.1 2.981\n");
    }

    // A start, a middle many times, an end.
    private sealed class RepeatingStream(string start, string middle, string end, int times) : MemoryStream
    {
        private readonly byte[] repeated = Encoding.ASCII.GetBytes(middle);
        private byte[] part = Encoding.ASCII.GetBytes(start);
        private int at, given;

        public long Given { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (at == part.Length)
            {
                if (given > times)
                    return 0;
                (part, at) = (given++ < times ? repeated : Encoding.ASCII.GetBytes(end), 0);
            }
            var read = Math.Min(count, part.Length - at);
            part.AsSpan(at, read).CopyTo(buffer.AsSpan(offset));
            at += read;
            Given += read;
            return read;
        }
    }
}

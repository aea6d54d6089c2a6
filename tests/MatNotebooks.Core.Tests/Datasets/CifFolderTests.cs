using MatNotebooks.Datasets;

namespace MatNotebooks.Core.Tests.Datasets;

public sealed class CifFolderTests : IDisposable
{
    private const string Salt =
        """
        data_salt
        _cell_length_a 5.64
        _cell_length_b 5.64
        _cell_length_c 5.64
        _cell_angle_alpha 90
        _cell_angle_beta 90
        _cell_angle_gamma 90
        _symmetry_space_group_name_H-M 'F m -3 m'
        loop_
        _atom_site_label
        _atom_site_type_symbol
        _atom_site_fract_x
        _atom_site_fract_y
        _atom_site_fract_z
        Na1 Na 0 0 0
        Cl1 Cl 0.5 0.5 0.5
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("matnb-cifs-").FullName;

    public CifFolderTests() => Write("salt.cif", Salt);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_table_without_header_gives_each_file_its_target()
    {
        Write("id_prop.csv", "salt,-3.4\nsalt.cif, 1e-2 ,7\n");
        var records = StructureRecords.Read(folder).ToArray();
        Assert.Equal(["salt", "salt.cif"], records.Select(record => record.Id));
        Assert.Equal([-3.4, 0.01], records.Select(record => record.RequiredNumber("target")));
        Assert.Equal(7, records[1].Number("target2"));
        Assert.All(records, record => Assert.Equal("NaCl", record.Crystal.Composition.ReducedFormula));
        Assert.Equal(["salt", "salt.cif"], records.Select(record => record.Crystal.Id));
    }

    [Fact]
    public void A_header_names_the_columns()
    {
        Write("id_prop.csv", "ID,gap,phase,error\n\"salt\",5.1,rocksalt,nan\n");
        var record = Assert.Single(StructureRecords.Read(folder));
        Assert.Equal(5.1, record.Number("gap"));
        Assert.Equal("rocksalt", record.Text("phase"));
        Assert.Null(record.Number("error"));
    }

    [Fact]
    public void Bad_files_and_rows_are_named_with_their_mend_and_the_others_go_on()
    {
        Write("torn.cif", Salt.Replace("5.64", "not-a-number"));
        Write("unknown.cif", Salt.Replace("Cl1 Cl", "Xx1 Xx"));
        Write("twice.cif", Salt + "\nNa2 Na 0 0 0.001\n");
        Write("empty.cif", "");
        Write("id_prop.csv", "torn,1\nsalt,nan\nunknown,2\nabsent,3\ntwice,4\nempty,5\nsalt\nsalt,6\n");
        var bad = new List<BadRecord>();
        var record = Assert.Single(StructureRecords.Read(folder, bad.Add));
        Assert.Equal(6, record.Number("target"));
        Assert.Equal(Enumerable.Range(1, 7).Select(line => $"id_prop.csv:{line}"), bad.Select(one => one.Origin));
        Assert.All(bad, one => Assert.DoesNotContain('\n', one.ToString()));
        Assert.Contains("torn.cif, line 2: ", bad[0].Reason);
        Assert.Equal("\"target\" is \"nan\"; a target must be a finite number: mend it or delete the row.", bad[1].Reason);
        Assert.Contains("unknown.cif, line 16: ", bad[2].Reason);
        Assert.Equal("the file absent.cif is not in the folder; add it or delete the row.", bad[3].Reason);
        Assert.Contains("two atoms on one spot", bad[4].Reason);
        Assert.Contains("empty.cif", bad[5].Reason);
        Assert.Equal("the row has 1 cells; it needs id,target.", bad[6].Reason);
    }

    [Fact]
    public void The_first_bad_row_ends_reading_where_nobody_listens()
    {
        Write("id_prop.csv", "salt,1\nabsent,2\n");
        var wrong = Assert.Throws<BadRecordException>(() => StructureRecords.Read(folder).ToArray());
        Assert.Equal("id_prop.csv:2: the file absent.cif is not in the folder; add it or delete the row.", wrong.Message);
    }

    [Fact]
    public void A_folder_without_table_or_with_an_empty_one_is_refused()
    {
        Assert.Contains("has no id_prop.csv", Assert.Throws<BadRecordException>(() => StructureRecords.Read(folder).ToArray()).Message);
        Write("id_prop.csv", "id,target\n");
        Assert.Contains("id_prop.csv: the file is empty", Assert.Throws<BadRecordException>(() => StructureRecords.Read(folder).ToArray()).Message);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
}

using System.Text.Json;
using MatNotebooks.Crystals;
using MatNotebooks.Crystals.Formats;

namespace MatNotebooks.Kernel.Tests.Commands;

/// <summary>matnb train, predict and evaluate as a practitioner types them.</summary>
public sealed class ModelCommandTests : NotebookFolder
{
    private static readonly string[] Cations = ["Li", "Na", "K", "Mg", "Ca", "Sr", "Zn"], Anions = ["F", "Cl", "Br", "O", "S", "Se"];

    [Fact]
    public async Task A_model_is_trained_judged_and_asked()
    {
        File.WriteAllText(PathOf("salts.jsonl"), string.Join('\n', from cation in Cations from anion in Anions from edge in new[] { 4.2, 4.8, 5.4 } select Line(cation, anion, edge)));
        var trained = await Run("train", "--data", "salts.jsonl", "--target", "volume", "--unit", "Å³", "--model", "composition", "--epochs", "2", "--members", "2", "--out", "m.matnb");
        Assert.True((trained.ExitCode, trained.Error) == (0, ""), trained.Error + trained.Output);
        Assert.Matches("crystals it never saw: mean absolute error .* Å³ \\(95 % interval .* within intervals of", trained.Output);
        Assert.Empty(Directory.GetDirectories(Folder));

        Directory.CreateDirectory(PathOf("cifs"));
        StructureFile.Write(PathOf("cifs/a.cif"), Prototypes.Rocksalt("Na", "Cl", 5.6));
        StructureFile.Write(PathOf("cifs/b.cif"), Prototypes.Rocksalt("U", "N", 4.9));
        File.WriteAllText(PathOf("bad.cif"), "no crystal");
        File.WriteAllText(PathOf("table.csv"), "id,cif\nsalt,\"" + Cif.Write(Prototypes.Rocksalt("K", "Br", 6.6)).Replace("\"", "\"\"", StringComparison.Ordinal) + "\"\n");
        var predicted = await Run("predict", "--model", "m.matnb", "--in", "cifs", "salts.jsonl", "table.csv", "bad.cif", "--out", "p.csv");
        Assert.Equal(1, predicted.ExitCode); // one could not be read
        Assert.Equal(2, predicted.Complaints.Length);
        Assert.Contains("bad.cif", predicted.Complaints[0]);
        var rows = File.ReadAllLines(PathOf("p.csv")).Select(line => line.Split(',')).ToArray();
        Assert.Equal("id,formula,prediction,unit,lower,upper,inside_domain,why_outside,actual", string.Join(',', rows[0]));
        Assert.Equal(1 + 2 + (Cations.Length * Anions.Length * 3) + 1, rows.Length);
        Assert.Equal(("a", "NaCl", "Å³", "yes"), (rows[1][0], rows[1][1], rows[1][3], rows[1][6]));
        Assert.Equal(("b", "no", "\"U"), (rows[2][0], rows[2][6], rows[2][7]));
        Assert.Equal("salt", rows[^1][0]);
        Assert.All(rows.Skip(1), row => Assert.True(Number(row[4]) < Number(row[2]) && Number(row[2]) < Number(row[5])));

        var explained = await Run("explain", "--model", "m.matnb", "--in", "cifs/a.cif", "--out", "x.csv");
        Assert.Equal((0, ""), (explained.ExitCode, explained.Error));
        var parts = File.ReadAllLines(PathOf("x.csv")).Skip(1).Select(line => line.Split(',')).ToArray();
        var sum = parts.Where(row => row[1] is "atom" or "bond" or "baseline").Sum(row => Number(row[6]));
        Assert.Contains(parts, row => row is [_, "bond", _, "Na", "Cl", "2.800", ..]);
        Assert.Equal(Number(parts[^1][6]), sum, 1e-2); // what the parts contribute adds up to the prediction
        Assert.Equal(Number(rows[1][2]), sum, 1e-2);

        var elsewhere = await Run("predict", "--model", "m.matnb", "--in", "cifs", "--device", "abacus");
        Assert.Equal(2, elsewhere.ExitCode);
        Assert.StartsWith("matnb predict: 'abacus' names no device: use cpu, ", elsewhere.Error);

        var evaluated = await Run("evaluate", "--model", "m.matnb", "--data", "salts.jsonl", "--device", "cpu", "--out", "e.csv");
        Assert.Equal((0, ""), (evaluated.ExitCode, evaluated.Error));
        Assert.Contains("promised: 90 % within", evaluated.Output);
        Assert.Equal(1 + (Cations.Length * Anions.Length * 3), File.ReadAllLines(PathOf("e.csv")).Length);
    }

    [Fact]
    public async Task Settings_are_searched_and_a_second_call_trains_nothing_again()
    {
        File.WriteAllText(PathOf("salts.jsonl"), string.Join('\n', from cation in Cations from anion in Anions select Line(cation, anion, 4.8)));
        string[] command = ["tune", "--data", "salts.jsonl", "--target", "volume", "--trials", "2", "--budget", "2", "--workers", "1", "--out", "t.jsonl"];
        var searched = await Run(command);
        Assert.True((searched.ExitCode, searched.Error) == (0, ""), searched.Error + searched.Output);
        Assert.Matches("best of 2: trial \\d, validation error .* after 2 epochs\n  batch-size", searched.Output);
        var lines = File.ReadAllLines(PathOf("t.jsonl"));
        Assert.Equal(searched.Output, (await Run(command)).Output);
        Assert.Equal(lines, File.ReadAllLines(PathOf("t.jsonl")));
        var trained = await Run("train", "--data", "salts.jsonl", "--target", "volume", "--unit", "Å³", "--coverage", "0.5", "--epochs", "1", "--settings", "t.jsonl", "--out", "m.matnb");
        Assert.True((trained.ExitCode, trained.Error) == (0, ""), trained.Error + trained.Output);
        var refused = await Run("train", "--data", "salts.jsonl", "--target", "volume", "--unit", "Å³", "--coverage", "0.5", "--epochs", "1", "--settings", "t.jsonl", "--model", "ridge");
        Assert.Contains("The settings given are of gem-ppm, and ridge is to learn", refused.Error);
    }

    [Fact]
    public async Task A_class_is_learned_judged_and_told_with_its_probability()
    {
        File.WriteAllText(PathOf("salts.jsonl"), string.Join('\n', from cation in Cations from anion in Anions from edge in new[] { 4.2, 4.8, 5.4 } select Line(cation, anion, edge)));
        var trained = await Run("train", "--data", "salts.jsonl", "--target", "kind", "--model", "composition", "--epochs", "6", "--out", "m.matnb");
        Assert.True((trained.ExitCode, trained.Error) == (0, ""), trained.Error + trained.Output);
        Assert.Matches("calibrated sets of possible classes \\(chalcogenide, halide\\) of 90 ?% coverage", trained.Output);
        Assert.Matches("crystals it never saw: accuracy [01]\\.\\d+ \\(95 % interval .* ROC-AUC", trained.Output);
        var predicted = await Run("predict", "--model", "m.matnb", "--in", "salts.jsonl", "--out", "p.csv");
        Assert.Equal((0, ""), (predicted.ExitCode, predicted.Error));
        var rows = File.ReadAllLines(PathOf("p.csv")).Select(line => line.Split(',')).ToArray();
        Assert.Equal("id,formula,class,p_chalcogenide,p_halide,possible,inside_domain,why_outside,actual", string.Join(',', rows[0]));
        Assert.All(rows.Skip(1), row => Assert.Equal(1, Number(row[3]) + Number(row[4]), 1e-5));
        Assert.All(rows.Skip(1), row => Assert.Equal(Number(row[3]) >= 0.5 ? "chalcogenide" : "halide", row[2]));
        var evaluated = await Run("evaluate", "--model", "m.matnb", "--data", "salts.jsonl");
        Assert.Equal((0, ""), (evaluated.ExitCode, evaluated.Error));
        Assert.Contains("kind: accuracy", evaluated.Output);
    }

    [Fact]
    public async Task Two_processes_train_one_model_and_write_it_once()
    {
        File.WriteAllText(PathOf("salts.jsonl"), string.Join('\n', from cation in Cations from anion in Anions select Line(cation, anion, 5)));
        var trained = await Run("train", "--data", "salts.jsonl", "--target", "volume", "--unit", "Å³", "--model", "cgcnn", "--epochs", "1", "--coverage", "0.6", "--processes", "2", "--out", "m.matnb");
        Assert.True((trained.ExitCode, trained.Error) == (0, ""), trained.Error + trained.Output);
        Assert.Single(trained.Output.Split('\n'), line => line.Contains("written to m.matnb", StringComparison.Ordinal));
        Assert.Empty(Directory.GetDirectories(Folder));
        var refused = await Run("train", "--data", "salts.jsonl", "--target", "volume", "--unit", "Å³", "--model", "cgcnn", "--coverage", "0.99", "--processes", "2", "--out", "n.matnb");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("left to calibrate intervals with", Assert.Single(refused.Complaints), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--processes is 0", "train", "--data", "octet", "--target", "energy_eV", "--processes", "0")]
    [InlineData("'nowhere.jsonl' is neither a file, nor a folder, nor a data set", "train", "--data", "nowhere.jsonl", "--target", "x", "--unit", "eV")]
    [InlineData("Did you mean 'energy_eV'?", "train", "--data", "octet", "--target", "energy_ev", "--unit", "eV")]
    [InlineData("the unit of 'irreducible_kpoints' is not known; say it with --unit", "train", "--data", "octet", "--target", "irreducible_kpoints")]
    [InlineData("There is no model nowhere.matnb; matnb train", "predict", "--model", "nowhere.matnb", "--in", "x.cif")]
    public async Task What_is_wrong_is_one_line(string words, params string[] arguments)
    {
        var outcome = await Run(arguments);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(words, Assert.Single(outcome.Complaints), StringComparison.Ordinal);
    }

    private static double Number(string cell) => double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);

    private static string Line(string cation, string anion, double edge) => JsonSerializer.Serialize(new
    {
        id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{cation}{anion}-{edge}"),
        lat = new[] { edge, edge, edge, 90, 90, 90 },
        sp = new[] { cation, anion },
        n = new[] { 4, 4 },
        xyz = new[] { 0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0, .5, .5, .5, .5, 0, 0, 0, .5, 0, 0, 0, .5 },
        volume = edge * edge * edge,
        kind = anion is "O" or "S" or "Se" ? "chalcogenide" : "halide",
    });
}

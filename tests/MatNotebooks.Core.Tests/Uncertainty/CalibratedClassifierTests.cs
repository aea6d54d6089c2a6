using System.Text.Json;
using MatNotebooks.Crystals;
using MatNotebooks.Datasets;
using MatNotebooks.Training;
using MatNotebooks.Uncertainty;

namespace MatNotebooks.Core.Tests.Uncertainty;

/// <summary>A classifier: learned, judged, kept in a file and read again.</summary>
public sealed class CalibratedClassifierTests : IDisposable
{
    private static readonly ClassLabel Kind = new("kind");

    private static readonly StructureRecord[] Records =
    [
        .. from cation in new[] { "Li", "Na", "K", "Rb", "Mg", "Ca", "Sr", "Zn" } from anion in new[] { "F", "Cl", "Br", "O", "S", "Se" } from edge in new[] { 4.2, 4.8, 5.4 }
           select new StructureRecord($"{cation}{anion}-{edge}", Prototype.Rocksalt.Primitive(cation, anion, edge), new Dictionary<string, JsonElement>
           {
               ["kind"] = JsonSerializer.SerializeToElement(anion is "O" or "S" or "Se" ? "chalcogenide" : anion == "F" ? "fluoride" : "halide"),
           }),
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("matnb-classifier-");

    private string File => Path.Combine(folder.FullName, "model.matnb");

    [Theory]
    [InlineData("composition")]
    [InlineData("random-forest")]
    public void What_is_read_from_its_file_answers_as_what_was_written(string learner)
    {
        using var classifier = CalibratedClassifier.Learn(Records, Kind, new() { Learner = learner, Epochs = 30, Members = 2, Split = "random", Seed = 1 });
        ClassifierFile.Write(File, classifier);
        Assert.True(ClassifierFile.Is(File));
        using var again = ClassifierFile.Read(File);
        var (before, after) = (classifier.Predict(Records), again.Predict(Records));
        Assert.Equal(before.Select(row => (row.Id, row.Class, row.Probabilities[0], string.Join('|', row.Possible))), after.Select(row => (row.Id, row.Class, row.Probabilities[0], string.Join('|', row.Possible))));
        Assert.All(after, row => Assert.Equal(1, row.Probabilities.Sum(), 1e-9));
        Assert.All(after, row => Assert.Equal(row.Class, row.Possible[0]));
        var judged = again.Facts.Judged!;
        Assert.Equal(classifier.Facts.Judged!.Score, judged.Score);
        Assert.Equal(["chalcogenide", "fluoride", "halide"], again.Facts.Classes);
        Assert.True(judged.Accuracy.Value > 0.8 && judged.Coverage > 0.7, judged.ToString());
        Assert.Equal(judged.Score.Count, judged.Counts.Sum(row => row.Sum()));
        Assert.Contains("its format is 'MatNotebooks classifier 1'", Assert.Throws<InvalidDataException>(() => ModelFile.Read(File)).Message);
    }

    [Fact]
    public void A_strange_crystal_is_flagged_and_a_class_that_is_not_known_is_not_judged()
    {
        using var classifier = CalibratedClassifier.Learn(Records, Kind, new() { Learner = "composition", Epochs = 1 });
        var strange = new StructureRecord("UN", Prototype.Rocksalt.Primitive("U", "N", 4.9), new Dictionary<string, JsonElement> { ["kind"] = JsonSerializer.SerializeToElement("nitride") });
        var row = Assert.Single(classifier.Predict([strange]));
        Assert.Equal("U, N never trained on", row.Outside);
        Assert.Equal(("nitride", false), (row.Actual, row.Covered));
        Assert.Null(ClassJudgement.Of([row, row], classifier.Facts.Classes));
        Assert.Empty(classifier.Predict([]));
        Assert.Contains("by its probabilities", Assert.Throws<ArgumentException>(() => CalibratedClassifier.Learn(Records, Kind, new() { Source = UncertaintySource.Evidential })).Message);
    }

    public void Dispose() => folder.Delete(recursive: true);
}

using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Tests;

namespace MatNotebooks.Core.Tests.Datasets.Sources;

public sealed class SourceTests
{
    [SharedDataFact("mp_phonon_dielectric/mp_phonon_dielectric.jsonl.gz")]
    public void The_phonon_task_has_its_official_rows_folds_and_mean()
    {
        var records = MatbenchPhonons.Read();
        var folds = MatbenchPhonons.Folds(records, seed: 1);
        Assert.Equal("mb-phonons-0001", records[0].Text("mb_id"));
        Assert.Equal(581.35, records.Average(record => record.RequiredNumber(MatbenchPhonons.Target.Name)), 2);
        Assert.Equal([253, 253, 253, 253, 253], folds.Select(fold => fold.Test.Length));
        Assert.Equal(Enumerable.Range(0, 1265), folds.SelectMany(fold => fold.Test).Order());
        Assert.All(folds, fold => Assert.Equal(1012, fold.Train.Length + fold.Validation.Length));
    }

    [SharedDataFact("mp20_partial/mp20_partial.jsonl.gz")]
    public void The_part_of_mp20_divides_as_its_source_says()
    {
        var records = Mp20Part.Read();
        var split = Mp20Part.Split(records);
        Assert.Equal((2573, 7344, 7342), (split.Train.Length, split.Validation.Length, split.Test.Length));
        Assert.Equal(0.670, records.Average(record => record.RequiredNumber(Mp20Part.BandGap.Name)), 3);
    }

    [Fact]
    public void A_missing_file_is_named_with_the_mend() =>
        Assert.Contains("set MATNB_DATA", Assert.Throws<FileNotFoundException>(() => DataFolders.ExternalFile("nowhere/none.jsonl.gz")).Message);
}

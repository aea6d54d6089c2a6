using System.Collections.Immutable;
using MatNotebooks.Training.Search;

namespace MatNotebooks.Core.Tests.Training.Search;

public sealed class TunedSettingsTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(path);

    [Fact]
    public void The_best_of_the_greatest_budget_of_the_last_search_is_taken()
    {
        Add("an earlier search", 0, 9, width: 16, error: 0.01);
        Add("this one", 0, 3, width: 32, error: 0.02); // less error, of a smaller budget
        Add("this one", 1, 3, width: 64, error: 0.5);
        Add("this one", 1, 9, width: 64, error: 0.3);
        Add("this one", 2, 9, width: 128, error: double.PositiveInfinity);
        File.AppendAllText(path, "{\"Search\":\"this one\",\"Tri"); // a kill
        var settings = TunedSettings.Read(path);
        Assert.Equal(64, settings.Values["width"]);
        Assert.Equal("dropout 0.1, width 64", settings.ToString());
    }

    [Fact]
    public void What_holds_no_settings_is_one_clear_error()
    {
        Assert.Contains("the file is not there. Make it with matnb tune", Assert.Throws<InvalidDataException>(() => TunedSettings.Read(path)).Message);
        Add("one", 0, 9, width: 64, error: double.NaN);
        Assert.Contains("no trial of it has ended", Assert.Throws<InvalidDataException>(() => TunedSettings.Read(path)).Message);
        Add("one", 1, 9, width: 64, error: 1, other: "wdith");
        Assert.Contains("the setting 'wdith', which is not known; settings are learning-rate", Assert.Throws<InvalidDataException>(() => TunedSettings.Read(path)).Message);
    }

    private void Add(string search, int number, int budget, double width, double error, string other = "dropout") => new TrialLedger(path, search).Add(
        new(number, ImmutableSortedDictionary<string, double>.Empty.Add("width", width).Add(other, 0.1), ImmutableSortedDictionary<int, double>.Empty), budget, error);
}

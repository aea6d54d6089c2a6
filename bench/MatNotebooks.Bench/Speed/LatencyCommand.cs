using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using MatNotebooks.Bench.Results;
using MatNotebooks.Crystals.Formats;
using MatNotebooks.Datasets;
using MatNotebooks.Uncertainty;
using Spectre.Console;

namespace MatNotebooks.Bench.Speed;

/// <summary>
/// <c>bench latency</c>: milliseconds from the text of one CIF file to a prediction with its conformal interval and the word whether the
/// crystal is like those of training: parsed, its graph made, the whole GEM-PPM asked. Crystals of mp20_partial that it was not trained on.
/// </summary>
internal static class LatencyCommand
{
    private const string Target = "e_form_eV_atom";
    private const int Trained = 2048, Asked = 500, WarmUps = 3;

    public static Command Create()
    {
        var epochs = new Option<int>("--epochs") { Description = "epochs of the network asked; they change what it says, not how fast", DefaultValueFactory = _ => 5 };
        var command = new Command("latency", "Milliseconds from the text of a CIF file to a prediction with interval.") { epochs };
        command.SetAction(parsed => Run(parsed.GetValue(epochs)));
        return command;
    }

    private static void Run(int epochs)
    {
        if (epochs < 1) throw new ArgumentException($"--epochs is {epochs}; it must be at least 1.");
        var records = StructureRecords.Read(DataFolders.ExternalFile("mp20_partial/mp20_partial.jsonl.gz")).Take(Trained + Asked).ToArray();
        AnsiConsole.MarkupLineInterpolated($"training GEM-PPM on {Trained:n0} crystals, {epochs} epochs ...");
        using var model = CalibratedModel.Learn(records[..Trained], Target, "eV/atom", new() { Epochs = epochs });
        string[] texts = [.. records[Trained..].Select(record => Cif.Write(record.Crystal))];
        var taken = new List<double>();
        for (var turn = -WarmUps; turn < 3; turn++)
        {
            foreach (var text in texts)
            {
                var begin = Stopwatch.GetTimestamp();
                var said = Ask(model, text);
                var elapsed = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
                if (!(said.Lower < said.Predicted && said.Predicted < said.Upper))
                    throw new InvalidOperationException($"A prediction of {said.Formula} is {said.Predicted}, its interval {said.Lower} to {said.Upper}; nothing is written.");
                if (turn >= 0) taken.Add(elapsed);
            }
        }
        taken.Sort();
        var table = new ResultTable("latency");
        table.Put(new("batch1", "ms_median", taken[taken.Count / 2], "ms")
        {
            Lower = taken[taken.Count / 20], Upper = taken[taken.Count * 19 / 20], Seeds = taken.Count, Threads = Environment.ProcessorCount,
        });
        AnsiConsole.MarkupLineInterpolated($"batch1: {taken[taken.Count / 2]:f3} ms median, {taken[taken.Count / 20]:f3} to {taken[taken.Count * 19 / 20]:f3} ms in nine of ten; written to {table.FilePath}");
    }

    private static CalibratedPrediction Ask(CalibratedModel model, string text) =>
        model.Predict([new StructureRecord("batch1", Cif.Parse(text), new Dictionary<string, JsonElement>())])[0];
}

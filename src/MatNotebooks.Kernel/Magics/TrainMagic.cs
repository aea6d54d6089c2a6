using System.CommandLine;
using System.Globalization;
using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Visuals;
using MatNotebooks.Provenance;
using MatNotebooks.Training.Studies;

namespace MatNotebooks.Kernel.Magics;

/// <summary><c>#!train --data rows --target gap_eV --as model</c>: learns a number of crystals, judged by crystals left out.</summary>
internal sealed class TrainMagic : IMagic
{
    private readonly Option<string> dataOption = new("--data") { Required = true, Description = "The variable with the records." };
    private readonly Option<string> targetOption = new("--target") { Required = true, Description = "The key of the number to learn; records without it are left out." };
    private readonly Option<string> modelOption = new("--model") { DefaultValueFactory = _ => "gem-ppm", Description = "What learns." };
    private readonly Option<int> epochsOption = new("--epochs") { DefaultValueFactory = _ => 100, Description = "Passes over the training data; ridge regression and random forest have none." };
    private readonly Option<int?> seedOption = new("--seed") { Description = "Seed of the division and of the training. The default is that of #!seed, else 0." };
    private readonly Option<string> splitOption = new("--split") { DefaultValueFactory = _ => PropertySplit.Words[0], Description = "What judges: formulas left out as a whole, any rows, or as the data set prescribes." };
    private readonly Option<string?> asOption = new("--as") { Description = "The variable that holds the trained model." };
    private readonly Option<bool> codeOption = TwinCode.NewOption();

    public string Name => "#!train";

    public string Summary => "Learns a number of a set of crystals with a live curve, and judges it by crystals it never saw, with an interval.";

    public bool TakesBody => false;

    public void Describe(Command command)
    {
        modelOption.CompletionSources.Add([.. PropertyStudy.Learners]);
        splitOption.AcceptOnlyFromAmong([.. PropertySplit.Words]);
        foreach (var option in new Option[] { dataOption, targetOption, modelOption, epochsOption, seedOption, splitOption, asOption, codeOption })
            command.Add(option);
    }

    public async Task RunAsync(ParseResult arguments, string body, MagicContext context)
    {
        var (data, target) = (arguments.GetRequiredValue(dataOption), arguments.GetRequiredValue(targetOption));
        var (model, epochs, split) = (arguments.GetRequiredValue(modelOption), arguments.GetRequiredValue(epochsOption), arguments.GetRequiredValue(splitOption));
        var seed = arguments.GetValue(seedOption) ?? Seeds.Current ?? 0;
        if (epochs < 1)
            throw new MagicException($"#!train --epochs is {epochs}; it must be at least 1.");
        if (!PropertyStudy.Learners.Contains(model))
            throw new MagicException($"#!train --model: there is no '{model}'.{NearestName.Hint(model, PropertyStudy.Learners)} There are {string.Join(", ", PropertyStudy.Learners)}.");
        var name = arguments.GetValue(asOption);
        if (arguments.GetValue(codeOption))
        {
            TwinCode.Show(context, Twin(data, target, model, epochs, split, seed, name ?? "model"));
            return;
        }
        var all = RecordsVariable.Find(context, Name, data);
        var records = RecordsVariable.With(all, Name, data, target);
        var result = await LearnAsync(records, target, model, epochs, split, seed, context);
        if (name is not null)
            await context.DeclareAsync(name, typeof(PropertyModelResult), result);
        Report(result, all.Count - records.Count, context);
        if (name is null)
            result.Dispose();
    }

    private static async Task<PropertyModelResult> LearnAsync(
        IReadOnlyList<StructureRecord> records, string target, string model, int epochs, string split, int seed, MagicContext context)
    {
        using var display = new TrainingDisplay(target);
        try
        {
            return await Task.Run(
                () => PropertyModelResult.Learn(
                    records, target, PropertyStudy.Learner(model, epochs), PropertySplit.Of(records, split, seed), seed, display, context.Cell.Cancellation));
        }
        catch (Exception wrong) when (wrong is ArgumentException or InvalidOperationException or BadRecordException)
        {
            throw new MagicException("#!train: " + wrong.Message);
        }
    }

    private static void Report(PropertyModelResult result, int left, MagicContext context)
    {
        context.Show(Parity(result.Test, result.Target, $"{result.Learner}: crystals it never saw"));
        var (error, score) = (result.MeanAbsoluteError, result.Score);
        var unit = ColumnUnit.Of(result.Target) is { } known ? " " + known : "";
        context.Show(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Learner} for {result.Target}: mean absolute error {error.Value:G3}{unit} (95 % interval {error.Lower:G3} to {error.Upper:G3}), root mean square error {score.RootMeanSquareError:G3}{unit}, {(double.IsNaN(score.RSquared) ? "no R², for all values are equal" : $"R² {score.RSquared:F3}")}, on {result.Test.Count} crystals it never saw; {result.Split.Train.Length} trained, {result.Split.Validation.Length} decided when to stop, seed {result.Seed}{(left == 0 ? "" : $"; {left} rows without {result.Target} were left out")}."));
    }

    /// <summary>Predicted against actual values, named by formula and id.</summary>
    internal static ParityPlot Parity(IReadOnlyList<PropertyPrediction> rows, string target, string title) => new(
        [.. rows.Select(row => row.Predicted)], [.. rows.Select(row => row.Actual!.Value)], UnitOf(target))
    {
        Quantity = target, Title = title, Labels = [.. rows.Select(row => $"{row.Formula} · {row.Id}")],
    };

    private static string UnitOf(string target) => ColumnUnit.Of(target) ?? "unit of the data";

    private static string Twin(string data, string target, string model, int epochs, string split, int seed, string name)
    {
        var (key, rows) = (TwinCode.Literal(target), $"{data}Labelled");
        return string.Create(CultureInfo.InvariantCulture, $"""
            var {rows} = {data}.Where(record => record.Number({key}) is not null).ToArray();
            var {name} = PropertyModelResult.Learn(
                {rows}, {key}, PropertyStudy.Learner("{model}", epochs: {epochs}), PropertySplit.Of({rows}, "{split}", seed: {seed}), seed: {seed}, cancellation: Interrupted);
            {name}.MeanAbsoluteError
            """);
    }
}

using System.CommandLine;
using MatNotebooks.Datasets;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Training.Studies;

namespace MatNotebooks.Kernel.Magics;

/// <summary><c>#!predict model rows --as predicted</c>: what a trained model says of crystals.</summary>
internal sealed class PredictMagic : IMagic
{
    private readonly Argument<string> modelArgument = new("model") { Description = "The variable with the model, as #!train makes one." };
    private readonly Argument<string> dataArgument = new("data") { Description = "The variable with the records." };
    private readonly Option<string?> asOption = new("--as") { Description = "The variable that holds the predictions." };
    private readonly Option<bool> codeOption = TwinCode.NewOption();

    public string Name => "#!predict";

    public string Summary => "Predicts crystals with a model of #!train; where the number is known, a parity plot compares.";

    public bool TakesBody => false;

    public void Describe(Command command)
    {
        command.Add(modelArgument);
        command.Add(dataArgument);
        command.Add(asOption);
        command.Add(codeOption);
    }

    public async Task RunAsync(ParseResult arguments, string body, MagicContext context)
    {
        var (model, data, name) = (arguments.GetRequiredValue(modelArgument), arguments.GetRequiredValue(dataArgument), arguments.GetValue(asOption));
        if (arguments.GetValue(codeOption))
        {
            TwinCode.Show(context, $"var {name ?? "predicted"} = {model}.Predict({data});\n{name ?? "predicted"}");
            return;
        }
        var trained = Find(model, context);
        var records = RecordsVariable.Find(context, Name, data);
        var predicted = await Task.Run(() => Predict(trained, records), context.Cell.Cancellation).WaitAsync(context.Cell.Cancellation);
        if (name is not null)
            await context.DeclareAsync(name, typeof(IReadOnlyList<PropertyPrediction>), predicted);
        var known = predicted.Where(row => row.Actual is not null).ToArray();
        if (known.Length > 1)
            context.Show(TrainMagic.Parity(known, trained.Target, $"{trained.Learner} on {data}"));
        context.Show(predicted);
    }

    private static PropertyModelResult Find(string name, MagicContext context)
    {
        var variables = context.Variables.ToArray();
        return Array.Find(variables, variable => variable.Name == name) switch
        {
            { Value: PropertyModelResult model } => model,
            null => throw new MagicException($"#!predict: there is no variable '{name}'.{NearestName.Hint(name, variables.Select(variable => variable.Name))} #!train --as {name} makes one."),
            var other => throw new MagicException($"#!predict: {name} is a {other.Value?.GetType().Name ?? "null"}, not a model as #!train --as {name} makes one."),
        };
    }

    private static IReadOnlyList<PropertyPrediction> Predict(PropertyModelResult model, IReadOnlyList<StructureRecord> records)
    {
        try
        {
            return model.Predict(records);
        }
        catch (Exception wrong) when (wrong is ArgumentException or BadRecordException or ObjectDisposedException)
        {
            throw new MagicException("#!predict: " + wrong.Message);
        }
    }
}

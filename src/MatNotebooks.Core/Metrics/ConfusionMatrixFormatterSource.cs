using MatNotebooks.Formatting;

namespace MatNotebooks.Metrics;

/// <summary>Counts of actual against predicted classes, with recall and precision at the margins.</summary>
internal sealed class ConfusionMatrixFormatterSource : FormatterSource<ConfusionMatrix>
{
    protected override string Html(ConfusionMatrix matrix)
    {
        var classes = Enumerable.Range(0, matrix.Classes).ToArray();
        var table = new FactTable($"{matrix.Total} predictions, {100 * matrix.Accuracy:0.#} % right, Matthews' coefficient {matrix.Matthews:0.###}")
            .Heads([.. classes.Select(label => $"predicted {label}").Prepend("").Append("recall")]);
        foreach (var actual in classes)
            table.Row([$"actual {actual}", .. classes.Select(predicted => $"{matrix[actual, predicted]}"), Share(matrix.Recall(actual))]);
        return table.Row(["precision", .. classes.Select(label => Share(matrix.Precision(label))), ""]).ToString();
    }

    private static string Share(double share) => double.IsNaN(share) ? "–" : $"{100 * share:0.#} %";
}

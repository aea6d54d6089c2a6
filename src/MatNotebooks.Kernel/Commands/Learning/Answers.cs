using MatNotebooks.Datasets;
using MatNotebooks.Uncertainty;

namespace MatNotebooks.Kernel.Commands.Learning;

/// <summary>What a model file answers, a number or a class, as rows of a table and a judgement.</summary>
internal abstract class Answers : IDisposable
{
    /// <summary>Key of what is predicted.</summary>
    public required string Target { get; init; }

    /// <summary>What is predicted, such as "gap_eV in eV".</summary>
    public required string What { get; init; }

    /// <summary>What was promised when the model was trained.</summary>
    public required string Promised { get; init; }

    /// <summary>The model of a file.</summary>
    /// <exception cref="InvalidDataException">It is no model; the message says why.</exception>
    public static Answers Of(string path)
    {
        if (!ClassifierFile.Is(path)) return Of(ModelFile.Read(path));
        var classifier = ClassifierFile.Read(path);
        var facts = classifier.Facts;
        return new Rows<ClassPrediction>(classifier, classifier.Predict, rows => ClassJudgement.Of(rows, facts.Classes)?.ToString(), text =>
        {
            var table = new ClassTable(text, facts.Classes);
            return (table, table.Write);
        })
        {
            Target = facts.Target,
            What = $"{facts.Target}, one of {string.Join(", ", facts.Classes)}",
            Promised = Promise(facts.Coverage, facts.Trained),
        };
    }

    /// <summary>Begins a table, to which everything predicted is written until it is closed.</summary>
    public abstract IDisposable Begin(TextWriter text);

    /// <summary>Predicts crystals; rows are written where there is a table.</summary>
    public abstract void Predict(IReadOnlyList<StructureRecord> records);

    /// <summary>Predicts crystals and remembers the answers for <see cref="Judgement"/>.</summary>
    public abstract void Judge(IReadOnlyList<StructureRecord> records);

    /// <summary>How what was judged compares with what is known; null for fewer than two crystals.</summary>
    public abstract string? Judged();

    /// <inheritdoc/>
    public abstract void Dispose();

    private static Answers Of(CalibratedModel model)
    {
        var facts = model.Facts;
        return new Rows<CalibratedPrediction>(model, model.Predict, rows => Judgement.Of(rows)?.ToString(facts.Unit), text =>
        {
            var table = new PredictionTable(text, facts.Unit);
            return (table, table.Write);
        })
        {
            Target = facts.Target,
            What = $"{facts.Target} in {facts.Unit}",
            Promised = Promise(facts.Intervals.Coverage, facts.Trained),
        };
    }

    private static string Promise(double coverage, int trained) => $"{100 * coverage:G3} % within, for crystals like the {trained} it was trained on";

    private sealed class Rows<TRow>(
        IDisposable model, Func<IReadOnlyList<StructureRecord>, IReadOnlyList<TRow>> predict, Func<IEnumerable<TRow>, string?> judge,
        Func<TextWriter, (IDisposable Table, Action<TRow> Write)> begin) : Answers
    {
        private readonly List<TRow> kept = [];
        private Action<TRow> write = _ => { };

        public override IDisposable Begin(TextWriter text)
        {
            (var table, write) = begin(text);
            return table;
        }

        public override void Predict(IReadOnlyList<StructureRecord> records)
        {
            foreach (var row in predict(records)) write(row);
        }

        public override void Judge(IReadOnlyList<StructureRecord> records)
        {
            var rows = predict(records);
            foreach (var row in rows) write(row);
            kept.AddRange(rows);
        }

        public override string? Judged() => judge(kept);

        public override void Dispose() => model.Dispose();
    }
}

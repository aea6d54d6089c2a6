using System.CommandLine;
using System.Globalization;
using CsvHelper;
using MatNotebooks.Crystals;
using MatNotebooks.Datasets;
using MatNotebooks.Interpretability;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Visuals;
using MatNotebooks.Uncertainty;

namespace MatNotebooks.Kernel.Commands.Learning;

/// <summary><c>matnb explain</c>: what each atom and bond contributes to what a model predicts.</summary>
internal static class ExplainCommand
{
    private static readonly Dictionary<string, AttributionMethod> Methods = new()
    {
        ["integrated-gradients"] = new IntegratedGradients(), ["saliency"] = new GradientSaliency(), ["attention"] = new AttentionWeights(),
    };

    private static readonly Option<string> Model = new("--model") { HelpName = "FILE", Required = true, Description = "The model file, as matnb train makes one." };
    private static readonly Option<string[]> In = new("--in") { HelpName = "FILES", Required = true, AllowMultipleArgumentsPerToken = true, Description = "Structure files (CIF, POSCAR, XYZ), folders of them, .jsonl(.gz) sets, .csv tables with a column cif." };
    private static readonly Option<string> Method = new("--method") { HelpName = "WORD", DefaultValueFactory = _ => Methods.Keys.First(), Description = "How; only the contributions of integrated gradients add up." };
    private static readonly Option<string?> Out = new("--out") { HelpName = "FILE", Description = "A .csv file: id, part (atom, bond), site, element, neighbor (its element) and neighbor_A (its distance in Å), contribution, unit. The default is the screen." };

    private static readonly string[] Columns = ["id", "part", "site", "element", "neighbor", "neighbor_A", "contribution", "unit"];

    public static Command Create()
    {
        Method.AcceptOnlyFromAmong([.. Methods.Keys]);
        var command = new Command("explain", "Tells what each atom and bond contributes to what a network predicts.") { Model, In, Method, ModelWork.Device, Out };
        command.SetAction((arguments, cancellation) => Task.Run(() => ModelWork.Attempt("explain", "The same command begins again.", arguments, () => Run(arguments, cancellation)), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult arguments, CancellationToken cancellation)
    {
        using var model = ModelFile.Read(arguments.GetValue(Model)!);
        var (path, bad, done) = (arguments.GetValue(Out), 0, 0);
        using (var table = CsvWriter.Create(path is null ? ConsoleRouting.Outside : new StreamWriter(path)))
        {
            table.WriteRecord(Columns);
            foreach (var record in new StructureInput(Bad).Read(arguments.GetValue(In)!))
            {
                cancellation.ThrowIfCancellationRequested();
                var found = Explanations.Explain(model, record.Crystal, Methods[arguments.GetValue(Method)!]).Attribution;
                foreach (var row in Rows(record.Id, record.Crystal, found, found.Method == "attention" ? "" : model.Facts.Unit)) table.WriteRecord(row);
                done++;
            }
        }
        if (path is not null) ModelWork.Say($"{done} crystals explained, written to {path}");
        return bad > 0 || done == 0 ? ExitCode.Failed : ExitCode.Success;

        void Bad(string message)
        {
            bad++;
            ConsoleRouting.OutsideError.WriteLine($"matnb explain: {message}");
        }
    }

    private static IEnumerable<string[]> Rows(string id, Crystal crystal, Attribution found, string unit)
    {
        string Element(int site) => crystal.Sites[site].Element.Symbol;
        string[] Row(string part, int site, (string Element, string Distance) neighbor, double value) =>
            [id, part, site.ToString(CultureInfo.InvariantCulture), Element(site), neighbor.Element, neighbor.Distance, value.ToString("G6", CultureInfo.InvariantCulture), unit];
        for (var atom = 0; atom < found.Atoms.Length; atom++) yield return Row("atom", atom, ("", ""), found.Atoms[atom]);
        for (var bond = 0; bond < found.Bonds.Length; bond++)
        {
            var distance = Math.Sqrt(found.Displacements[bond].Sum(along => along * along));
            yield return Row("bond", found.Receivers[bond], (Element(found.Senders[bond]), distance.ToString("F3", CultureInfo.InvariantCulture)), found.Bonds[bond]);
        }

        if (found.Baseline is { } baseline) yield return [id, "baseline", "", "", "", "", baseline.ToString("G6", CultureInfo.InvariantCulture), unit];
        yield return [id, "prediction", "", "", "", "", found.Prediction.ToString("G6", CultureInfo.InvariantCulture), unit];
    }
}

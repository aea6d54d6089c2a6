using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using MatNotebooks.Kernel.Visuals;

namespace MatNotebooks.Kernel.Magics;

/// <summary><c>#!crystal file.cif</c>: the viewer.</summary>
internal sealed partial class CrystalMagic : IMagic
{
    private readonly Argument<string> whatArgument = new("crystal") { Description = "A file (.cif, .vasp, .xyz, POSCAR), or a variable: a crystal, a record, or an item of a list of them such as rows[3]." };
    private readonly Option<string?> supercellOption = new("--supercell") { Description = "Cells along a, b and c, such as 2x2x1. The default is one." };
    private readonly Option<string?> titleOption = new("--title") { Description = "The title. The default is formula and id." };
    private readonly Option<bool> bareOption = new("--no-bonds") { Description = "Leaves bonds out." };
    private readonly Option<bool> onlyOption = new("--no-repeats") { Description = "Does not repeat atoms on the faces of the cell." };
    private readonly Option<double?> spinOption = new("--spin") { Description = "Turns of the crystal; 0 for rest." };
    private readonly Option<bool> codeOption = TwinCode.NewOption();

    public string Name => "#!crystal";

    public string Summary => "Shows a crystal of a file or a variable in the viewer.";

    public bool TakesBody => false;

    public void Describe(Command command)
    {
        supercellOption.CompletionSources.Add("2x2x2", "2x2x1", "3x3x3");
        command.Add(whatArgument);
        command.Add(supercellOption);
        command.Add(titleOption);
        command.Add(bareOption);
        command.Add(onlyOption);
        command.Add(spinOption);
        command.Add(codeOption);
    }

    public async Task RunAsync(ParseResult arguments, string body, MagicContext context)
    {
        var what = arguments.GetRequiredValue(whatArgument);
        var (crystal, code) = await Task.Run(() => CrystalVariable.Find(Name, what, context), context.Cell.Cancellation);
        var (a, b, c) = Repeats(arguments.GetValue(supercellOption));
        var view = new CrystalView(crystal)
        {
            Supercell = (a, b, c), Title = arguments.GetValue(titleOption), Bonds = !arguments.GetValue(bareOption), RepeatOnFaces = !arguments.GetValue(onlyOption),
        };
        view = arguments.GetValue(spinOption) is { } spin ? view with { Spin = spin } : view;
        if (arguments.GetValue(codeOption))
        {
            TwinCode.Show(context, Twin(code, view));
            return;
        }
        try
        {
            context.Show(view.ToMimeBundle());
        }
        catch (ArgumentException wrong)
        {
            throw new MagicException($"#!crystal {what}: {wrong.Message}");
        }
    }

    private static string Twin(string code, CrystalView view)
    {
        var plain = new CrystalView(view.Crystal);
        string?[] options =
        [
            view.Supercell == plain.Supercell ? null : $"Supercell = {view.Supercell}",
            view.Title == plain.Title ? null : $"Title = {TwinCode.Literal(view.Title!)}",
            view.Bonds == plain.Bonds ? null : "Bonds = false",
            view.RepeatOnFaces == plain.RepeatOnFaces ? null : "RepeatOnFaces = false",
            view.Spin == plain.Spin ? null : string.Create(CultureInfo.InvariantCulture, $"Spin = {view.Spin}"),
        ];
        var given = options.OfType<string>().ToArray();
        return $"new CrystalView({code}){(given.Length == 0 ? "" : $" {{ {string.Join(", ", given)} }}")}";
    }

    private static (int A, int B, int C) Repeats(string? text)
    {
        if (text is null)
            return (1, 1, 1);
        var found = Counts().Match(text);
        return found.Success
            ? (Count(1), Count(2), Count(3))
            : throw new MagicException($"#!crystal --supercell is '{text}'; it is three whole numbers such as 2x2x1.");

        int Count(int place) => int.Parse(found.Groups[place].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^(\d{1,3})[x×,](\d{1,3})[x×,](\d{1,3})$")]
    private static partial Regex Counts();
}

using System.CommandLine;
using MatNotebooks.Kernel.Commands;
using MatNotebooks.Kernel.Commands.Designing;
using MatNotebooks.Kernel.Commands.Learning;

// One file per command in Commands/.
var root = new RootCommand("MatNotebooks: materials informatics in C# notebooks.")
{
    RunCommand.Create(),
    StripCommand.Create(),
    DiffCommand.Create(),
    ExportCommand.Create(),
    DoctorCommand.Create(),
    KernelCommand.Create(),
    DataCommand.Create(),
    TrainCommand.Create(),
    TuneCommand.Create(),
    PredictCommand.Create(),
    EvaluateCommand.Create(),
    ExplainCommand.Create(),
    DesignCommand.Create(),
    SimilarCommand.Create(),
    SimulateCommand.Create(),
    CampaignCommand.Create(),
    AboutCommand.Create(),
};
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    var wrong = string.Join(' ', parsed.Errors[0].Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)); // one line
    Console.Error.WriteLine($"matnb: {wrong} matnb --help lists what there is.");
    return ExitCode.BadInput;
}
return await parsed.InvokeAsync();

using System.CommandLine;
using System.Globalization;
using MatNotebooks.Models;
using TorchSharp;

namespace MatNotebooks.Kernel.Magics;

/// <summary><c>#!device cpu --threads 2</c>: where models are trained.</summary>
internal sealed class DeviceMagic : IMagic
{
    private readonly Argument<string?> deviceArgument = new("device")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "cpu, cuda or cuda:1. Without it, what is in use is shown.",
    };

    private readonly Option<int?> threadsOption = new("--threads") { Description = "Threads of libtorch on the processor, at least 1." };
    private readonly Option<bool> codeOption = TwinCode.NewOption();

    public string Name => "#!device";

    public string Summary => "Shows or sets where models are trained from now on, and on how many threads.";

    public bool TakesBody => false;

    public void Describe(Command command)
    {
        deviceArgument.CompletionSources.Add(_ => Devices());
        command.Add(deviceArgument);
        command.Add(threadsOption);
        command.Add(codeOption);
    }

    public Task RunAsync(ParseResult arguments, string body, MagicContext context)
    {
        var (device, threads) = (arguments.GetValue(deviceArgument), arguments.GetValue(threadsOption));
        if (threads < 1)
            throw new MagicException($"#!device --threads is {threads}; it must be at least 1.");
        if (arguments.GetValue(codeOption))
            TwinCode.Show(context, Twin(device, threads));
        else
            Use(device, threads, context);
        return Task.CompletedTask;
    }

    private static void Use(string? device, int? threads, MagicContext context)
    {
        try
        {
            if (device is not null)
                ComputeDevice.Use(device);
            if (threads is { } count)
                torch.set_num_threads(count);
            context.Show(string.Create(CultureInfo.InvariantCulture, $"{ComputeDevice.Default}, {torch.get_num_threads()} thread{(torch.get_num_threads() == 1 ? "" : "s")} of libtorch {torch.__version__}"));
        }
        catch (ArgumentException wrong)
        {
            throw new MagicException($"#!device {device}: {wrong.Message}");
        }
    }

    private static string Twin(string? device, int? threads)
    {
        string?[] lines =
        [
            device is null ? null : $"ComputeDevice.Use({TwinCode.Literal(device)});",
            threads is null ? null : string.Create(CultureInfo.InvariantCulture, $"torch.set_num_threads({threads});"),
            "ComputeDevice.Default",
        ];
        return string.Join('\n', lines.OfType<string>());
    }

    private static IEnumerable<string> Devices() =>
        torch.cuda.is_available() ? ["cpu", .. Enumerable.Range(0, torch.cuda.device_count()).Select(index => $"cuda:{index}")] : ["cpu"];
}

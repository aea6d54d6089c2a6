using System.CommandLine;
using System.Globalization;
using MatNotebooks.Provenance;

namespace MatNotebooks.Kernel.Magics;

/// <summary><c>#!seed 7</c>: one seed for every generator.</summary>
internal sealed class SeedMagic : IMagic
{
    private readonly Argument<int> seedArgument = new("seed") { Description = "Any whole number." };
    private readonly Option<bool> codeOption = TwinCode.NewOption();

    public string Name => "#!seed";

    public string Summary => "Seeds every generator: libtorch's (processor and GPUs), Seeds.NewRandom(), and #!train.";

    public bool TakesBody => false;

    public void Describe(Command command)
    {
        command.Add(seedArgument);
        command.Add(codeOption);
    }

    public Task RunAsync(ParseResult arguments, string body, MagicContext context)
    {
        var seed = arguments.GetRequiredValue(seedArgument);
        if (arguments.GetValue(codeOption))
        {
            TwinCode.Show(context, string.Create(CultureInfo.InvariantCulture, $"Seeds.Set({seed});"));
            return Task.CompletedTask;
        }
        Seeds.Set(seed);
        context.Show(string.Create(CultureInfo.InvariantCulture, $"Seed {seed}."));
        return Task.CompletedTask;
    }
}

using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace MatNotebooks.Kernel.Magics;

/// <summary><c>#!time</c>: how long the rest of the cell took.</summary>
internal sealed class TimeMagic : IMagic
{
    public string Name => "#!time";

    public string Summary => "Shows how long the rest of the cell took (its C# twin is System.Diagnostics.Stopwatch).";

    public bool TakesBody => false;

    public void Describe(Command command)
    {
    }

    public Task RunAsync(ParseResult arguments, string body, MagicContext context)
    {
        var watch = Stopwatch.StartNew();
        context.Finishing.Add(() => context.Show("Wall time: " + Words(watch.Elapsed)));
        return Task.CompletedTask;
    }

    /// <summary>A duration with three digits and the unit that suits it.</summary>
    internal static string Words(TimeSpan time) => time switch
    {
        { TotalMilliseconds: < 1000 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:G3} ms"),
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:G3} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds} s"),
    };
}

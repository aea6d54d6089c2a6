using System.Diagnostics;
using MatNotebooks.Bench.Results;

namespace MatNotebooks.Bench.Rates;

/// <summary>How many crystals a piece of work takes in a second.</summary>
/// <param name="Median">Of the timings | 1/s.</param>
/// <param name="Lowest">Of the timings | 1/s.</param>
/// <param name="Highest">Of the timings | 1/s.</param>
/// <param name="Timings">How many there were.</param>
internal sealed record Rate(double Median, double Lowest, double Highest, int Timings)
{
    /// <summary>Times the work on all crystals, a few times over; the first times, which warm up, do not count.</summary>
    public static Rate Of(int crystals, int warmUps, int repeats, Action work)
    {
        var rates = new List<double>();
        for (var turn = -warmUps; turn < repeats; turn++)
        {
            var begin = Stopwatch.GetTimestamp();
            work();
            if (turn >= 0) rates.Add(crystals / Stopwatch.GetElapsedTime(begin).TotalSeconds);
        }
        rates.Sort();
        return new(rates[rates.Count / 2], rates[0], rates[^1], repeats);
    }

    /// <summary>As a row of a table.</summary>
    public ResultRow Row(string name, int threads) =>
        new(name, "crystals_per_s", Median, "1/s") { Lower = Lowest, Upper = Highest, Seeds = Timings, Threads = threads };
}

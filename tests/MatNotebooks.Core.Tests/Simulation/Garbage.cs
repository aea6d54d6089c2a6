using FsCheck;
using FsCheck.Fluent;

namespace MatNotebooks.Core.Tests.Simulation;

/// <summary>Spoils the output of a program: cut off, bytes lost, numbers turned into stars, lines doubled, junk put in.</summary>
internal static class Garbage
{
    public static Config Seeded { get; } = Config.QuickThrowOnFailure.WithReplay(20261121, 7).WithMaxTest(200);

    /// <summary>Holds the check against 300 spoilt versions of a text, the same in every run.</summary>
    public static void In(string text, Action<string> check)
    {
        var random = new Random(20261121);
        for (var run = 0; run < 300; run++)
        {
            var spoilt = text;
            for (var blow = 0; blow <= run % 4; blow++) spoilt = Spoil(spoilt, random);
            check(spoilt);
        }
    }

    private static string Spoil(string text, Random random)
    {
        if (text.Length < 2) return text + "\0";
        var (from, to) = (random.Next(text.Length), random.Next(text.Length));
        if (from > to) (from, to) = (to, from);
        to = Math.Min(to, from + 1 + random.Next(60));
        return random.Next(6) switch
        {
            0 => text[..from],
            1 => text[..from] + text[to..],
            2 => text[..from] + new string('*', to - from) + text[to..],
            3 => text[..to] + text[from..],
            4 => text[..from] + "NaN" + text[to..],
            _ => text[..from] + new string([.. Enumerable.Range(0, to - from).Select(_ => (char)random.Next(1, 0x2000))]) + text[to..],
        };
    }
}

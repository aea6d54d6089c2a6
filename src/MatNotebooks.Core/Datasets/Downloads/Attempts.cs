using System.Globalization;

namespace MatNotebooks.Datasets.Downloads;

/// <summary>Tries again what may pass, with longer and longer waits; as long as something new comes, it goes on.</summary>
/// <param name="clock">Waits.</param>
/// <param name="say">Is told of every wait.</param>
internal sealed class Attempts(TimeProvider clock, Action<string> say)
{
    /// <summary>Runs an attempt until it succeeds.</summary>
    /// <param name="name">What is fetched.</param>
    /// <param name="attempt">Fails with a <see cref="MirrorException"/>.</param>
    /// <param name="length">How much is here: grows with every success in part.</param>
    /// <param name="cancellation">Ends a wait too.</param>
    /// <exception cref="MirrorException">It never succeeds.</exception>
    public async Task RunAsync(string name, Func<Task> attempt, Func<long> length, CancellationToken cancellation)
    {
        for (var failures = 0; ;)
        {
            var before = length();
            try
            {
                await attempt();
                return;
            }
            catch (MirrorException failed) when (failed.IsPassing)
            {
                failures = length() > before ? 1 : failures + 1;
                if (failures >= Patience.MostTries)
                    throw new MirrorException($"{failed.Message}, {failures} times in a row", failed);
                var wait = Patience.Wait(failures, failed.After, clock.GetUtcNow());
                if (wait > Patience.LongestWait)
                    throw new MirrorException(string.Create(CultureInfo.InvariantCulture, $"{failed.Message} and wants to be left alone for {wait.TotalMinutes:F0} min"), failed);
                say(string.Create(CultureInfo.InvariantCulture, $"{name}: the server {failed.Message}; trying again in {wait.TotalSeconds:0.#} s"));
                await Task.Delay(wait, clock, cancellation);
            }
        }
    }
}

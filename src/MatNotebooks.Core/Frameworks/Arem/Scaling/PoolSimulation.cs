using MatNotebooks.Frameworks.Arem.Events;

namespace MatNotebooks.Frameworks.Arem.Scaling;

/// <summary>
/// Many workers and one dispatcher, event by event: measured costs, failures, drift, bursts, and institutions that share the pool. Whoever
/// promises most discoveries a core-second is served first, but nobody with work below the floor of its part. Deterministic by seed.
/// </summary>
public sealed class PoolSimulation
{
    private const int TaskEnds = 0, WorkerReturns = 1, BurstArrives = 2;

    private readonly PoolSettings settings;
    private readonly Random random;
    private readonly double[] costs; // one draw is a place in a table
    private readonly EventQueue events = new();
    private readonly int[] idle, owner;
    private readonly double[] began;
    private readonly long[] waiting, asked, served, given;
    private readonly double[] found;
    private readonly double parts;
    private int idleCount;
    private double now, dispatcherFree, used;
    private long handled, failed;

    private PoolSimulation(PoolSettings settings, int seed)
    {
        if (settings.Workers < 1) throw new ArgumentException($"The pool has {settings.Workers} workers; it needs at least 1.");
        if (!(settings.Duration > 0 && double.IsFinite(settings.Duration))) throw new ArgumentException($"The duration is {settings.Duration} s; it must be finite and greater than 0.");
        (this.settings, random) = (settings, new(seed));
        costs = [.. Enumerable.Range(0, 4096).Select(place => settings.Costs.At((place + 0.5) / 4096))];
        (idle, owner, began) = (new int[settings.Workers], new int[settings.Workers], new double[settings.Workers]);
        var count = Math.Max(1, settings.Institutions.Length);
        (waiting, asked, served, given, found) = (new long[count], new long[count], new long[count], new long[count], new double[count]);
        parts = settings.Institutions.Sum(one => one.Part);
    }

    /// <summary>Runs it.</summary>
    /// <param name="settings">The pool.</param>
    /// <param name="seed">Seed of costs, failures and bursts.</param>
    /// <exception cref="ArgumentException">No worker, or no time.</exception>
    public static PoolOutcome Run(PoolSettings settings, int seed) => new PoolSimulation(settings, seed).Run();

    private PoolOutcome Run()
    {
        for (var worker = settings.Workers - 1; worker >= 0; worker--) idle[idleCount++] = worker;
        if (settings.Institutions.IsEmpty) waiting[0] = long.MaxValue;
        for (var one = 0; one < settings.Institutions.Length; one++) events.Put(Burst(one), BurstArrives, one);
        Serve();
        while (events.NextTime <= settings.Duration)
        {
            var item = events.Take();
            now = item.Time;
            handled++;
            Handle(item);
            Serve();
        }
        now = settings.Duration;
        while (events.Count > 0)
            if (events.Take() is { Kind: TaskEnds } item) used += Math.Max(0, now - began[item.Subject]);
        return new(handled, served.Sum(), failed, served.Sum() / now, used / (now * settings.Workers), found.Sum())
        {
            Institutions = [.. settings.Institutions.Select((one, place) => (one.Name, one.Part, asked[place], served[place], found[place]))],
        };
    }

    private void Handle(in TimedEvent item)
    {
        if (item.Kind == BurstArrives)
        {
            var burst = settings.Institutions[item.Subject];
            waiting[item.Subject] += burst.BurstSize;
            asked[item.Subject] += burst.BurstSize;
            events.Put(now + Burst(item.Subject), BurstArrives, item.Subject);
            return;
        }
        if (item.Kind == TaskEnds) EndTask(item.Subject);
        else idle[idleCount++] = item.Subject;
    }

    private void EndTask(int worker)
    {
        used += now - began[worker];
        var one = owner[worker];
        if (random.NextDouble() < settings.Failures)
        {
            failed++;
            given[one]--;
            if (waiting[one] != long.MaxValue) waiting[one]++;
            events.Put(now + (settings.Repair * settings.Costs.Mean), WorkerReturns, worker);
            return;
        }
        if (!settings.Institutions.IsEmpty) found[one] += Promise(one, served[one]); // the expected number: chance would only blur the comparison
        served[one]++;
        idle[idleCount++] = worker;
    }

    private void Serve()
    {
        while (idleCount > 0 && Next() is >= 0 and var one)
        {
            var worker = idle[--idleCount];
            if (waiting[one] != long.MaxValue) waiting[one]--;
            given[one]++;
            dispatcherFree = Math.Max(now, dispatcherFree) + settings.Dispatch;
            (owner[worker], began[worker]) = (one, dispatcherFree);
            var drift = 1 + ((settings.Drift - 1) * now / settings.Duration);
            events.Put(dispatcherFree + (costs[random.Next(costs.Length)] * drift), TaskEnds, worker);
        }
    }

    // Whoever is below the floor comes first, then whoever promises most.
    private int Next()
    {
        if (settings.Institutions.IsEmpty) return 0;
        var (total, best, bestPromise) = (given.Sum(), -1, double.NegativeInfinity);
        for (var one = 0; one < waiting.Length; one++)
        {
            if (waiting[one] == 0) continue;
            var isBelow = given[one] < settings.Floor * total * settings.Institutions[one].Part / parts;
            var promise = Promise(one, given[one]) + (isBelow ? 2 : 0);
            if (promise > bestPromise) (best, bestPromise) = (one, promise);
        }
        return best;
    }

    private double Promise(int one, long done) => settings.Institutions[one].HitRate / (1 + (done / settings.Institutions[one].HalfLife));

    private double Burst(int one) => -Math.Log(1 - random.NextDouble()) * settings.Institutions[one].BurstInterval;
}

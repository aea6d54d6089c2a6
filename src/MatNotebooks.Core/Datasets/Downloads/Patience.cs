using System.Net;
using System.Net.Http.Headers;

namespace MatNotebooks.Datasets.Downloads;

/// <summary>How often a server that stumbles is asked again, and how long to wait before.</summary>
internal static class Patience
{
    /// <summary>Tries without anything new before a server is given up.</summary>
    public const int MostTries = 5;

    /// <summary>A server that asks to wait longer is given up.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LongestOwnWait = TimeSpan.FromMinutes(1);

    /// <summary>Whether the same request may succeed later.</summary>
    public static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)status >= 500;

    /// <summary>1, 2, 4, ... seconds; what the server asks for where it does.</summary>
    /// <param name="failures">How many tries have failed, from 1.</param>
    /// <param name="asked">The server's Retry-After.</param>
    /// <param name="now">The time.</param>
    public static TimeSpan Wait(int failures, RetryConditionHeaderValue? asked, DateTimeOffset now)
    {
        var wait = asked?.Delta ?? (asked?.Date - now) ?? TimeSpan.FromSeconds(Math.Min(LongestOwnWait.TotalSeconds, Math.Pow(2, failures - 1)));
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}

using System.Net.Http.Headers;

namespace MatNotebooks.Datasets.Downloads;

/// <summary>One server does not give what is wanted; another may.</summary>
internal sealed class MirrorException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Whether the same server may give it later.</summary>
    public bool IsPassing { get; init; }

    /// <summary>When it wants to be asked again.</summary>
    public RetryConditionHeaderValue? After { get; init; }
}

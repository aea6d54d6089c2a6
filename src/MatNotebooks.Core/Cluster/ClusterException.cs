namespace MatNotebooks.Cluster;

/// <summary>A cluster takes no work, or does not answer; the message says why and what mends it.</summary>
public sealed class ClusterException(string message, Exception? cause = null) : Exception(message, cause);

using System.Diagnostics;
using MatNotebooks.Provenance;

namespace MatNotebooks.Kernel.Session;

/// <summary>What a session knows of itself beside its variables.</summary>
internal sealed class SessionNotes
{
    private readonly Stopwatch watch = Stopwatch.StartNew();

    /// <summary>Wall time since the session began.</summary>
    public TimeSpan Elapsed => watch.Elapsed;

    /// <summary>The parameters the notebook runs with, by name as text.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; set; } = new Dictionary<string, string>();

    /// <summary>What was taken down last; null where nobody asked.</summary>
    public RunRecord? Record { get; set; }
}

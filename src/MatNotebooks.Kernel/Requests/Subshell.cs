using MatNotebooks.Kernel.Session;

namespace MatNotebooks.Kernel.Requests;

/// <summary>A shell beside the main one.</summary>
/// <param name="Lane">Serves its requests in their order.</param>
/// <param name="Thread">Runs its cells; started by the first of them.</param>
internal sealed record Subshell(ShellLane Lane, Lazy<CellThread> Thread);

using System.Collections.Immutable;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>What is known of one site.</summary>
/// <param name="Title">In one line, shown under the pointer.</param>
/// <param name="Lines">In several, shown after a click.</param>
internal sealed record SiteNote(string Title, ImmutableArray<string> Lines);

using System.Runtime.InteropServices;

namespace MatNotebooks.Training;

/// <summary>Tells errors of memory that ran out from others.</summary>
internal static class MemoryShortage
{
    // libtorch's own words: of a GPU, of the processor.
    private static readonly string[] Words = ["out of memory", "can't allocate memory", "not enough memory"];

    public static bool Is(Exception wrong) =>
        wrong is OutOfMemoryException || (wrong is ExternalException && Array.Exists(Words, word => wrong.Message.Contains(word, StringComparison.OrdinalIgnoreCase)));
}

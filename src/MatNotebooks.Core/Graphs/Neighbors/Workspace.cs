namespace MatNotebooks.Graphs.Neighbors;

/// <summary>Buffers that one thread keeps from crystal to crystal, so that a search allocates nothing once they are large enough.</summary>
internal static class Workspace
{
    /// <summary>Makes room for at least <paramref name="count"/> items; what the buffer holds is kept.</summary>
    public static void Grow<T>(ref T[] buffer, int count)
    {
        if (buffer.Length < count) Array.Resize(ref buffer, Math.Max(count, buffer.Length * 2));
    }
}

using System.Globalization;

namespace MatNotebooks.Kernel.Display;

/// <summary>
/// The cell whose code is running here. It flows with the execution context, so that output written late by a task
/// lands in the cell that started the task, not in the one that happens to run then.
/// </summary>
internal sealed class RunningCell(IDisplayChannel channel, int executionCount, CancellationToken cancellation)
{
    private static readonly AsyncLocal<RunningCell?> Flowing = new();
    private int displays;

    /// <summary>The cell this code belongs to; null outside cells.</summary>
    public static RunningCell? Current => Flowing.Value;

    public IDisplayChannel Channel => channel;

    /// <summary>Names that figures of this notebook tell apart, such as groups; the same for all of its cells.</summary>
    public NameNumbers Names { get; init; } = new();

    /// <summary>The number in <c>Cell In[n]</c>.</summary>
    public int ExecutionCount => executionCount;

    public CancellationToken Cancellation => cancellation;

    /// <summary>A display id that is the same in every run of the same notebook.</summary>
    public string NextDisplayId() =>
        string.Create(CultureInfo.InvariantCulture, $"cell-{executionCount}-display-{Interlocked.Increment(ref displays)}");

    /// <summary>Makes this the current cell until the result is disposed.</summary>
    public Scope Enter()
    {
        var before = Flowing.Value;
        Flowing.Value = this;
        return new Scope(before);
    }

    internal readonly struct Scope(RunningCell? before) : IDisposable
    {
        public void Dispose() => Flowing.Value = before;
    }
}

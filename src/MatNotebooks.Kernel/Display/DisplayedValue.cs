using MatNotebooks.Kernel.Display;

// The name notebook authors know from .NET Interactive, whose own assembly is on no feed.
namespace Microsoft.DotNet.Interactive;

/// <summary>Something on display in a notebook, which can be replaced in place.</summary>
public sealed class DisplayedValue
{
    private readonly IDisplayChannel channel;

    internal DisplayedValue(string displayId, IDisplayChannel channel)
    {
        DisplayId = displayId;
        this.channel = channel;
    }

    /// <summary>The id by which the notebook knows what was displayed; the same in every run.</summary>
    public string DisplayId { get; }

    /// <summary>Shows another value where this one stands; may be called from any thread and after the cell has ended.</summary>
    /// <param name="value">What to show instead, formatted as <c>display</c> would.</param>
    public void Update(object? value)
    {
        // A program that executes notebooks listens to the running cell alone.
        var here = RunningCell.Current?.Channel ?? channel;
        here.Send(new DisplayMessage.Update(ValueFormatter.ToBundle(value), DisplayId));
    }
}

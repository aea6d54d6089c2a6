using System.Globalization;
using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Visuals.Charts;

/// <summary>Colours for numbers: stops evenly spread from the lowest value to the highest, blended between.</summary>
internal sealed record ColorScale(IReadOnlyList<string> Stops)
{
    /// <summary>From dark blue over green to yellow, evenly brighter, safe for any colour vision (viridis of matplotlib, CC0).</summary>
    internal static readonly ColorScale Viridis = new(
        ["#440154", "#482878", "#3e4a89", "#31688e", "#26828e", "#1f9e89", "#35b779", "#6dcd59", "#b4de2c", "#fde725"]);

    /// <summary>From near white to dark blue, for counts and shares.</summary>
    internal static readonly ColorScale Blues = new(["#f4f8fc", "#d6e6f4", "#abcfe6", "#6aaed6", "#3787c0", "#105ba4", "#08306b"]);

    /// <summary>From blue over near white to vermilion, for values round a centre.</summary>
    internal static readonly ColorScale Diverging =
        new(["#0b4f8a", "#3f8fc5", "#9ccbe5", "#f5f5f2", "#f6b48f", "#df7038", "#9c3a00"]);

    /// <summary>From pale grey over orange to dark red, for weights: what is weak steps back.</summary>
    internal static readonly ColorScale Embers = new(["#dfe3e8", "#f3d3b8", "#efa06a", "#d55e00", "#8f2f00"]);

    /// <summary>The colour at a share of the way, in [0, 1]; beyond, the end.</summary>
    internal string At(double share)
    {
        var place = Math.Clamp(double.IsFinite(share) ? share : 0, 0, 1) * (Stops.Count - 1);
        var index = Math.Min((int)place, Stops.Count - 2);
        return Blend(Stops[index], Stops[index + 1], place - index);
    }

    /// <summary>The colour of a value in a range.</summary>
    internal string Of(double value, Interval range) => At(range.Length > 0 ? (value - range.Low) / range.Length : 0.5);

    internal JsonArray ToJson() => new([.. Stops.Select((stop, index) =>
        (JsonNode)new JsonArray(Math.Round(index / (Stops.Count - 1.0), 6), stop))]);

    /// <summary>Black or white, whichever reads better on the colour.</summary>
    internal static string InkOn(string color)
    {
        var (red, green, blue) = Parts(color);
        return ((0.299 * red) + (0.587 * green) + (0.114 * blue)) > 150 ? Theme.Ink : "#ffffff";
    }

    internal static string Blend(string from, string to, double share)
    {
        var (first, second) = (Parts(from), Parts(to));
        int Mix(int low, int high) => (int)Math.Round(low + ((high - low) * share));
        return $"#{Mix(first.Red, second.Red):x2}{Mix(first.Green, second.Green):x2}{Mix(first.Blue, second.Blue):x2}";
    }

    private static (int Red, int Green, int Blue) Parts(string color) => (Part(color, 1), Part(color, 3), Part(color, 5));

    private static int Part(string color, int at) => int.Parse(color.AsSpan(at, 2), NumberStyles.HexNumber);
}

// Small types with the names and members of the libraries that users bring: what is displayed is found by those alone.
#pragma warning disable IDE1006 // their names, not ours
#pragma warning disable CA1050

namespace Plotly.NET
{
    /// <summary>Version 5: a type, its cases below it, and a module of functions beside it.</summary>
    public abstract class GenericChart
    {
        public sealed class Chart : GenericChart;
    }

    public static class GenericChartModule
    {
        public static string toChartHTML(GenericChart chart) => "<div id=\"c\"></div><script>var data = [{\"type\":\"scatter\",\"x\":[1.5]}];\nvar layout = {\"title\":{\"text\":\"Gap; of } oxides\"}};\nvar config = {};\nPlotly.newPlot('c', data, layout, config);</script>";
    }
}

namespace XPlot.Plotly
{
    public class PlotlyChart
    {
        public string Id => "x-1";

        public int Width => 700;

        public int Height => 400;

        public string GetInlineJS() => "<script>\nvar data = [{\"type\":\"bar\"},{\"type\":\"bar\"}];\nvar layout = \"\";\nPlotly.newPlot('x-1', data, layout);\n</script>";
    }
}

namespace Deedle.Internal
{
    public interface IFsiFormattable
    {
        string Format();
    }

    public interface IFrameFormattable
    {
        string[][] InteractiveFormat(int nRows, int nCols, bool showColumnTypes);

        int GetColLevels();

        int GetRowLevels();

        Tuple<int, int> GetDimensions();

        int GetMissingValueCount();
    }

    public interface ISeriesFormattable
    {
        string[][] InteractiveFormat(int count);

        int GetValueCount();

        int GetKeyCount();

        int GetKeyLevels();
    }
}

namespace Deedle
{
    using Deedle.Internal;

    public sealed class Frame<TRow, TColumn> : IFsiFormattable, IFrameFormattable
    {
        string IFsiFormattable.Format() => "     gap\n0 -> 1.5";

        string[][] IFrameFormattable.InteractiveFormat(int nRows, int nCols, bool showColumnTypes) => [["", "", "gap"], ["", "", "(float)"], ["0", "->", "<1.5"]];

        int IFrameFormattable.GetColLevels() => 1;

        int IFrameFormattable.GetRowLevels() => 1;

        Tuple<int, int> IFrameFormattable.GetDimensions() => new(1, 1);

        int IFrameFormattable.GetMissingValueCount() => 2;
    }

    public sealed class Series<TKey, TValue> : IFsiFormattable, ISeriesFormattable
    {
        string IFsiFormattable.Format() => "a -> 1";

        string[][] ISeriesFormattable.InteractiveFormat(int count) => [["a", "->", "1"]];

        int ISeriesFormattable.GetValueCount() => 1;

        int ISeriesFormattable.GetKeyCount() => 1;

        int ISeriesFormattable.GetKeyLevels() => 1;
    }
}

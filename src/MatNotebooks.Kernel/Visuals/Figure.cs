using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Visuals.Assets;
using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Plotly;
using MatNotebooks.Kernel.Visuals.Charts.Svg;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>
/// A chart. It shows as a plotly figure where there is plotly.js, as a static picture elsewhere, and as words with its numbers where
/// there are no pictures. Figures do not change: <c>figure with { Title = "..." }</c> makes another.
/// </summary>
public abstract record Figure : IRichDisplay
{
    private protected Figure()
    {
    }

    /// <summary>Title above the figure; null, the default, for none or the figure's own.</summary>
    public string? Title { get; init; }

    /// <summary>Width | CSS pixels. The default is 720, the text width of a notebook.</summary>
    public int Width { get; init; } = 720;

    /// <summary>Height | CSS pixels.</summary>
    public int Height { get; init; } = 440;

    /// <inheritdoc/>
    public MimeBundle ToMimeBundle()
    {
        var layout = ChartLayout.Of(Sized(Draw()));
        var (words, plotly) = (Words(), PlotlyChart.Of(layout));
        return new Fragment(PageLibrary.Plotly, plotly, SvgChart.Of(layout, words), words, Width, Height)
            .Bundle()
            .With("application/vnd.plotly.v1+json", plotly.DeepClone());
    }

    /// <summary>The static picture and the words alone: for what is soon replaced.</summary>
    internal MimeBundle ToLightBundle()
    {
        var words = Words();
        return MimeBundle.OfText(words).With("image/svg+xml", SvgChart.Of(ChartLayout.Of(Sized(Draw())), words));
    }

    /// <summary>What is drawn.</summary>
    internal abstract Chart Draw();

    /// <summary>What it shows, numbers included, for readers without pictures.</summary>
    internal abstract string Words();

    private Chart Sized(Chart chart) => chart with { Title = Title ?? chart.Title, Width = Width, Height = Height };
}

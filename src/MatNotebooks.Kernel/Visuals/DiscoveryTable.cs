using System.Globalization;
using MatNotebooks.Frameworks.Arem.Running;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>How a discovery campaign stands: who has the cores, how far its budget is spent, what was found, what happened last.</summary>
/// <param name="Title">What the campaign is called.</param>
/// <param name="Moment">How it stands.</param>
public sealed record DiscoveryTable(string Title, CampaignMoment Moment) : IRichDisplay
{
    private static readonly (string Name, string Color)[] Layers = [("representation", "#0072b2"), ("inference", "#e69f00"), ("steering", "#009e73")];

    /// <summary>What happened last, the latest last. The default is nothing.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <inheritdoc/>
    public MimeBundle ToMimeBundle() => MimeBundle.OfText(Words()).With("text/html", Html());

    private string Figures() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Moment.Models:N0} models · {100 * Moment.Utilisation:F1} % of {Moment.Held / 3600:0.###} core-hours used · {Moment.DecisionMicroseconds:F1} µs a decision · {Moment.Time:N0} s");

    private string Words()
    {
        var filled = Moment.Budget == 0 ? 0 : (int)(24L * Math.Min(Moment.Simulations, Moment.Budget) / Moment.Budget);
        return string.Join('\n', [
            Text($"{Title}: {Moment.Hits:N0} hits in {Moment.Simulations:N0} of {Moment.Budget:N0} simulations, {Moment.Failures:N0} failed"),
            $"[{new string('█', filled)}{new string('░', 24 - filled)}] {Figures()}",
            Text($"cores: {string.Join(", ", Layers.Select((layer, place) => Text($"{layer.Name} {Moment.Shares[place]:0.00}")))} of {Moment.Cores}"),
            .. Notes,
        ]);
    }

    private string Html()
    {
        const string bar = "display:flex;height:.7em;border-radius:.35em;overflow:hidden;margin:.4em 0;background:rgba(128,140,150,.28)";
        var all = Math.Max(Moment.Shares.Sum(), 1e-9);
        var shares = string.Concat(Layers.Select((layer, place) => Text($"<span title=\"{layer.Name}\" style=\"display:block;height:100%;width:{100 * Moment.Shares[place] / all:0.##}%;background:{layer.Color}\"></span>")));
        var legend = string.Concat(Layers.Select((layer, place) => Text(
            $"<span style=\"white-space:nowrap\"><span style=\"display:inline-block;width:.7em;height:.7em;border-radius:.15em;margin-right:.35em;background:{layer.Color}\"></span>{layer.Name} <b>{Moment.Shares[place]:0.00}</b></span>")));
        var spent = Text($"<span style=\"display:block;height:100%;width:{100.0 * Math.Min(Moment.Simulations, Moment.Budget) / Math.Max(1, Moment.Budget):0.##}%;background:{ProgressHtml.Done}\"></span>");
        var notes = Notes.Count == 0 ? "" : $"<div style=\"margin-top:.4em;font-size:12px;opacity:.8\">{string.Join("<br>", Notes.Select(HtmlText.Encode))}</div>";
        return $"""
            <div class="matnb-discovery" style="font:13px system-ui,sans-serif;max-width:720px;margin:4px 0"><div style="display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1em"><span style="font-weight:600">{HtmlText.Encode(Title)}</span><span style="font-variant-numeric:tabular-nums">{HtmlText.Encode(Figures())}</span></div>
            <div role="img" aria-label="{Text($"{Moment.Simulations} of {Moment.Budget} simulations")}" style="{bar}">{spent}</div><div style="font-variant-numeric:tabular-nums"><b>{Text($"{Moment.Hits:N0}")}</b> hits in {Text($"{Moment.Simulations:N0} of {Moment.Budget:N0}")} simulations, {Text($"{Moment.Failures:N0}")} failed</div>
            <div role="img" aria-label="shares of the cores" style="{bar}">{shares}</div><div style="display:flex;flex-wrap:wrap;gap:.2em 1.4em;font-variant-numeric:tabular-nums">{legend}<span>of {Text($"{Moment.Cores:N0}")} cores</span></div>{notes}</div>
            """;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

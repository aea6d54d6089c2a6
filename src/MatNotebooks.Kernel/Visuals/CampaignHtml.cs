using System.Globalization;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Simulation.Campaigns;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>How a campaign looks on a page, light or dark: a bar of its states, their counts, its figures, the last failures.</summary>
internal static class CampaignHtml
{
    private const string Empty = "rgba(128,140,150,.28)"; // planned: the ground of the bar

    /// <param name="table">The campaign.</param>
    /// <param name="figures">Rate, time left and cost in words.</param>
    public static string Of(CampaignTable table, string figures)
    {
        (string Name, int Count, string Color)[] states =
        [
            ("done", table.Status.Done, ProgressHtml.Done), ("running", table.Status.Running, ProgressHtml.Running),
            ("failed", table.Status.Failed, ProgressHtml.Stopped), ("planned", table.Status.Planned, Empty),
        ];
        var parts = states.Where(state => state.Count > 0 && state.Name != "planned").Select(state => Text(
            $"<span title=\"{state.Count:N0} {state.Name}\" style=\"display:block;height:100%;flex:none;width:{100.0 * state.Count / table.Status.Total:0.###}%;background:{state.Color}\"></span>"));
        var counts = states.Select(state => Text(
            $"<span style=\"white-space:nowrap\"><span style=\"display:inline-block;width:.7em;height:.7em;border-radius:.15em;margin-right:.35em;background:{state.Color}\"></span><b>{state.Count:N0}</b> {state.Name}</span>"));
        return $"""
            <div class="matnb-campaign" style="font:13px system-ui,sans-serif;max-width:720px;margin:4px 0"><div style="display:flex;justify-content:space-between;gap:1em"><span style="font-weight:600">{HtmlText.Encode(table.Title)}</span><span style="font-variant-numeric:tabular-nums">{HtmlText.Encode(figures)}</span></div>
            <div role="img" aria-label="{Text($"{table.Status}")}" style="display:flex;height:.7em;border-radius:.35em;overflow:hidden;margin:.4em 0;background:{Empty}">{string.Concat(parts)}</div>
            <div style="display:flex;flex-wrap:wrap;gap:.2em 1.4em;font-variant-numeric:tabular-nums">{string.Concat(counts)}</div>{Failures(table)}</div>
            """;
    }

    private static string Failures(CampaignTable table)
    {
        if (table.Failures.Count == 0) return "";
        const string cell = "text-align:left;vertical-align:top;padding:.15em .8em .15em 0;white-space:normal";
        var rows = table.Failures.Select(failed => Text(
            $"<tr><td style=\"{cell};white-space:nowrap\">{HtmlText.Encode(failed.Name)}</td><td style=\"{cell}\">{failed.Attempts}</td><td style=\"{cell};white-space:nowrap\">{failed.Failure?.Kind}</td><td style=\"{cell}\">{HtmlText.Encode(Reason(failed))}</td></tr>"));
        var more = table.Status.Failed > table.Failures.Count ? Text($" of {table.Status.Failed:N0}") : "";
        return $"""
            <table style="margin:.5em 0 0;border-collapse:collapse;font-size:12px"><caption style="text-align:left;font-weight:600;padding:0">last failures{more}</caption><thead><tr>{string.Concat(new[] { "task", "attempts", "kind", "reason" }.Select(head => $"<th style=\"{cell};font-weight:500;opacity:.75\">{head}</th>"))}</tr></thead><tbody>{string.Concat(rows)}</tbody></table>
            """;
    }

    private static string Reason(LedgerEntry failed) => failed.Failure?.Message is { Length: > 200 } message ? message[..200] + "…" : failed.Failure?.Message ?? "";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Visuals.Charts;

/// <summary>How every chart looks: one type, one set of colours, dark ink on a white card that also stands on dark pages.</summary>
internal static class Theme
{
    internal const string FontFamily = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";
    internal const string Paper = "#ffffff";
    internal const string Ink = "#1f2933";
    internal const string Muted = "#5f6b7a";
    internal const string Line = "#9aa5b1";
    internal const string Grid = "#e6eaee";
    internal const string Reference = "#7b8794";
    internal const string Missing = "#eceff2";

    internal const double TitleSize = 16;
    internal const double LabelSize = 13;
    internal const double TickSize = 12;

    internal static JsonObject Font(double size, string color = Ink) =>
        new() { ["family"] = FontFamily, ["size"] = size, ["color"] = color };
}

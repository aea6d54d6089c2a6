namespace MatNotebooks.Kernel.Visuals.Assets;

/// <summary>The JavaScript libraries that figures come alive with.</summary>
[Flags]
internal enum PageLibrary
{
    /// <summary>None: the output carries no figure.</summary>
    None = 0,

    /// <summary>plotly.js, for every chart.</summary>
    Plotly = 1,

    /// <summary>3Dmol.js, for crystals.</summary>
    Viewer = 2,

    /// <summary>What joins the two, for a map of points beside the structure of one.</summary>
    Map = 4,

    /// <summary>mermaid, for diagrams.</summary>
    Mermaid = 8,

    /// <summary>None but our own script, for tables.</summary>
    Table = 16,
}

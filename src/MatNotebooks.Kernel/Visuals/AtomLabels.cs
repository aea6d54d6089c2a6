namespace MatNotebooks.Kernel.Visuals;

/// <summary>What is written on the atoms of a view.</summary>
public enum AtomLabels
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The element's symbol, such as "Ti".</summary>
    Element,

    /// <summary>Symbol and index of the site, such as "Ti1"; counted from 0, as in code.</summary>
    Site,

    /// <summary>The value that colours the atom, to three digits.</summary>
    Value,
}

namespace MatNotebooks.Kernel.Magics;

/// <summary>What a magic is for, in the order in which <c>#!lsmagic</c> lists them.</summary>
internal enum MagicGroup
{
    /// <summary>Materials: data, models, crystals.</summary>
    Science,

    /// <summary>Texts and code in other languages.</summary>
    Languages,

    /// <summary>Variables.</summary>
    Variables,

    /// <summary>The notebook and what it runs on.</summary>
    Notebook,
}

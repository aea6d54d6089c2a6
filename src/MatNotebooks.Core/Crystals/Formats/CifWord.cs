namespace MatNotebooks.Crystals.Formats;

/// <summary>What a word of a CIF is.</summary>
internal enum CifWord
{
    Block,
    Loop,
    Tag,
    Value,
    End,
}

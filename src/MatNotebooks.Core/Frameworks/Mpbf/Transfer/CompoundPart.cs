namespace MatNotebooks.Frameworks.Mpbf.Transfer;

/// <summary>What a compound serves for.</summary>
public enum CompoundPart
{
    /// <summary>Its values are pretrained on.</summary>
    Pretraining,

    /// <summary>Its values may be fine-tuned on.</summary>
    Labels,

    /// <summary>Its values are only compared with predictions.</summary>
    Judging,
}

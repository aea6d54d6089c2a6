namespace MatNotebooks.Uncertainty;

/// <summary>Where the standard deviation of a prediction comes from, before intervals are calibrated.</summary>
public enum UncertaintySource
{
    /// <summary>How far networks from different seeds differ: the most dependable, and as many times the training.</summary>
    Ensemble,

    /// <summary>How far one network's answers differ while values are dropped at random: no more training, twenty times the prediction.</summary>
    Dropout,

    /// <summary>What the network says of itself (<see cref="Models.EvidentialModel"/>): one training, one prediction.</summary>
    Evidential,
}

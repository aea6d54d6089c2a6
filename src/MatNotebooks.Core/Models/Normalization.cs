namespace MatNotebooks.Models;

/// <summary>How the values of an atom are kept on one scale between layers.</summary>
public enum Normalization
{
    /// <summary>Not at all: energies stay smooth functions of the distances during training too.</summary>
    None,

    /// <summary>Over the atoms of a batch (batch norm), the paper's choice.</summary>
    Batch,

    /// <summary>Over the values of each atom (layer norm).</summary>
    Layer,
}

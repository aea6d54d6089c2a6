namespace MatNotebooks.Kernel.Visuals;

/// <summary>From where a crystal is seen.</summary>
public enum ViewDirection
{
    /// <summary>From above at a slant, lattice vector c upwards, a towards the reader.</summary>
    Slanted,

    /// <summary>Along lattice vector a, c upwards.</summary>
    AlongA,

    /// <summary>Along lattice vector b, c upwards.</summary>
    AlongB,

    /// <summary>Along lattice vector c, b upwards.</summary>
    AlongC,
}

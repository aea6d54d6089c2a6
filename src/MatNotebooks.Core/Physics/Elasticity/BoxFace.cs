namespace MatNotebooks.Physics.Elasticity;

/// <summary>A face of a box.</summary>
public enum BoxFace
{
    /// <summary>Where x is 0.</summary>
    XMin,

    /// <summary>Where x is greatest.</summary>
    XMax,

    /// <summary>Where y is 0.</summary>
    YMin,

    /// <summary>Where y is greatest.</summary>
    YMax,

    /// <summary>Where z is 0.</summary>
    ZMin,

    /// <summary>Where z is greatest.</summary>
    ZMax,
}

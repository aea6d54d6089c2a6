namespace MatNotebooks.Physics.Elasticity;

/// <summary>A component of a stress or a strain, in Voigt's order.</summary>
public enum VoigtComponent
{
    /// <summary>Along x.</summary>
    XX,

    /// <summary>Along y.</summary>
    YY,

    /// <summary>Along z.</summary>
    ZZ,

    /// <summary>Shear of y and z.</summary>
    YZ,

    /// <summary>Shear of x and z.</summary>
    XZ,

    /// <summary>Shear of x and y.</summary>
    XY,
}

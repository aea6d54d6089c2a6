namespace MatNotebooks.Frameworks.PgGos.Tokens;

/// <summary>What the next token of a crystal says. Numbers take two: the bin, and the place inside it, whose slot is the bin's plus <see cref="Place"/>.</summary>
internal enum TokenSlot
{
    /// <summary>The space group.</summary>
    Group,

    /// <summary>The symmetry of the next site, or that there is none left.</summary>
    Site,

    /// <summary>The element on the site.</summary>
    Element,

    /// <summary>Logarithm of the volume per atom.</summary>
    Volume,

    /// <summary>Logarithm of the cell's extent along y over that along x.</summary>
    Width,

    /// <summary>Logarithm of the cell's extent along z over that along x.</summary>
    Height,

    /// <summary>How far b leans along a, in lengths of a.</summary>
    LeanOfB,

    /// <summary>How far c leans along a, in lengths of a.</summary>
    LeanOfC,

    /// <summary>How far c leans along y, in extents along y.</summary>
    TiltOfC,

    /// <summary>A free coordinate of a site.</summary>
    Coordinate,

    /// <summary>What is added to the slot of a bin for that of the place inside.</summary>
    Place,

    /// <summary>How many slots there are.</summary>
    Count = Coordinate + Place + 1,
}

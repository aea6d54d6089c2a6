namespace MatNotebooks.Frameworks.PgGos.Tokens;

/// <summary>A number as two tokens: a coarse bin and the place inside it.</summary>
/// <param name="Low">Value of the lowest level.</param>
/// <param name="High">Value of the highest level; of a coordinate that of the lowest again.</param>
/// <param name="Periodic">Whether the highest level is the lowest again, as for fractional coordinates.</param>
internal readonly record struct LevelScale(double Low, double High, bool Periodic = false)
{
    /// <summary>Coarse bins. Thirty with 32 levels each: 0, 1/2, 1/3, 1/4, 1/6 and 1/8 of a cell are levels exactly.</summary>
    public const int Bins = 30;

    /// <summary>Levels inside a bin.</summary>
    public const int LevelsPerBin = 32;

    private const int Levels = Bins * LevelsPerBin;

    /// <summary>A fractional coordinate.</summary>
    public static LevelScale Coordinate { get; } = new(0, 1, Periodic: true);

    /// <summary>Distance between two levels; what is written and read again moves by at most half of it.</summary>
    public double Step => (High - Low) / (Periodic ? Levels : Levels - 1);

    /// <summary>The nearest level as bin and place; null where the value is off the scale.</summary>
    public (int Bin, int Place)? Write(double value)
    {
        var level = Math.Round((value - Low) / Step);
        if (Periodic) level -= Levels * Math.Floor(level / Levels);
        return level is >= 0 and < Levels ? ((int)level / LevelsPerBin, (int)level % LevelsPerBin) : null;
    }

    /// <summary>The value of a level.</summary>
    public double Read(int bin, int place) => Low + (((bin * LevelsPerBin) + place) * Step);
}

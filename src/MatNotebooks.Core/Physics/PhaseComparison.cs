using MatNotebooks.Crystals;

namespace MatNotebooks.Physics;

/// <summary>Which of two structures of a compound has the lower energy, each at its own best volume.</summary>
/// <param name="Rocksalt">Curve of the rocksalt structure, per formula unit.</param>
/// <param name="Zincblende">Curve of the zincblende structure, per formula unit.</param>
public sealed record PhaseComparison(BirchMurnaghan Rocksalt, BirchMurnaghan Zincblende)
{
    /// <summary>Energy of rocksalt less that of zincblende | eV per formula unit; negative when rocksalt is the stable one.</summary>
    public double EnergyDifference => Rocksalt.Energy - Zincblende.Energy;

    /// <summary>The structure of lower energy.</summary>
    public Prototype Stable => EnergyDifference < 0 ? Prototype.Rocksalt : Prototype.Zincblende;

    /// <summary>How much smaller rocksalt is, (V zincblende − V rocksalt) / V zincblende | no unit.</summary>
    public double VolumeDrop => (Zincblende.Volume - Rocksalt.Volume) / Zincblende.Volume;
}

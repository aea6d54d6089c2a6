using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;

namespace MatNotebooks.Physics;

/// <summary>A phase that competes in a phase diagram.</summary>
/// <param name="Id">What it is called, such as "mp-149".</param>
/// <param name="Composition">Its composition; only ratios count.</param>
/// <param name="Energy">Its energy, all of a diagram by one method | eV per atom.</param>
public sealed record Phase(string Id, Composition Composition, double Energy)
{
    /// <summary>A phase of a crystal, called by the crystal's id, or by its formula where it has none.</summary>
    /// <param name="crystal">The crystal.</param>
    /// <param name="energy">Its energy | eV per atom.</param>
    public static Phase Of(Crystal crystal, double energy)
    {
        ArgumentNullException.ThrowIfNull(crystal);
        return new(crystal.Id ?? crystal.Composition.ReducedFormula, crystal.Composition, energy);
    }

    /// <summary>Reduced formula.</summary>
    public string Formula => Composition.ReducedFormula;

    /// <summary>Formula, id and energy.</summary>
    public override string ToString() => $"{Formula}{(Id == Formula ? "" : $" ({Id})")}, {Energy:0.####} eV/atom";
}

using System.Text.Json.Nodes;
using MatNotebooks.Crystals;

namespace MatNotebooks.Simulation.Gpaw;

/// <summary>What calculation.py reads.</summary>
internal static class GpawRequest
{
    /// <summary>The request as JSON on one line; also what the input hash is taken of.</summary>
    public static string Write(CalculationTask task, GpawOptions options)
    {
        var crystal = task.Crystal!;
        var request = new JsonObject
        {
            ["cell"] = new JsonArray(Row(crystal.Lattice.A), Row(crystal.Lattice.B), Row(crystal.Lattice.C)),
            ["symbols"] = new JsonArray([.. crystal.Sites.Select(site => (JsonNode)site.Element.Symbol)]),
            ["positions"] = new JsonArray([.. crystal.Sites.Select(site => Row(site.Position))]),
            ["xc"] = options.Functional,
            ["cutoff_eV"] = options.Cutoff,
            ["kpoints"] = options.KPoints,
            ["width_eV"] = options.Width,
            ["energy_tolerance_eV"] = options.EnergyTolerance,
        };
        if (task.Kind == CalculationKind.SinglePoint) return request.ToJsonString();
        request["relax"] = task.Kind == CalculationKind.CellRelaxation ? "cell" : "positions";
        request["force_tolerance_eV_A"] = options.ForceTolerance;
        request["relax_steps"] = options.RelaxationSteps;
        return request.ToJsonString();
    }

    private static JsonArray Row(Cartesian vector) => new(Rounded(vector.X), Rounded(vector.Y), Rounded(vector.Z));

    private static JsonArray Row(Fractional position) => new(Rounded(position.A), Rounded(position.B), Rounded(position.C));

    // Adding 0 turns -0 into 0, which prints otherwise.
    private static double Rounded(double value) => Math.Round(value, 8) + 0.0;
}

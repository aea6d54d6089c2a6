using System.Text.Json;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Crystals.Diffraction;

namespace MatNotebooks.Core.Tests.Crystals.Diffraction;

/// <summary>A pattern that pymatgen computed (tests/References/diffraction.py).</summary>
internal sealed record DiffractionReference(string Name, Crystal Crystal, DiffractionOptions Options, IReadOnlyList<DiffractionReference.Peak> Peaks)
{
    private static readonly Dictionary<string, Radiation> Lines = new()
    {
        ["Cu"] = Radiation.CopperKAlpha, ["Mo"] = Radiation.MolybdenumKAlpha, ["Co"] = Radiation.CobaltKAlpha,
        ["Cr"] = Radiation.ChromiumKAlpha, ["Fe"] = Radiation.IronKAlpha, ["Ag"] = Radiation.SilverKAlpha, ["n"] = Radiation.Neutrons(),
    };

    internal static IReadOnlyList<DiffractionReference> All { get; } = [.. Rows().Where(row => row.TryGetProperty("peaks", out _)).Select(Of)];

    internal static IEnumerable<JsonElement> Rows() => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "References", "diffraction.jsonl"))
        .Select(line => JsonDocument.Parse(line).RootElement);

    private static DiffractionReference Of(JsonElement row)
    {
        var vectors = row.GetProperty("lattice").Deserialize<double[]>()!;
        var lattice = new Lattice(new(vectors[0], vectors[1], vectors[2]), new(vectors[3], vectors[4], vectors[5]), new(vectors[6], vectors[7], vectors[8]));
        var sites = row.GetProperty("sites").EnumerateArray().Select(site => new Site(
            [new Occupant(PeriodicTable.Find(site[0].GetString()!), site[1].GetDouble())], new(site[2].GetDouble(), site[3].GetDouble(), site[4].GetDouble())));
        var factors = row.GetProperty("B").EnumerateObject().ToDictionary(pair => PeriodicTable.Find(pair.Name), pair => pair.Value.GetDouble());
        var name = row.GetProperty("name").GetString()!;
        var options = new DiffractionOptions
        {
            Radiation = Lines[row.GetProperty("radiation").GetString()!], MaxTwoTheta = row.GetProperty("largest").GetDouble(), TemperatureFactors = factors,
        };
        Assert.Equal(row.GetProperty("wavelength").GetDouble(), options.Radiation.Wavelength);
        return new($"{name}, {options.Radiation.Name}{(factors.Count > 0 ? ", warm" : "")}", new(lattice, [.. sites], name), options, [.. row.GetProperty("peaks").EnumerateArray().Select(Peak.Of)]);
    }

    internal sealed record Peak(double TwoTheta, double Intensity, double Spacing, string Families)
    {
        internal static Peak Of(JsonElement peak) => new(
            peak[0].GetDouble(), peak[1].GetDouble(), peak[2].GetDouble(),
            Written(peak[3].EnumerateArray().Select(family => (new MillerIndices(family[0][0].GetInt32(), family[0][1].GetInt32(), family[0][2].GetInt32()), family[1].GetInt32()))));

        /// <summary>Families however each is named: which of its planes stands for the others is a matter of taste.</summary>
        internal static string Written(IEnumerable<(MillerIndices Planes, int Multiplicity)> families) => string.Join("; ", families
            .Select(family => $"{string.Join(' ', new[] { family.Planes.H, family.Planes.K, family.Planes.L, -family.Planes.H - family.Planes.K }.Select(Math.Abs).Order())} x{family.Multiplicity}")
            .Order(StringComparer.Ordinal));
    }
}

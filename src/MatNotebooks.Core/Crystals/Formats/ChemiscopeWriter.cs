using System.Text.Json;

namespace MatNotebooks.Crystals.Formats;

/// <summary>Writes a chemiscope data set key by key.</summary>
internal static class ChemiscopeWriter
{
    internal static void Write(Utf8JsonWriter json, Chemiscope data, (string X, string Y)? axes, double cutoff)
    {
        json.WriteStartObject();
        WriteAbout(json, data);
        json.WriteStartArray("structures");
        foreach (var crystal in data.Crystals) WriteStructure(json, crystal);
        json.WriteEndArray();
        json.WriteStartObject("properties");
        foreach (var property in data.Properties) WriteProperty(json, property);
        json.WriteEndObject();
        if (data.Properties.Any(property => property.Target == "atom")) WriteEnvironments(json, data, cutoff);
        if (axes is { } map) WriteSettings(json, map);
        json.WriteEndObject();
    }

    private static void WriteAbout(Utf8JsonWriter json, Chemiscope data)
    {
        json.WriteStartObject("meta");
        json.WriteString("name", data.Name);
        if (data.Description.Length > 0) json.WriteString("description", data.Description);
        WriteTexts(json, "authors", data.Authors);
        WriteTexts(json, "references", data.References);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string key, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0) return;
        json.WriteStartArray(key);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteStructure(Utf8JsonWriter json, Crystal crystal)
    {
        Cartesian[] places = [.. Enumerable.Range(0, crystal.Sites.Length).Select(crystal.CartesianOf)];
        json.WriteStartObject();
        json.WriteNumber("size", places.Length);
        WriteTexts(json, "names", [.. crystal.Sites.Select(site => site.Element.Symbol)]);
        WriteNumbers(json, "x", places.Select(place => place.X));
        WriteNumbers(json, "y", places.Select(place => place.Y));
        WriteNumbers(json, "z", places.Select(place => place.Z));
        WriteNumbers(json, "cell", new[] { crystal.Lattice.A, crystal.Lattice.B, crystal.Lattice.C }.SelectMany(vector => new[] { vector.X, vector.Y, vector.Z }));
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string key, IEnumerable<double> values)
    {
        json.WriteStartArray(key);
        foreach (var value in values) json.WriteNumberValue(Math.Round(value, 8) + 0.0);
        json.WriteEndArray();
    }

    private static void WriteProperty(Utf8JsonWriter json, ChemiscopeProperty property)
    {
        json.WriteStartObject(property.Name);
        json.WriteString("target", property.Target);
        if (property.Unit is not ("1" or "")) json.WriteString("units", property.Unit);
        json.WriteStartArray("values");
        foreach (var value in property.Values ?? []) json.WriteNumberValue(value);
        foreach (var text in property.Classes ?? []) json.WriteStringValue(text);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // Properties of atoms are properties of the neighbourhoods round them.
    private static void WriteEnvironments(Utf8JsonWriter json, Chemiscope data, double cutoff)
    {
        json.WriteStartArray("environments");
        for (var structure = 0; structure < data.Crystals.Count; structure++)
            for (var center = 0; center < data.Crystals[structure].Sites.Length; center++)
            {
                json.WriteStartObject();
                json.WriteNumber("structure", structure);
                json.WriteNumber("center", center);
                json.WriteNumber("cutoff", cutoff);
                json.WriteEndObject();
            }
        json.WriteEndArray();
    }

    private static void WriteSettings(Utf8JsonWriter json, (string X, string Y) map)
    {
        json.WriteStartObject("settings");
        json.WriteString("target", "structure");
        json.WriteStartObject("map");
        foreach (var (axis, property) in new[] { ("x", map.X), ("y", map.Y) })
        {
            json.WriteStartObject(axis);
            json.WriteString("property", property);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteStartArray("structure");
        json.WriteStartObject();
        json.WriteBoolean("unitCell", true);
        json.WriteBoolean("bonds", true);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}

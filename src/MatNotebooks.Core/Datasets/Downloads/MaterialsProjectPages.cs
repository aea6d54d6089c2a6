using System.Globalization;
using System.Text.Json;
using MatNotebooks.Datasets.Catalogue;

namespace MatNotebooks.Datasets.Downloads;

/// <summary>The summaries of the Materials Project's API: <c>{"data": [...], "meta": {"total_doc": n}}</c>, crystals as pymatgen writes them.</summary>
internal sealed class MaterialsProjectPages(WebService service, string key) : IWebPages
{
    private const string Id = "material_id";
    private const string Structure = "structure";
    private const string Symmetry = "symmetry";

    public HttpRequestMessage Request(long rowsBefore)
    {
        var fields = string.Join(',', service.Fields.Prepend(Structure).Prepend(Id));
        var query = service.Query is { Length: > 0 } asked ? asked + "&" : "";
        var request = new HttpRequestMessage(HttpMethod.Get, string.Create(
            CultureInfo.InvariantCulture, $"{service.Address}?{query}_fields={fields}&_limit={service.PageSize}&_skip={rowsBefore}&_sort_fields={Id}"));
        request.Headers.Add("X-API-KEY", key);
        request.Headers.Add("Accept", "application/json");
        return request;
    }

    public WebPage Read(JsonElement body) => new(
        [.. body.GetProperty("data").EnumerateArray()],
        body.TryGetProperty("meta", out var meta) && meta.TryGetProperty("total_doc", out var total) ? total.GetInt64() : null,
        Record);

    private StructureRecord Record(JsonElement row)
    {
        var id = row.GetProperty(Id).GetString()!;
        var values = RowValues.Of(service.Fields.Where(field => row.TryGetProperty(field, out _)).Select(field => Value(field, row.GetProperty(field))));
        return new(id, WrittenCrystal.Read(row.GetProperty(Structure), id), values);
    }

    // Of the symmetry the number alone is wanted, of the moduli the average of Voigt and Reuss.
    private static (string?, JsonElement) Value(string field, JsonElement value) =>
        field == Symmetry && value.ValueKind == JsonValueKind.Object && value.TryGetProperty("number", out var number) ? ("spacegroup", number)
        : value.ValueKind == JsonValueKind.Object && value.TryGetProperty("vrh", out var average) ? (field + "_vrh", average)
        : (field, value);
}

using System.Text.Json;

namespace MatNotebooks.Datasets.Downloads;

/// <summary>How one web service is asked and how it answers.</summary>
internal interface IWebPages
{
    /// <summary>Asks for the rows behind those that are here.</summary>
    HttpRequestMessage Request(long rowsBefore);

    /// <summary>What a page says.</summary>
    /// <exception cref="FormatException">It is no page of this service.</exception>
    WebPage Read(JsonElement body);
}

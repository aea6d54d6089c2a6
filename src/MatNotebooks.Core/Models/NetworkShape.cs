using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MatNotebooks.Models.Baselines;

namespace MatNotebooks.Models;

/// <summary>The shape of a network as JSON, and the network of a shape; one line below for each model.</summary>
internal static class NetworkShape
{
    private static readonly JsonSerializerOptions Names = new() { Converters = { new JsonStringEnumConverter() } };

    private static readonly Kind[] Kinds =
    [
        Kind.Of<GemPpmModel, GemPpmOptions>("gem-ppm", model => model.Options, options => new(options)),
        Kind.Of<CompositionModel, CompositionOptions>("composition", model => model.Options, options => new(options)),
        Kind.Of<CgcnnModel, CgcnnOptions>("cgcnn", model => model.Options, options => new(options)),
        Kind.Of<SchNetModel, SchNetOptions>("schnet", model => model.Options, options => new(options)),
        Kind.Of<LstmModel, LstmOptions>("lstm", model => model.Options, options => new(options)),
        Kind.Of<GruModel, GruOptions>("gru", model => model.Options, options => new(options)),
        Kind.Of<TcnModel, TcnOptions>("tcn", model => model.Options, options => new(options)),
        Kind.Of<TransformerModel, TransformerOptions>("transformer", model => model.Options, options => new(options)),
        Kind.Of<InformerModel, InformerOptions>("informer", model => model.Options, options => new(options)),
        Kind.Of<MtgnnModel, MtgnnOptions>("mtgnn", model => model.Options, options => new(options)),
        Kind.Of<EvidentialModel, EvidentialOptions>("evidential", model => model.Options, options => new(Build(options.Network))),
    ];

    /// <summary>The shape of a network.</summary>
    /// <exception cref="NotSupportedException">A model that has no line here.</exception>
    public static JsonObject Of(PropertyModel model) =>
        Array.Find(Kinds, kind => kind.Model == model.GetType()) is { } kind
            ? new JsonObject { ["model"] = kind.Name, ["options"] = kind.Write(model) }
            : throw new NotSupportedException($"A {model.GetName()} cannot be kept in a file; these can: {string.Join(", ", Kinds.Select(one => one.Name))}.");

    /// <summary>A network of a shape, its weights random.</summary>
    /// <exception cref="JsonException">No shape, or one of a model that is not known here.</exception>
    public static PropertyModel Build(JsonObject shape)
    {
        var name = (string?)shape["model"];
        var kind = Array.Find(Kinds, kind => kind.Name == name)
            ?? throw new JsonException($"the model is '{name}'; known are {string.Join(", ", Kinds.Select(one => one.Name))}. A newer version may know it.");
        return kind.Build(shape["options"]);
    }

    private sealed record Kind(string Name, Type Model, Func<PropertyModel, JsonNode?> Write, Func<JsonNode?, PropertyModel> Build)
    {
        public static Kind Of<TModel, TOptions>(string name, Func<TModel, TOptions> options, Func<TOptions, TModel> build)
            where TModel : PropertyModel => new(
            name,
            typeof(TModel),
            model => JsonSerializer.SerializeToNode(options((TModel)model), Names),
            written => build(written.Deserialize<TOptions>(Names) ?? throw new JsonException($"the options of {name} are missing.")));
    }
}

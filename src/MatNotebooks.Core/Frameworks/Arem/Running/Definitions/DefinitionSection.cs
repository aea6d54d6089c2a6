using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace MatNotebooks.Frameworks.Arem.Running.Definitions;

/// <summary>A mapping of a campaign's file, key by key; whatever is wrong is said with its line.</summary>
internal sealed class DefinitionSection(string file, string path, YamlMappingNode node)
{
    private readonly HashSet<string> taken = [];

    /// <summary>The mapping below a key; null where it is not there.</summary>
    public DefinitionSection? Section(string key) => Take(key) switch
    {
        null => null,
        YamlMappingNode mapping => new(file, Path(key), mapping),
        var other => throw Wrong(key, other, "must hold keys of its own, each on an indented line"),
    };

    /// <summary>The mappings of a list below a key; one mapping is a list of one.</summary>
    public IReadOnlyList<DefinitionSection> Sections(string key) => Take(key) switch
    {
        YamlMappingNode mapping => [new(file, Path(key), mapping)],
        YamlSequenceNode list => [.. list.Children.Select((child, place) => child as YamlMappingNode is { } mapping
            ? new DefinitionSection(file, $"{Path(key)}[{place + 1}]", mapping) : throw Wrong(key, child, "must be a list of mappings"))],
        null => throw Missing(key),
        var other => throw Wrong(key, other, "must hold keys of its own, each on an indented line"),
    };

    /// <summary>A text; null where it is not there.</summary>
    public string? Text(string key) => Take(key) switch
    {
        null => null,
        YamlScalarNode { Value: { Length: > 0 } text } => text,
        var other => throw Wrong(key, other, "must be a text"),
    };

    /// <summary>A text that must be there.</summary>
    public string RequiredText(string key) => Text(key) ?? throw Missing(key);

    /// <summary>A number; null where it is not there.</summary>
    public double? Number(string key) => Take(key) is not { } value ? null
        : value is YamlScalarNode scalar && double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number : throw Wrong(key, value, "must be a finite number, such as 0.5");

    /// <summary>A whole number; null where it is not there.</summary>
    public int? Whole(string key) => Number(key) is not { } number ? null
        : number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue ? (int)number : throw Wrong(key, node.Children[new YamlScalarNode(key)], "must be a whole number");

    /// <summary>Numbers; null where they are not there.</summary>
    public IReadOnlyList<double>? Numbers(string key) => Take(key) switch
    {
        null => null,
        YamlSequenceNode list => [.. list.Children.Select(child =>
            child is YamlScalarNode scalar && double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                ? number : throw Wrong(key, child, "must be a list of finite numbers, such as [1.5, 3.0]"))],
        var other => throw Wrong(key, other, "must be a list of numbers, such as [1.5, 3.0]"),
    };

    /// <summary>What is made of a key, its refusals said with the key's line.</summary>
    public T Made<T>(string key, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException refusal)
        {
            throw new DefinitionException($"{At(key)}: {refusal.Message}", refusal);
        }
    }

    /// <summary>Refuses keys that nobody asked for.</summary>
    public void Close()
    {
        foreach (var key in node.Children.Keys)
            if (key is not YamlScalarNode { Value: { } name } || !taken.Contains(name))
                throw new DefinitionException($"{file}, line {key.Start.Line}: there is no key '{Path(key.ToString())}'; there can be {string.Join(", ", taken.Select(Path))}.");
    }

    /// <summary>Where a key stands, for messages.</summary>
    public string At(string key)
    {
        var line = node.Children.Keys.FirstOrDefault(child => child is YamlScalarNode { Value: { } name } && name == key)?.Start.Line ?? node.Start.Line;
        return $"{file}, line {line}, {Path(key)}";
    }

    private YamlNode? Take(string key)
    {
        taken.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }

    private string Path(string key) => path.Length == 0 ? key : $"{path}.{key}";

    private DefinitionException Missing(string key) => new($"{file}, line {node.Start.Line}: '{Path(key)}' is missing; write it.");

    private DefinitionException Wrong(string key, YamlNode value, string must) =>
        new($"{file}, line {value.Start.Line}, {Path(key)}: '{(value is YamlScalarNode scalar ? scalar.Value : value.NodeType.ToString().ToLowerInvariant())}' {must}.");
}

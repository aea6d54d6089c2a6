using System.Collections.Immutable;
using MatNotebooks.Chemistry;

namespace MatNotebooks.Frameworks.Mpbf.Boundaries;

/// <summary>A property of compounds or crystals, and what a model is told of them, where it is asked how far beyond the known the model serves.</summary>
public sealed record BoundaryProblem
{
    /// <summary>Makes a problem.</summary>
    /// <param name="name">Name in tables.</param>
    /// <param name="unit">Unit of the values.</param>
    /// <param name="compositions">What each row consists of, (rows).</param>
    /// <param name="inputs">What a model is told, such as <see cref="Pretraining.CompositionInputs"/>, or an embedding, finite, (rows)(inputs).</param>
    /// <param name="values">The property, finite, (rows).</param>
    /// <exception cref="ArgumentException">Lists of different length, a number that is not finite, or one value for all.</exception>
    public BoundaryProblem(string name, string unit, IReadOnlyList<Composition> compositions, IReadOnlyList<float[]> inputs, IReadOnlyList<double> values)
    {
        if (compositions.Count != inputs.Count || inputs.Count != values.Count)
            throw new ArgumentException($"{name} has {compositions.Count} compositions, {inputs.Count} rows of inputs and {values.Count} values; they must be as many.");
        for (var row = 0; row < values.Count; row++)
        {
            if (!double.IsFinite(values[row])) throw new ArgumentException($"The value of row {row} of {name} is {values[row]}; it must be finite.");
            if (Array.FindIndex(inputs[row], input => !float.IsFinite(input)) is >= 0 and var wrong)
                throw new ArgumentException($"Input {wrong} of row {row} of {name} is {inputs[row][wrong]}; every number of an embedding must be finite.");
        }
        if (values.Count > 0 && values.Min() == values.Max()) throw new ArgumentException($"All {values.Count} rows of {name} have the value {values[0]}; a target with one value has no boundary.");
        (Name, Unit, Compositions, Inputs, Values) = (name, unit, [.. compositions], [.. inputs], [.. values]);
    }

    /// <summary>Name in tables.</summary>
    public string Name { get; }

    /// <summary>Unit of the values.</summary>
    public string Unit { get; }

    /// <summary>What each row consists of, (rows).</summary>
    public ImmutableArray<Composition> Compositions { get; }

    /// <summary>What a model is told of each, (rows)(inputs).</summary>
    public ImmutableArray<float[]> Inputs { get; }

    /// <summary>The property | <see cref="Unit"/>, (rows).</summary>
    public ImmutableArray<double> Values { get; }
}

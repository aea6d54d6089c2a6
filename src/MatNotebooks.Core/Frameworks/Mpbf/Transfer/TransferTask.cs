using System.Collections.Immutable;
using MatNotebooks.Chemistry;

namespace MatNotebooks.Frameworks.Mpbf.Transfer;

/// <summary>A property of compounds, as something to pretrain on or to fine-tune for: each compound once.</summary>
public sealed class TransferTask
{
    private const int FewestCompounds = 60;

    private TransferTask(string name, string quantity, string unit, double fidelity, ImmutableArray<Composition> compositions, ImmutableArray<string> formulas, ImmutableArray<double> values) =>
        (Name, Quantity, Unit, Fidelity, Compositions, Formulas, Values) = (name, quantity, unit, fidelity, compositions, formulas, values);

    /// <summary>Name in tables, such as "mp-gap".</summary>
    public string Name { get; }

    /// <summary>What is measured, whoever measured it: tasks of one quantity are the same property from different sources, such as "gap".</summary>
    public string Quantity { get; }

    /// <summary>Unit of the values, "log10(K)" where logarithms are meant.</summary>
    public string Unit { get; }

    /// <summary>One minus the normalised error of its source against experiment | no unit, 0 to 1; 1 for experiments.</summary>
    public double Fidelity { get; }

    /// <summary>The compounds, (compounds).</summary>
    public ImmutableArray<Composition> Compositions { get; }

    /// <summary>Reduced formula of each compound, all different, (compounds).</summary>
    public ImmutableArray<string> Formulas { get; }

    /// <summary>The value of each compound | <see cref="Unit"/>, (compounds).</summary>
    public ImmutableArray<double> Values { get; }

    /// <summary>How many compounds there are.</summary>
    public int Count => Values.Length;

    /// <summary>Makes a task of rows; several rows of one reduced formula become one, with their median.</summary>
    /// <param name="name">Name in tables.</param>
    /// <param name="quantity">What is measured, whoever measured it.</param>
    /// <param name="unit">Unit of the values.</param>
    /// <param name="fidelity">One minus the normalised error of its source against experiment, 0 to 1.</param>
    /// <param name="rows">Compounds and values, finite.</param>
    /// <exception cref="ArgumentException">A value is not finite, the fidelity is out of range, fewer than 60 compounds are left, or all have the same value.</exception>
    public static TransferTask Of(string name, string quantity, string unit, double fidelity, IEnumerable<(Composition Composition, double Value)> rows)
    {
        if (fidelity is not (>= 0 and <= 1)) throw new ArgumentException($"The fidelity of {name} is {fidelity}; it must be 0 to 1.");
        var (compositions, formulas, values) = (new List<Composition>(), new List<string>(), new List<double>());
        foreach (var compound in rows.GroupBy(row => row.Composition.ReducedFormula).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            double[] known = [.. compound.Select(row => row.Value).Order()];
            if (Array.Find(known, value => !double.IsFinite(value)) is var wrong && wrong != 0)
                throw new ArgumentException($"{name} has the value {wrong} for {compound.Key}; values must be finite. Leave the row out.");
            compositions.Add(compound.First().Composition);
            formulas.Add(compound.Key);
            values.Add((known[known.Length / 2] + known[(known.Length - 1) / 2]) / 2);
        }
        if (values.Count < FewestCompounds)
            throw new ArgumentException($"{name} has {values.Count} different compounds; transfer needs at least {FewestCompounds}, to learn from some and to be judged on others.");
        if (values.Max() - values.Min() == 0)
            throw new ArgumentException($"All {values.Count} compounds of {name} have the value {values[0]}; a property with one value has nothing to learn.");
        return new(name, quantity, unit, fidelity, [.. compositions], [.. formulas], [.. values]);
    }

    /// <summary>Name, compounds and unit.</summary>
    public override string ToString() => $"{Name}: {Count:n0} compounds, {Unit}";
}

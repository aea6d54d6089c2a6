namespace MatNotebooks.Models.Baselines.Trees;

/// <summary>
/// Grows a tree (Breiman et al., Classification and Regression Trees, 1984): at each node the exact question that lowers the sum of
/// squares most, among a random choice of features that differ there.
/// </summary>
internal sealed class TreeGrowth
{
    private readonly double[][] columns;
    private readonly double[] targets;
    private readonly RandomForestOptions options;
    private readonly Random chance;
    private readonly RegressionTree tree = new();
    private readonly int[] rows, features, sorted;
    private readonly double[] values;
    private readonly int tried;

    private TreeGrowth(double[][] columns, double[] targets, int[] rows, RandomForestOptions options, Random chance)
    {
        (this.columns, this.targets, this.rows, this.options, this.chance) = (columns, targets, rows, options, chance);
        features = [.. Enumerable.Range(0, columns.Length)];
        tried = Math.Max(1, (int)(columns.Length * options.FeatureShare));
        (sorted, values) = (new int[rows.Length], new double[rows.Length]);
    }

    /// <summary>A tree of some rows.</summary>
    /// <param name="columns">The features by column, (features)(all rows).</param>
    /// <param name="targets">(all rows).</param>
    /// <param name="rows">Rows to grow from, some perhaps several times.</param>
    /// <param name="options">How.</param>
    /// <param name="chance">Chooses the features tried.</param>
    public static RegressionTree Grow(double[][] columns, double[] targets, int[] rows, RandomForestOptions options, Random chance)
    {
        var growth = new TreeGrowth(columns, targets, rows, options, chance);
        var open = new Stack<(int Place, int First, int End)>();
        open.Push((growth.tree.AddLeaf(growth.Mean(0, rows.Length)), 0, rows.Length));
        while (open.TryPop(out var node))
        {
            if (growth.Split(node.First, node.End) is not { } split) continue;
            var middle = growth.Part(node.First, node.End, split);
            var (left, right) = (growth.tree.AddLeaf(growth.Mean(node.First, middle)), growth.tree.AddLeaf(growth.Mean(middle, node.End)));
            growth.tree.Ask(node.Place, split, left, right);
            open.Push((left, node.First, middle));
            open.Push((right, middle, node.End));
        }
        return growth.tree;
    }

    private double Mean(int first, int end)
    {
        var sum = 0.0;
        for (var at = first; at < end; at++) sum += targets[rows[at]];
        return sum / (end - first);
    }

    private TreeSplit? Split(int first, int end)
    {
        if (end - first < 2 * options.LeafRows || IsPure(first, end)) return null;
        TreeSplit? best = null;
        var useful = 0;
        for (var at = 0; at < features.Length && useful < tried; at++)
        {
            var other = chance.Next(at, features.Length);
            (features[at], features[other]) = (features[other], features[at]);
            if (!Sort(features[at], first, end)) continue; // the same everywhere: no question, and it does not count as tried
            useful++;
            if (Best(features[at], end - first) is { } split && !(split.Gain <= best?.Gain)) best = split;
        }
        return best;
    }

    private bool IsPure(int first, int end)
    {
        for (var at = first + 1; at < end; at++)
            if (targets[rows[at]] != targets[rows[first]]) return false;
        return true;
    }

    /// <summary>Puts the node's rows in the order of a feature; whether it differs among them.</summary>
    private bool Sort(int feature, int first, int end)
    {
        var (column, count, differs) = (columns[feature], end - first, false);
        for (var at = 0; at < count; at++)
        {
            (sorted[at], values[at]) = (rows[first + at], column[rows[first + at]]);
            differs |= values[at] != values[0];
        }
        if (differs) Array.Sort(values, sorted, 0, count);
        return differs;
    }

    private TreeSplit? Best(int feature, int count)
    {
        TreeSplit? best = null;
        var (total, left) = (0.0, 0.0);
        for (var at = 0; at < count; at++) total += targets[sorted[at]];
        for (var at = 1; at <= count - options.LeafRows; at++)
        {
            left += targets[sorted[at - 1]];
            if (at < options.LeafRows || values[at] == values[at - 1]) continue;
            var gain = (left * left / at) + ((total - left) * (total - left) / (count - at));
            if (gain <= best?.Gain) continue;
            var middle = values[at - 1] + ((values[at] - values[at - 1]) / 2);
            best = new(feature, middle < values[at] ? middle : values[at - 1], gain); // neighbouring numbers have no middle
        }
        return best;
    }

    /// <summary>Brings the rows that go left to the front; where the others begin.</summary>
    private int Part(int first, int end, TreeSplit split)
    {
        var (column, middle) = (columns[split.Feature], first);
        for (var at = first; at < end; at++)
        {
            if (column[rows[at]] > split.Threshold) continue;
            (rows[at], rows[middle]) = (rows[middle], rows[at]);
            middle++;
        }
        return middle;
    }
}

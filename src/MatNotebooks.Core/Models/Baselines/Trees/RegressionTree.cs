namespace MatNotebooks.Models.Baselines.Trees;

/// <summary>Questions "is this feature at most so much", asked one after the other until a leaf says the mean of its rows.</summary>
internal sealed class RegressionTree
{
    private readonly List<Node> nodes = [];

    /// <summary>The tree as numbers, for files.</summary>
    public TreeNumbers Numbers => new(
        [.. nodes.Select(node => node.Feature)], [.. nodes.Select(node => node.Threshold)], [.. nodes.Select(node => node.Left)],
        [.. nodes.Select(node => node.Right)], [.. nodes.Select(node => node.Mean)]);

    /// <summary>The tree of such numbers.</summary>
    public static RegressionTree Of(TreeNumbers numbers)
    {
        var tree = new RegressionTree();
        for (var place = 0; place < numbers.Mean.Length; place++)
            tree.nodes.Add(new(numbers.Feature[place], numbers.Threshold[place], numbers.Left[place], numbers.Right[place], numbers.Mean[place]));
        return tree;
    }

    /// <summary>The leaf's mean for one row of features.</summary>
    public double Predict(ReadOnlySpan<double> features)
    {
        var node = nodes[0];
        while (node.Right > 0) node = nodes[features[node.Feature] <= node.Threshold ? node.Left : node.Right];
        return node.Mean;
    }

    /// <summary>Adds a leaf and says its place.</summary>
    public int AddLeaf(double mean)
    {
        nodes.Add(new(0, 0, 0, 0, mean));
        return nodes.Count - 1;
    }

    /// <summary>Makes a leaf a question.</summary>
    public void Ask(int place, TreeSplit split, int left, int right) =>
        nodes[place] = new(split.Feature, split.Threshold, left, right, nodes[place].Mean);

    private readonly record struct Node(int Feature, double Threshold, int Left, int Right, double Mean);
}

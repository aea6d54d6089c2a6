namespace MatNotebooks.Kernel.Visuals;

/// <summary>Checks that lists belong together.</summary>
internal static class Same
{
    /// <exception cref="ArgumentException">The counts differ.</exception>
    internal static void Count(int left, string leftName, int right, string rightName)
    {
        if (left != right)
            throw new ArgumentException($"{leftName} has {left} values but {rightName} has {right}; a figure needs one of each per point.");
    }

    /// <exception cref="ArgumentException">There is nothing to show.</exception>
    internal static void NotEmpty(int count, string name)
    {
        if (count == 0) throw new ArgumentException($"{name} is empty; a figure needs at least one value.");
    }
}

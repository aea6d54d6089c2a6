namespace MatNotebooks.Datasets.Splits;

/// <summary>Rows by class, classes in the order in which they first occur.</summary>
internal sealed class ClassNumbers
{
    private readonly List<string> names = [];
    private readonly List<List<int>> rows = [];

    public ClassNumbers(IReadOnlyList<string> classes)
    {
        if (classes.Count == 0) throw new ArgumentException("There is no row to divide; give the class of each row.");
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (row, name) in classes.Index())
        {
            if (name is null) throw new ArgumentException($"Row {row} has no class; give one, or leave the row out.");
            if (!numbers.TryGetValue(name, out var number))
            {
                numbers[name] = number = names.Count;
                names.Add(name);
                rows.Add([]);
            }
            rows[number].Add(row);
        }
    }

    public int Count => names.Count;

    /// <summary>The class with the fewest rows, the first of equals.</summary>
    public (string Name, int Rows) Rarest => names.Zip(rows, (name, own) => (name, own.Count)).MinBy(one => one.Count);

    /// <summary>The rows of a class, ascending.</summary>
    public int[] RowsOf(int number) => [.. rows[number]];
}

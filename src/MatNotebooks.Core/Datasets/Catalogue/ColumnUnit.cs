namespace MatNotebooks.Datasets.Catalogue;

/// <summary>The unit of a number that is known only by its key.</summary>
public static class ColumnUnit
{
    private static readonly (string End, string Unit)[] Ends =
        [("_eV_atom", "eV/atom"), ("_eV_A", "eV/Å"), ("_eV", "eV"), ("_GPa", "GPa"), ("_K", "K"), ("_A", "Å")];

    /// <summary>What the catalogue says of columns of that name, where all agree; else what the key ends in; null where neither tells.</summary>
    public static string? Of(string key)
    {
        var units = DatasetCatalogue.All.SelectMany(entry => entry.Columns).Where(column => column.Name == key && column.Unit.Length > 0).Select(column => column.Unit).Distinct().ToArray();
        return units.Length == 1 ? units[0] : Array.Find(Ends, end => key.EndsWith(end.End, StringComparison.Ordinal)).Unit;
    }
}

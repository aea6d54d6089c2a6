using System.Globalization;
using MatNotebooks.Kernel.Notebooks.Format;

namespace MatNotebooks.Kernel.Notebooks.Comparison;

/// <summary>
/// Finds which cells of two notebooks belong together: by their ids, then by their text, then (files older than nbformat 4.5 have no
/// ids) by their place.
/// </summary>
internal static class CellPairing
{
    /// <summary>Every cell of both once: in the order of the second notebook, then what only the first has.</summary>
    public static IReadOnlyList<CellPair> Of(Notebook left, Notebook right)
    {
        var partner = new int?[right.Cells.Count];
        var free = Enumerable.Range(0, left.Cells.Count).ToList();
        Pair((i, j) => left.Cells[i].Id == right.Cells[j].Id && !IsPlace(left.Cells[i].Id, i) && !IsPlace(right.Cells[j].Id, j));
        Pair((i, j) => left.Cells[i].Source == right.Cells[j].Source);
        Pair((i, j) => left.Cells[i].Id == right.Cells[j].Id);
        return
        [
            .. right.Cells.Select((cell, j) => new CellPair(partner[j], partner[j] is { } i ? left.Cells[i] : null, j, cell)),
            .. free.Select(i => new CellPair(i, left.Cells[i], null, null)),
        ];

        void Pair(Func<int, int, bool> belong)
        {
            for (var j = 0; j < partner.Length; j++)
            {
                var found = partner[j] is null ? free.FindIndex(i => left.Cells[i].Kind == right.Cells[j].Kind && belong(i, j)) : -1;
                if (found < 0)
                    continue;
                partner[j] = free[found];
                free.RemoveAt(found);
            }
        }
    }

    // The reader names cells without an id so.
    private static bool IsPlace(string id, int at) => id == string.Create(CultureInfo.InvariantCulture, $"cell-{at + 1}");
}

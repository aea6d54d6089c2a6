using System.Collections;

namespace MatNotebooks.Training;

/// <summary>Some rows of a list, by their places, without copying them: the list may read each row from a file.</summary>
/// <param name="rows">The list.</param>
/// <param name="places">Places in it.</param>
internal sealed class ChosenRows<T>(IReadOnlyList<T> rows, int[] places) : IReadOnlyList<T>
{
    public int Count => places.Length;

    public T this[int index] => rows[places[index]];

    /// <summary>The rows of some places, of rows that may themselves be chosen.</summary>
    public static IReadOnlyList<T> Of(IReadOnlyList<T> rows, int[] places) =>
        rows is ChosenRows<T> chosen ? new ChosenRows<T>(chosen.All, [.. places.Select(place => chosen.Places[place])]) : new ChosenRows<T>(rows, places);

    private IReadOnlyList<T> All => rows;

    private int[] Places => places;

    public IEnumerator<T> GetEnumerator()
    {
        foreach (var place in places) yield return rows[place];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

namespace MatNotebooks.Models.Layers.Fused;

/// <summary>
/// Products of tables, one of them narrow. Blocks of four rows and four registers of columns are summed in registers; each number of the
/// result is a sum in the order of the terms, whichever rows are done together.
/// </summary>
/// <typeparam name="T">The lanes; the columns divide by their number.</typeparam>
internal static unsafe class ProductLoop<T>
    where T : struct, ILanes<T>
{
    /// <summary>Adds the rows of left × right from one to before another.</summary>
    public static void Add(in ProductArguments given, int first, int end)
    {
        var j = 0;
        for (; j + (4 * T.Count) <= given.Columns; j += 4 * T.Count)
        {
            var row = first;
            for (; row + 4 <= end; row += 4) FourRows(given, row, j);
            for (; row < end; row++) OneRow(given, row, j);
        }
        for (; j < given.Columns; j += T.Count)
        {
            for (var row = first; row < end; row++) OneRegister(given, row, j);
        }
    }

    private static void FourRows(in ProductArguments given, int row, int j)
    {
        var (c, d, n) = (given.Columns, given.LeftRow, T.Count);
        var into = given.Result + ((long)row * c) + j;
        var (a0, a1, a2, a3) = (T.Load(into), T.Load(into + n), T.Load(into + (2 * n)), T.Load(into + (3 * n)));
        var (b0, b1, b2, b3) = (T.Load(into + c), T.Load(into + c + n), T.Load(into + c + (2 * n)), T.Load(into + c + (3 * n)));
        var third = into + (2L * c);
        var (c0, c1, c2, c3) = (T.Load(third), T.Load(third + n), T.Load(third + (2 * n)), T.Load(third + (3 * n)));
        var fourth = into + (3L * c);
        var (d0, d1, d2, d3) = (T.Load(fourth), T.Load(fourth + n), T.Load(fourth + (2 * n)), T.Load(fourth + (3 * n)));
        var left = given.Left + (row * d);
        var right = given.Right + j;
        for (var term = 0; term < given.Terms; term++, left += given.LeftTerm, right += c)
        {
            var (r0, r1, r2, r3) = (T.Load(right), T.Load(right + n), T.Load(right + (2 * n)), T.Load(right + (3 * n)));
            var value = T.Of(left[0]);
            a0 = T.MultiplyAdd(value, r0, a0);
            a1 = T.MultiplyAdd(value, r1, a1);
            a2 = T.MultiplyAdd(value, r2, a2);
            a3 = T.MultiplyAdd(value, r3, a3);
            value = T.Of(left[d]);
            b0 = T.MultiplyAdd(value, r0, b0);
            b1 = T.MultiplyAdd(value, r1, b1);
            b2 = T.MultiplyAdd(value, r2, b2);
            b3 = T.MultiplyAdd(value, r3, b3);
            value = T.Of(left[2 * d]);
            c0 = T.MultiplyAdd(value, r0, c0);
            c1 = T.MultiplyAdd(value, r1, c1);
            c2 = T.MultiplyAdd(value, r2, c2);
            c3 = T.MultiplyAdd(value, r3, c3);
            value = T.Of(left[3 * d]);
            d0 = T.MultiplyAdd(value, r0, d0);
            d1 = T.MultiplyAdd(value, r1, d1);
            d2 = T.MultiplyAdd(value, r2, d2);
            d3 = T.MultiplyAdd(value, r3, d3);
        }
        Store(into, a0, a1, a2, a3);
        Store(into + c, b0, b1, b2, b3);
        Store(third, c0, c1, c2, c3);
        Store(fourth, d0, d1, d2, d3);
    }

    private static void OneRow(in ProductArguments given, int row, int j)
    {
        var n = T.Count;
        var into = given.Result + ((long)row * given.Columns) + j;
        var (a0, a1, a2, a3) = (T.Load(into), T.Load(into + n), T.Load(into + (2 * n)), T.Load(into + (3 * n)));
        var left = given.Left + (row * given.LeftRow);
        var right = given.Right + j;
        for (var term = 0; term < given.Terms; term++, left += given.LeftTerm, right += given.Columns)
        {
            var value = T.Of(*left);
            a0 = T.MultiplyAdd(value, T.Load(right), a0);
            a1 = T.MultiplyAdd(value, T.Load(right + n), a1);
            a2 = T.MultiplyAdd(value, T.Load(right + (2 * n)), a2);
            a3 = T.MultiplyAdd(value, T.Load(right + (3 * n)), a3);
        }
        Store(into, a0, a1, a2, a3);
    }

    private static void OneRegister(in ProductArguments given, int row, int j)
    {
        var into = given.Result + ((long)row * given.Columns) + j;
        var sum = T.Load(into);
        var left = given.Left + (row * given.LeftRow);
        var right = given.Right + j;
        for (var term = 0; term < given.Terms; term++, left += given.LeftTerm, right += given.Columns)
            sum = T.MultiplyAdd(T.Of(*left), T.Load(right), sum);
        T.Store(into, sum);
    }

    private static void Store(float* into, T a, T b, T c, T d)
    {
        T.Store(into, a);
        T.Store(into + T.Count, b);
        T.Store(into + (2 * T.Count), c);
        T.Store(into + (3 * T.Count), d);
    }
}

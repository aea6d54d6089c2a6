using System.Numerics;
using System.Runtime.InteropServices;

namespace MatNotebooks.Frameworks.Mpbf.Heads;

/// <summary>Inner products of rows of single-precision numbers, which heads and networks spend their time on.</summary>
internal static class InnerProduct
{
    public static float Of(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var a = MemoryMarshal.Cast<float, Vector<float>>(left);
        var b = MemoryMarshal.Cast<float, Vector<float>>(right);
        var (first, second, place) = (Vector<float>.Zero, Vector<float>.Zero, 0);
        for (; place + 1 < a.Length; place += 2)
        {
            first = Vector.FusedMultiplyAdd(a[place], b[place], first);
            second = Vector.FusedMultiplyAdd(a[place + 1], b[place + 1], second);
        }
        if (place < a.Length) first = Vector.FusedMultiplyAdd(a[place], b[place], first);
        var sum = Vector.Sum(first + second);
        for (var rest = a.Length * Vector<float>.Count; rest < left.Length; rest++) sum += left[rest] * right[rest];
        return sum;
    }

    /// <summary>Four rows against one, which is read once.</summary>
    public static Vector4 OfFour(ReadOnlySpan<float> row, ReadOnlySpan<float> first, ReadOnlySpan<float> second, ReadOnlySpan<float> third, ReadOnlySpan<float> fourth)
    {
        var x = MemoryMarshal.Cast<float, Vector<float>>(row);
        var a = MemoryMarshal.Cast<float, Vector<float>>(first[..row.Length]);
        var b = MemoryMarshal.Cast<float, Vector<float>>(second[..row.Length]);
        var c = MemoryMarshal.Cast<float, Vector<float>>(third[..row.Length]);
        var d = MemoryMarshal.Cast<float, Vector<float>>(fourth[..row.Length]);
        var (sumA, sumB, sumC, sumD) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
        for (var place = 0; place < x.Length; place++)
        {
            sumA = Vector.FusedMultiplyAdd(x[place], a[place], sumA);
            sumB = Vector.FusedMultiplyAdd(x[place], b[place], sumB);
            sumC = Vector.FusedMultiplyAdd(x[place], c[place], sumC);
            sumD = Vector.FusedMultiplyAdd(x[place], d[place], sumD);
        }
        var sums = new Vector4(Vector.Sum(sumA), Vector.Sum(sumB), Vector.Sum(sumC), Vector.Sum(sumD));
        for (var rest = x.Length * Vector<float>.Count; rest < row.Length; rest++) sums += row[rest] * new Vector4(first[rest], second[rest], third[rest], fourth[rest]);
        return sums;
    }
}

namespace MatNotebooks.Frameworks.Mpbf.Heads;

/// <summary>Distances of rows and the likeness that follows from them.</summary>
internal static class KernelMatrix
{
    /// <summary>Distances, (rows, columns).</summary>
    public static float[] Distances(float[] left, float[] right, int width, int rows, int columns)
    {
        var (own, other) = (Squares(left, width, rows), Squares(right, width, columns));
        var distances = new float[rows * columns];
        for (var row = 0; row < rows; row++)
        {
            var point = left.AsSpan(row * width, width);
            for (var column = 0; column < columns; column++)
                distances[(row * columns) + column] = MathF.Sqrt(MathF.Max(0, own[row] + other[column] - (2 * InnerProduct.Of(point, right.AsSpan(column * width, width)))));
        }
        return distances;
    }

    /// <summary>exp(−d / (ℓ m)) + ρ x·y, (rows, columns).</summary>
    public static float[] Of(float[] distances, float[] left, float[] right, int width, int rows, KernelChoice choice, double median)
    {
        var likeness = new float[distances.Length];
        var (scale, columns) = ((float)(-1 / (choice.Reach * median)), distances.Length / rows);
        for (var place = 0; place < distances.Length; place++) likeness[place] = MathF.Exp(scale * distances[place]);
        if (choice.Linear == 0) return likeness;
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
                likeness[(row * columns) + column] += choice.Linear * InnerProduct.Of(left.AsSpan(row * width, width), right.AsSpan(column * width, width));
        return likeness;
    }

    /// <summary>Distances of the first rows among themselves, the lower triangle alone, (count, count).</summary>
    public static float[] Own(float[] rows, int width, int count)
    {
        var squares = Squares(rows, width, count);
        var distances = new float[count * count];
        for (var row = 0; row < count; row++)
        {
            var point = rows.AsSpan(row * width, width);
            for (var column = 0; column < row; column++)
                distances[(row * count) + column] = MathF.Sqrt(MathF.Max(0, squares[row] + squares[column] - (2 * InnerProduct.Of(point, rows.AsSpan(column * width, width)))));
        }
        return distances;
    }

    /// <summary>The likeness of the first rows among themselves, the lower triangle alone, which is all that is factored, (count, count).</summary>
    public static float[] Own(float[] distances, float[] rows, int width, int count, KernelChoice choice, double median)
    {
        var likeness = new float[distances.Length];
        var scale = (float)(-1 / (choice.Reach * median));
        for (var row = 0; row < count; row++)
        {
            var point = rows.AsSpan(row * width, width);
            for (var place = row * count; place <= (row * count) + row; place++) likeness[place] = MathF.Exp(scale * distances[place]);
            if (choice.Linear == 0) continue;
            for (var column = 0; column <= row; column++) likeness[(row * count) + column] += choice.Linear * InnerProduct.Of(point, rows.AsSpan(column * width, width));
        }
        return likeness;
    }

    private static float[] Squares(float[] rows, int width, int count)
    {
        var squares = new float[count];
        for (var row = 0; row < count; row++) squares[row] = InnerProduct.Of(rows.AsSpan(row * width, width), rows.AsSpan(row * width, width));
        return squares;
    }
}

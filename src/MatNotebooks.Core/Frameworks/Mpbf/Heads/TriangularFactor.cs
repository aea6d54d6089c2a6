namespace MatNotebooks.Frameworks.Mpbf.Heads;

/// <summary>The Cholesky factor L of a symmetric positive definite matrix, L Lᵀ, in single precision, by rows.</summary>
internal sealed class TriangularFactor
{
    private readonly float[] rows;
    private readonly int size;

    /// <summary>Factors a matrix in its place, its diagonal raised.</summary>
    /// <param name="matrix">The matrix, (size, size); its lower triangle becomes the factor.</param>
    /// <param name="size">Rows and columns.</param>
    /// <param name="ridge">Added to the diagonal, greater than 0.</param>
    public TriangularFactor(float[] matrix, int size, float ridge)
    {
        (rows, this.size) = (matrix, size);
        for (var row = 0; row < size; row++) matrix[(row * size) + row] += ridge;
        for (var first = 0; first < size; first += 4) FactorFour(first, Math.Min(4, size - first));
    }

    /// <summary>Solves L Lᵀ x = b.</summary>
    public float[] Solve(IReadOnlyList<double> right)
    {
        var solution = new float[size];
        for (var row = 0; row < size; row++)
            solution[row] = ((float)right[row] - InnerProduct.Of(Row(row)[..row], solution.AsSpan(0, row))) / rows[(row * size) + row];
        for (var row = size - 1; row >= 0; row--)
        {
            var value = solution[row] /= rows[(row * size) + row];
            var own = Row(row);
            for (var place = 0; place < row; place++) solution[place] -= value * own[place];
        }
        return solution;
    }

    /// <summary>The diagonal of the matrix's inverse, (size).</summary>
    public float[] InverseDiagonal()
    {
        var diagonal = new float[size];
        var column = new float[size]; // of the inverse of L
        for (var first = 0; first < size; first++)
        {
            column[first] = 1 / rows[(first * size) + first];
            for (var row = first + 1; row < size; row++)
                column[row] = -InnerProduct.Of(rows.AsSpan((row * size) + first, row - first), column.AsSpan(first, row - first)) / rows[(row * size) + row];
            diagonal[first] = InnerProduct.Of(column.AsSpan(first), column.AsSpan(first));
        }
        return diagonal;
    }

    /// <summary>xᵀ (L Lᵀ)⁻¹ x.</summary>
    public double Quadratic(ReadOnlySpan<float> vector)
    {
        Span<float> half = size <= 512 ? stackalloc float[size] : new float[size];
        for (var row = 0; row < size; row++)
            half[row] = (vector[row] - InnerProduct.Of(Row(row)[..row], half[..row])) / rows[(row * size) + row];
        return InnerProduct.Of(half, half);
    }

    private Span<float> Row(int row) => rows.AsSpan(row * size, size);

    // Four rows at once share what is read of the rows above them.
    private void FactorFour(int first, int count)
    {
        for (var above = 0; above < first; above++)
        {
            var row = Row(above)[..above];
            var pivot = rows[(above * size) + above];
            if (count == 4)
            {
                var sums = InnerProduct.OfFour(row, Row(first), Row(first + 1), Row(first + 2), Row(first + 3));
                for (var each = 0; each < 4; each++) rows[((first + each) * size) + above] = (rows[((first + each) * size) + above] - sums[each]) / pivot;
                continue;
            }
            for (var own = first; own < first + count; own++) rows[(own * size) + above] = (rows[(own * size) + above] - InnerProduct.Of(row, Row(own)[..above])) / pivot;
        }
        for (var own = first; own < first + count; own++)
        {
            for (var above = first; above < own; above++)
                rows[(own * size) + above] = (rows[(own * size) + above] - InnerProduct.Of(Row(above)[..above], Row(own)[..above])) / rows[(above * size) + above];
            var left = rows[(own * size) + own] - InnerProduct.Of(Row(own)[..own], Row(own)[..own]);
            rows[(own * size) + own] = MathF.Sqrt(MathF.Max(left, 1e-7f)); // rounding may take all of a diagonal of equal rows
        }
    }
}

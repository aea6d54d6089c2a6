namespace MatNotebooks.Frameworks.Arem.Equilibria;

/// <summary>Keeps what is divided equal to what there is.</summary>
internal static class BudgetSum
{
    /// <summary>Scales shares to the budget, and gives the greatest what rounding leaves; all equal where they sum to nothing.</summary>
    public static void Restore(Span<double> shares, double budget)
    {
        var sum = 0.0;
        foreach (var share in shares) sum += share;
        if (!(sum > 0 && double.IsFinite(sum)))
        {
            shares.Fill(budget / shares.Length);
            sum = budget;
        }
        else if (sum != budget)
        {
            for (var layer = 0; layer < shares.Length; layer++) shares[layer] *= budget / sum;
        }
        var (greatest, total) = (0, 0.0);
        for (var layer = 0; layer < shares.Length; layer++)
        {
            total += shares[layer];
            if (shares[layer] > shares[greatest]) greatest = layer;
        }
        shares[greatest] = Math.Max(0, shares[greatest] + (budget - total));
    }

    /// <summary>Whole cores by largest remainders; they sum to <paramref name="cores"/>.</summary>
    public static void Round(ReadOnlySpan<double> shares, int cores, Span<int> whole)
    {
        var sum = 0.0;
        foreach (var share in shares) sum += share;
        var given = 0;
        Span<double> remainders = stackalloc double[shares.Length];
        for (var layer = 0; layer < shares.Length; layer++)
        {
            var exact = sum > 0 ? shares[layer] / sum * cores : (double)cores / shares.Length;
            whole[layer] = (int)Math.Floor(exact + 1e-9);
            remainders[layer] = exact - whole[layer];
            given += whole[layer];
        }
        for (; given < cores; given++)
        {
            var next = 0;
            for (var layer = 1; layer < shares.Length; layer++)
                if (remainders[layer] > remainders[next]) next = layer;
            whole[next]++;
            remainders[next] = -1;
        }
    }
}

namespace MatNotebooks.Frameworks.PgGos.Generation;

/// <summary>Draws from N(0, 1) that are the same on every machine for the same generator.</summary>
internal static class LatentNoise
{
    /// <summary>Draws numbers (Box and Muller).</summary>
    public static float[] Draw(int count, Random random)
    {
        var numbers = new float[count];
        for (var place = 0; place < count; place++)
            numbers[place] = (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        return numbers;
    }
}

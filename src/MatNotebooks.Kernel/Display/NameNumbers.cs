namespace MatNotebooks.Kernel.Display;

/// <summary>Numbers names from 0 in the order in which they are first asked for.</summary>
internal sealed class NameNumbers
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> numbers = [];

    public int Of(string name)
    {
        lock (gate)
        {
            if (!numbers.TryGetValue(name, out var number)) numbers.Add(name, number = numbers.Count);
            return number;
        }
    }
}

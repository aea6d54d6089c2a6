namespace MatNotebooks.Quantities;

/// <summary>What a number is: the name of a property, its unit and what it belongs to.</summary>
/// <param name="Name">Name in the data, such as "e_form".</param>
/// <param name="Unit">Unit, such as "eV/atom"; "1" for a pure number.</param>
/// <param name="Extent">What one value belongs to.</param>
public sealed record PropertyKey(string Name, string Unit, Extent Extent)
{
    /// <summary>Name and unit as an axis title writes them.</summary>
    public override string ToString() => Unit == "1" ? Name : $"{Name} ({Unit})";
}

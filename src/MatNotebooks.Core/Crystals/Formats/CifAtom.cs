using MatNotebooks.Chemistry;

namespace MatNotebooks.Crystals.Formats;

/// <summary>One row of a CIF's atom list.</summary>
/// <param name="Label">Label, such as "O1".</param>
/// <param name="Element">The element.</param>
/// <param name="Occupancy">Share of the site.</param>
/// <param name="Position">Where it is.</param>
/// <param name="Line">Its line, from 1.</param>
internal sealed record CifAtom(string Label, Element Element, double Occupancy, Fractional Position, int Line);

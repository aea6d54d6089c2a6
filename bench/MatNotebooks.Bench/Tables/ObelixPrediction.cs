namespace MatNotebooks.Bench.Tables;

/// <summary>What is predicted for a conductor whose value is withheld.</summary>
/// <param name="Id">Its name in OBELiX.</param>
/// <param name="Composition">Its reduced composition.</param>
/// <param name="Predicted">log10 of the conductivity in S/cm.</param>
/// <param name="Lower">Lower end of the 90 % interval | same.</param>
/// <param name="Upper">Upper end | same.</param>
/// <param name="InsideDomain">Whether it is like what was learned from.</param>
internal sealed record ObelixPrediction(string Id, string Composition, double Predicted, double Lower, double Upper, bool InsideDomain);

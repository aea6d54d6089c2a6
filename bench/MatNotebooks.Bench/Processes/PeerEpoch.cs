namespace MatNotebooks.Bench.Processes;

/// <summary>An epoch of a training by several processes.</summary>
/// <param name="Loss">Mean loss | no unit.</param>
/// <param name="ValidationError">Mean absolute error | unit of the target.</param>
/// <param name="Seconds">Time since training began | s.</param>
internal sealed record PeerEpoch(double Loss, double ValidationError, double Seconds);

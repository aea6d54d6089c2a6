using static TorchSharp.torch;

namespace MatNotebooks.Models.Resident;

/// <summary>An order of crystals, known to the host and to a device.</summary>
/// <param name="Places">Places in the data set.</param>
/// <param name="OnDevice">The same on the device, int64.</param>
internal sealed record ResidentOrder(int[] Places, Tensor OnDevice);

namespace MatNotebooks.Kernel.Visuals;

/// <summary>A quantity of every frame of a trajectory.</summary>
/// <param name="Axis">What it measures.</param>
/// <param name="Values">One value per frame, in the axis' unit.</param>
public sealed record FrameValues(Axis Axis, IReadOnlyList<double> Values);

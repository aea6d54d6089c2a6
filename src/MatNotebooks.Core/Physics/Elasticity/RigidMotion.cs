using MathNet.Numerics.LinearAlgebra;

namespace MatNotebooks.Physics.Elasticity;

/// <summary>The six ways a body moves without strain: a box that does not hinder all of them has no one answer.</summary>
internal static class RigidMotion
{
    private static readonly string[] Names = ["shift along x", "shift along y", "shift along z", "turn about x", "turn about y", "turn about z"];

    /// <summary>Refuses a box that can move.</summary>
    /// <exception cref="ArgumentException">What is held leaves a motion free; the message names it.</exception>
    public static void Refuse(BoxPoints points, double?[] held)
    {
        // The sum over all held components of the squares of what they see of a motion, lengths over that of the box.
        var seen = Matrix<double>.Build.Dense(6, 6);
        var far = points.Position(points.Count - 1);
        var size = Math.Max(far.X, Math.Max(far.Y, far.Z));
        for (var i = 0; i < held.Length; i++)
        {
            if (held[i] is null) continue;
            var motion = Vector<double>.Build.Dense(Seen(points.Position(i % points.Count), i / points.Count, size));
            seen += motion.OuterProduct(motion);
        }
        var modes = seen.Evd(Symmetricity.Symmetric);
        if (modes.EigenValues[0].Real > 1e-9 * Math.Max(1, modes.EigenValues[5].Real)) return;
        var free = Names[modes.EigenVectors.Column(0).AbsoluteMaximumIndex()];
        throw new ArgumentException($"The body can {free} without strain; hold faces so that it cannot (ElasticBox.Hold).");
    }

    private static double[] Seen((double X, double Y, double Z) at, int axis, double size)
    {
        var (x, y, z) = (at.X / size, at.Y / size, at.Z / size);
        return axis switch
        {
            0 => [1, 0, 0, 0, z, -y],
            1 => [0, 1, 0, -z, 0, x],
            _ => [0, 0, 1, y, -x, 0],
        };
    }
}

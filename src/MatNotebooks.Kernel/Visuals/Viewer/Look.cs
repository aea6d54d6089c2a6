using MatNotebooks.Crystals;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>From where a scene is seen: three unit vectors of the scene's frame.</summary>
/// <param name="Right">What is to the right of the picture.</param>
/// <param name="Up">What is up.</param>
/// <param name="Front">What comes towards the reader.</param>
internal readonly record struct Look(Cartesian Right, Cartesian Up, Cartesian Front)
{
    private const double Turn = -114; // degrees about the upright axis: a comes forward to the left, b to the right
    private const double Tilt = 14;   // degrees the reader looks down

    /// <summary>From above at a slant.</summary>
    internal static Look Slanted { get; } = Turned(Turn);

    /// <summary>The slanted look after the scene has turned about its upright axis.</summary>
    internal static Look Turned(double degrees)
    {
        var (sinTurn, cosTurn) = Math.SinCos(degrees * Math.PI / 180);
        var (sinTilt, cosTilt) = Math.SinCos(Tilt * Math.PI / 180);
        return new(new(cosTurn, 0, sinTurn), new(sinTurn * sinTilt, cosTilt, -cosTurn * sinTilt), new(-sinTurn * cosTilt, sinTilt, cosTurn * cosTilt));
    }

    /// <summary>Against a direction that comes towards the reader, with another upwards as far as it can be.</summary>
    internal static Look Against(Cartesian front, Cartesian up)
    {
        front = Unit(front);
        up = Unit(up - (up.Dot(front) * front));
        return new(up.Cross(front), up, front);
    }

    /// <summary>A place of the scene as seen: x to the right, y up, z towards the reader | Å.</summary>
    internal Cartesian Seen(Cartesian place) => new(Right.Dot(place), Up.Dot(place), Front.Dot(place));

    /// <summary>The same as a quaternion x, y, z, w that turns the scene.</summary>
    internal double[] Quaternion()
    {
        // The rows of the rotation are right, up and front (Shepperd, J. Guid. Control 1, 223, 1978).
        double[] diagonal = [Right.X, Up.Y, Front.Z];
        var trace = diagonal.Sum();
        double[] squares = [.. diagonal.Select(value => 1 + (2 * value) - trace), 1 + trace];
        var (yz, zx, xy) = (Front.Y - Up.Z, Right.Z - Front.X, Up.X - Right.Y);
        var (xPlusY, xPlusZ, yPlusZ) = (Up.X + Right.Y, Front.X + Right.Z, Front.Y + Up.Z);
        var most = Array.IndexOf(squares, squares.Max());
        double[] raw = most switch
        {
            0 => [squares[0], xPlusY, xPlusZ, yz],
            1 => [xPlusY, squares[1], yPlusZ, zx],
            2 => [xPlusZ, yPlusZ, squares[2], xy],
            _ => [yz, zx, xy, squares[3]],
        };
        var length = Math.Sqrt(raw.Sum(value => value * value));
        return [.. raw.Select(value => value / length)];
    }

    private static Cartesian Unit(Cartesian vector) => (1 / vector.Length) * vector;
}

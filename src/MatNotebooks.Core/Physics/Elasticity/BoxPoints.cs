namespace MatNotebooks.Physics.Elasticity;

/// <summary>The corners of a box's voxels, x fastest, then y.</summary>
internal sealed class BoxPoints(Microstructure body)
{
    private readonly int nx = body.SizeX + 1;
    private readonly int ny = body.SizeY + 1;
    private readonly int nz = body.SizeZ + 1;

    public int Count => nx * ny * nz;

    /// <summary>Steps from a voxel's first corner to its eight, x fastest.</summary>
    public int[] Offsets => [0, 1, nx, nx + 1, nx * ny, (nx * ny) + 1, (nx * ny) + nx, (nx * ny) + nx + 1];

    public int Index(int x, int y, int z) => (uint)x < (uint)nx && (uint)y < (uint)ny && (uint)z < (uint)nz
        ? x + (nx * (y + (ny * z)))
        : throw new ArgumentOutOfRangeException(nameof(x), $"({x}, {y}, {z})", $"The point is outside the grid of {nx} × {ny} × {nz} corners.");

    public (double X, double Y, double Z) Position(int point)
    {
        var (x, y, z) = Place(point);
        return (x * body.Voxel.X, y * body.Voxel.Y, z * body.Voxel.Z);
    }

    /// <summary>The first corner of the first voxel of a row of voxels along x.</summary>
    public int First(int y, int z) => nx * (y + (ny * z));

    public int[] Corners(int voxel)
    {
        var first = First(voxel / body.SizeX % body.SizeY, voxel / (body.SizeX * body.SizeY)) + (voxel % body.SizeX);
        return [.. Offsets.Select(offset => first + offset)];
    }

    public bool IsOn(int point, BoxFace face)
    {
        var (x, y, z) = Place(point);
        return face switch
        {
            BoxFace.XMin => x == 0,
            BoxFace.XMax => x == nx - 1,
            BoxFace.YMin => y == 0,
            BoxFace.YMax => y == ny - 1,
            BoxFace.ZMin => z == 0,
            BoxFace.ZMax => z == nz - 1,
            _ => throw new ArgumentOutOfRangeException(nameof(face), face, "A face is one of XMin, XMax, YMin, YMax, ZMin, ZMax."),
        };
    }

    public IEnumerable<int> On(BoxFace face) => Enumerable.Range(0, Count).Where(point => IsOn(point, face));

    public IEnumerable<int> VoxelsOn(BoxFace face) =>
        Enumerable.Range(0, body.VoxelCount).Where(voxel => Corners(voxel).Count(point => IsOn(point, face)) == 4);

    public double FaceArea(BoxFace face) => face switch
    {
        BoxFace.XMin or BoxFace.XMax => body.Voxel.Y * body.Voxel.Z,
        BoxFace.YMin or BoxFace.YMax => body.Voxel.X * body.Voxel.Z,
        _ => body.Voxel.X * body.Voxel.Y,
    };

    private (int X, int Y, int Z) Place(int point) => (point % nx, point / nx % ny, point / (nx * ny));
}

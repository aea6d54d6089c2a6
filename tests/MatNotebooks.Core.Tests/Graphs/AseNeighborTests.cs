using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Graphs;

namespace MatNotebooks.Core.Tests.Graphs;

/// <summary>The neighbour list against ASE's on 240 random triclinic cells (tests/References/neighbors.csv).</summary>
public sealed class AseNeighborTests
{
    [Fact]
    public void Pairs_and_distances_are_those_of_ase()
    {
        var cells = ReferenceTable.Read("neighbors.csv");
        Assert.Equal(240, cells.Count);
        foreach (var row in cells)
        {
            var list = NeighborList.Find(CrystalOf(row), new() { Cutoff = double.Parse(row["cutoff"]), MaxNeighbors = null });
            Assert.Equal(int.Parse(row["pairs"]), list.Count);
            Assert.Equal(double.Parse(row["distance_sum"]), list.Distances.Sum(), 1e-8 * (1 + list.Distances.Sum()));
            Assert.Equal(uint.Parse(row["checksum"]), Checksum(list));
        }
    }

    private static Crystal CrystalOf(Dictionary<string, string> row)
    {
        var cell = Numbers(row["cell"]);
        var positions = Numbers(row["positions"]).Chunk(3).Select(at => new Fractional(at[0], at[1], at[2]));
        return new(
            new(new(cell[0], cell[1], cell[2]), new(cell[3], cell[4], cell[5]), new(cell[6], cell[7], cell[8])),
            [.. positions.Select(at => new Site(PeriodicTable.Find("Cu"), at))]);
    }

    /// <summary>The sum that neighbors.py writes: the same whatever the order of the pairs.</summary>
    private static uint Checksum(NeighborList list)
    {
        var total = 0u;
        for (var edge = 0; edge < list.Count; edge++)
        {
            var code = (list.Receivers[edge] * 31) + list.Senders[edge];
            foreach (var shift in new[] { list.Shifts[edge].A, list.Shifts[edge].B, list.Shifts[edge].C }) code = unchecked((code * 131) + shift + 65);
            total = unchecked(total + ((uint)code * 2654435761u));
        }
        return total;
    }

    private static double[] Numbers(string cell) => [.. cell.Split(' ').Select(double.Parse)];
}

using static TorchSharp.torch;

namespace MatNotebooks.Physics.Constraints;

/// <summary>Which elastic constants a crystal system has, and where they stand in Voigt's matrix.</summary>
/// <remarks>Axes are the customary ones: 3 along the unique axis, 2 in monoclinic crystals. Source: J. F. Nye, Physical Properties of Crystals (1957).</remarks>
public sealed class StiffnessForm
{
    private readonly double[,] places; // (constants, 36)

    // A place is a row and a column; "-" before it changes the sign, "/2" after it halves.
    private StiffnessForm(string name, params string[] constants)
    {
        (Name, Constants) = (name, [.. constants.Select(text => "C" + text.Split(' ')[0])]);
        places = new double[constants.Length, 36];
        foreach (var (index, text) in constants.Index())
        {
            foreach (var word in text.Split(' ').Skip(1).Prepend(text.Split(' ')[0]))
            {
                var share = (word[0] == '-' ? -1 : 1) / (word.EndsWith("/2", StringComparison.Ordinal) ? 2.0 : 1);
                var digits = word.TrimStart('-');
                var (row, column) = (digits[0] - '1', digits[1] - '1');
                places[index, (6 * row) + column] = places[index, (6 * column) + row] = share;
            }
        }
    }

    /// <summary>Alike in all directions: C11, C12.</summary>
    public static StiffnessForm Isotropic { get; } = new("isotropic", "11 22 33 44/2 55/2 66/2", "12 13 23 -44/2 -55/2 -66/2");

    /// <summary>Cubic: C11, C12, C44.</summary>
    public static StiffnessForm Cubic { get; } = new("cubic", "11 22 33", "12 13 23", "44 55 66");

    /// <summary>Hexagonal: C11, C12, C13, C33, C44; C66 is (C11 − C12)/2.</summary>
    public static StiffnessForm Hexagonal { get; } = new("hexagonal", "11 22 66/2", "12 -66/2", "13 23", "33", "44 55");

    /// <summary>Trigonal of Laue class -3m: C11, C12, C13, C14, C33, C44.</summary>
    public static StiffnessForm TrigonalHigh { get; } = new("trigonal -3m", "11 22 66/2", "12 -66/2", "13 23", "14 56 -24", "33", "44 55");

    /// <summary>Trigonal of Laue class -3: C11, C12, C13, C14, C15, C33, C44.</summary>
    public static StiffnessForm TrigonalLow { get; } = new("trigonal -3", "11 22 66/2", "12 -66/2", "13 23", "14 56 -24", "15 -25 -46", "33", "44 55");

    /// <summary>Tetragonal of Laue class 4/mmm: C11, C12, C13, C33, C44, C66.</summary>
    public static StiffnessForm TetragonalHigh { get; } = new("tetragonal 4/mmm", "11 22", "12", "13 23", "33", "44 55", "66");

    /// <summary>Tetragonal of Laue class 4/m: C11, C12, C13, C16, C33, C44, C66.</summary>
    public static StiffnessForm TetragonalLow { get; } = new("tetragonal 4/m", "11 22", "12", "13 23", "16 -26", "33", "44 55", "66");

    /// <summary>Orthorhombic: C11, C12, C13, C22, C23, C33, C44, C55, C66.</summary>
    public static StiffnessForm Orthorhombic { get; } = new("orthorhombic", "11", "12", "13", "22", "23", "33", "44", "55", "66");

    /// <summary>Monoclinic with unique axis 2: C11, C12, C13, C15, C22, C23, C25, C33, C35, C44, C46, C55, C66.</summary>
    public static StiffnessForm Monoclinic { get; } =
        new("monoclinic", "11", "12", "13", "15", "22", "23", "25", "33", "35", "44", "46", "55", "66");

    /// <summary>Triclinic, all 21: C11, C12, ... C16, C22, ... C66, the upper half by rows.</summary>
    public static StiffnessForm Triclinic { get; } = new(
        "triclinic", [.. from row in Enumerable.Range(1, 6) from column in Enumerable.Range(row, 7 - row) select $"{row}{column}"]);

    /// <summary>Every form, from few constants to many.</summary>
    public static IReadOnlyList<StiffnessForm> All { get; } =
        [Isotropic, Cubic, Hexagonal, TrigonalHigh, TetragonalHigh, TrigonalLow, TetragonalLow, Orthorhombic, Monoclinic, Triclinic];

    /// <summary>The crystal system, with its Laue class where it has two.</summary>
    public string Name { get; }

    /// <summary>Names of the constants in their order, such as C11.</summary>
    public IReadOnlyList<string> Constants { get; }

    /// <summary>The stiffness with these constants.</summary>
    /// <param name="constants">As many as <see cref="Constants"/>, in their order | GPa.</param>
    /// <exception cref="ArgumentException">Their number is another.</exception>
    public ElasticTensor Stiffness(params IReadOnlyList<double> constants)
    {
        if (constants.Count != Constants.Count)
            throw new ArgumentException($"There are {constants.Count} constants; a {Name} crystal has {Constants.Count}: {string.Join(", ", Constants)}.");
        var matrix = new double[6, 6];
        for (var place = 0; place < 36; place++)
            for (var i = 0; i < constants.Count; i++)
                matrix[place / 6, place % 6] += constants[i] * places[i, place];
        return new(matrix);
    }

    /// <summary>Voigt's matrices of a table of constants, (samples, 6, 6), to be differentiated | GPa.</summary>
    /// <param name="constants">(samples, constants) | GPa; columns beyond the constants are left alone.</param>
    /// <exception cref="ArgumentException">There are fewer columns than constants.</exception>
    public Tensor Matrices(Tensor constants)
    {
        if (constants.shape.Length != 2 || constants.shape[1] < Constants.Count)
            throw new ArgumentException(
                $"The constants have the shape ({string.Join(", ", constants.shape)}); a {Name} crystal needs (samples, {Constants.Count}): {string.Join(", ", Constants)}.");
        using var table = tensor(places).to(constants);
        return constants.narrow(1, 0, Constants.Count).matmul(table).view(-1, 6, 6);
    }

    /// <summary>The crystal system.</summary>
    public override string ToString() => Name;
}

namespace MatNotebooks.NotebookTests;

/// <summary>A shell script in the place of xtb: the molecule comes back as it went in, a little later.</summary>
internal static class StandInXtb
{
    private const string Script =
        """
        #!/bin/sh
        sleep 0.03
        cp molecule.xyz xtbopt.xyz
        cat <<'END'
           * xtb version 6.5.1 (stand-in)
                 4        2.0000           -0.4463561             -12.1460 (HOMO)
                 5                          0.0820037               2.2314 (LUMO)
         Mol. α(0) /au        :          9.429132
        molecular dipole:
                         x           y           z       tot (Debye)
         q only:       -0.000      -0.000      -0.607
           full:       -0.000      -0.000      -0.872       2.216
         projected vibrational frequencies (cm⁻¹)
        eigval :       -0.00    -0.00    -0.00     0.00     0.00     0.00
        eigval :     1539.74  3640.55  3649.17
                  | TOTAL ENERGY               -5.070544310586 Eh   |
                  | HOMO-LUMO GAP              14.377402432997 eV   |
        END
        """;

    /// <summary>Writes the script into a folder and gives its path.</summary>
    public static string In(string folder)
    {
        var path = Path.Combine(folder, "xtb");
        File.WriteAllText(path, Script + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}

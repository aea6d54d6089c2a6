namespace MatNotebooks.Tests;

/// <summary>What xtb 6.5.1 prints about water where the readers look: for tests of them, and for scripts that stand in for it.</summary>
internal static class XtbSample
{
    public const string Output =
        """
           * xtb version 6.5.1 (unknown) compiled by 'builduser@buildhost' on 2022-12-09
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
         reduced masses (amu)
                  | TOTAL ENERGY               -5.070544310586 Eh   |
                  | HOMO-LUMO GAP              14.377402432997 eV   |
        """;
}

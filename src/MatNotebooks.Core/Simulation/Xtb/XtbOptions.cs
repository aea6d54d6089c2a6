using System.Globalization;

namespace MatNotebooks.Simulation.Xtb;

/// <summary>Settings of an xTB calculation.</summary>
public sealed record XtbOptions
{
    /// <summary>The parametrisation. The default is GFN2-xTB.</summary>
    public XtbMethod Method { get; init; } = XtbMethod.Gfn2;

    /// <summary>Charge of the molecule | e, −20 to 20. The default is 0.</summary>
    public int Charge { get; init; }

    /// <summary>Electrons without a partner | 0 to 50. The default is 0.</summary>
    public int UnpairedElectrons { get; init; }

    /// <summary>Temperature of the electrons | K, 0 to 10000. The default is 300.</summary>
    public double ElectronicTemperature { get; init; } = 300;

    /// <summary>How far positions are relaxed. The default is tight.</summary>
    public XtbRelaxation Relaxation { get; init; } = XtbRelaxation.Tight;

    /// <summary>The program. The default is xtb in PATH.</summary>
    public string Program { get; init; } = "xtb";

    /// <summary>Longest time one calculation may take | 1 s to 1 day. The default is 10 minutes.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Most memory one calculation may take | bytes, at least 64 MiB. The default is 4 GiB.</summary>
    public long Memory { get; init; } = 4L << 30;

    /// <summary>The same settings, when every one is in its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    internal XtbOptions Checked()
    {
        Require(Enum.IsDefined(Method), nameof(Method), Method, "Gfn1, Gfn2 or GfnFF");
        Require(Charge is >= -20 and <= 20, nameof(Charge), Charge, "−20 to 20");
        Require(UnpairedElectrons is >= 0 and <= 50, nameof(UnpairedElectrons), UnpairedElectrons, "0 to 50");
        Require(ElectronicTemperature is >= 0 and <= 10_000, nameof(ElectronicTemperature), ElectronicTemperature, "0 to 10000 K");
        Require(Enum.IsDefined(Relaxation), nameof(Relaxation), Relaxation, "Normal, Tight or VeryTight");
        Require(!string.IsNullOrWhiteSpace(Program), nameof(Program), Program, "a path or a name in PATH");
        Require(Limit >= TimeSpan.FromSeconds(1) && Limit <= TimeSpan.FromDays(1), nameof(Limit), Limit, "1 s to 1 day");
        Require(Memory >= 64 << 20, nameof(Memory), Memory, "at least 64 MiB");
        return this;
    }

    private static void Require(bool holds, string name, object value, string range)
    {
        if (!holds) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"xTB's {name} is {value}; it must be {range}."));
    }
}

/// <summary>Parametrisations of xTB.</summary>
public enum XtbMethod
{
    /// <summary>GFN2-xTB. Source: Bannwarth, Ehlert, Grimme, J. Chem. Theory Comput. 15, 1652 (2019).</summary>
    Gfn2,

    /// <summary>GFN1-xTB. Source: Grimme, Bannwarth, Shushkov, J. Chem. Theory Comput. 13, 1989 (2017).</summary>
    Gfn1,

    /// <summary>GFN-FF, a force field. Source: Spicher, Grimme, Angew. Chem. Int. Ed. 59, 15665 (2020).</summary>
    GfnFF,
}

/// <summary>How far xTB relaxes positions.</summary>
public enum XtbRelaxation
{
    /// <summary>Energy to 1.4e-4 eV, gradient to 0.05 eV/Å.</summary>
    Normal,

    /// <summary>Energy to 2.7e-5 eV, gradient to 0.04 eV/Å.</summary>
    Tight,

    /// <summary>Energy to 2.7e-6 eV, gradient to 0.01 eV/Å.</summary>
    VeryTight,
}

using MatNotebooks.Crystals;
using MatNotebooks.Simulation;

namespace MatNotebooks.Frameworks.Arem.Running.Pools;

/// <summary>Candidates of a campaign: what is known of each beforehand, and how each is simulated. Candidates are numbered from 0.</summary>
public interface ICandidatePool
{
    /// <summary>The pool in one line, such as "1,500 molecules, GFN2-xTB".</summary>
    string Description { get; }

    /// <summary>How many candidates there are.</summary>
    int Count { get; }

    /// <summary>What is learned of a candidate that is simulated, by name with unit.</summary>
    IReadOnlyDictionary<string, string> Properties { get; }

    /// <summary>Who simulates.</summary>
    ICalculator Calculator { get; }

    /// <summary>Name of a candidate in the ledger; no two are the same.</summary>
    string NameOf(int candidate);

    /// <summary>A description that costs next to nothing, finite, (dimensions).</summary>
    double[] Coarse(int candidate);

    /// <summary>A finer description, which may cost milliseconds, finite, (dimensions).</summary>
    double[] Fine(int candidate);

    /// <summary>The structure, for networks.</summary>
    Crystal StructureOf(int candidate);

    /// <summary>What a simulation computes.</summary>
    CalculationTask TaskOf(int candidate);

    /// <summary>What a result says of a candidate; null where it is no label, such as of a molecule that fell apart.</summary>
    IReadOnlyDictionary<string, double>? Read(int candidate, CalculationResult result);
}

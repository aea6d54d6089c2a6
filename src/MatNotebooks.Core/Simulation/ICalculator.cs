namespace MatNotebooks.Simulation;

/// <summary>A program that computes crystals, molecules or both.</summary>
public interface ICalculator
{
    /// <summary>Name and settings in one line, such as "GPAW PBE, plane waves 600 eV, 6×6×6".</summary>
    string Description { get; }

    /// <summary>Identity of a calculation: SHA-256 over the settings and the task | 64 hexadecimal digits.</summary>
    /// <remarks>Equal inputs have equal hashes, on every machine; positions count to 1e-8 Å. Names do not count.</remarks>
    string InputHash(CalculationTask task);

    /// <summary>Computes one task; what goes wrong is part of the outcome, never an exception.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested.</exception>
    Task<CalculationOutcome> CalculateAsync(CalculationTask task, CancellationToken cancellation = default);
}

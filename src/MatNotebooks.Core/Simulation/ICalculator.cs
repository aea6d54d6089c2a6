using MatNotebooks.Crystals;

namespace MatNotebooks.Simulation;

/// <summary>A program that computes the energy of a crystal as it stands.</summary>
public interface ICalculator
{
    /// <summary>Name and settings in one line, such as "GPAW PBE, plane waves 600 eV, 6×6×6".</summary>
    string Description { get; }

    /// <summary>Identity of a calculation: SHA-256 over the settings and the crystal | 64 hexadecimal digits.</summary>
    /// <remarks>Equal inputs have equal hashes, on every machine; positions count to 1e-8 Å.</remarks>
    string InputHash(Crystal crystal);

    /// <summary>Computes one crystal; what goes wrong is part of the outcome, never an exception.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested.</exception>
    Task<CalculationOutcome> CalculateAsync(Crystal crystal, CancellationToken cancellation = default);
}

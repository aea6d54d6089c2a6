using System.Collections.Immutable;
using MatNotebooks.Frameworks.PgGos.Search;
using MatNotebooks.Journals;
using MatNotebooks.Metrics;
using MatNotebooks.Quantities;
using MatNotebooks.Simulation;

namespace MatNotebooks.Frameworks.PgGos.Oracles;

/// <summary>
/// Writes every answer of another oracle to a file, one JSON line each, and takes from there what it has: a search that is begun again
/// with the same seed goes the same way, and so goes on where it was stopped. A line that a kill cut short is passed over.
/// </summary>
public sealed class JournalOracle : IOracle
{
    private readonly IOracle inner;
    private readonly JournalFile<Entry> file;
    private readonly Dictionary<string, Queue<OracleAnswer>> known = [];

    /// <summary>Opens a journal; the file need not be there.</summary>
    /// <param name="inner">Who is asked what the journal has not.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The journal belongs to another oracle.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public JournalOracle(IOracle inner, string path)
    {
        (this.inner, file) = (inner, new(path));
        foreach (var entry in file.Read())
        {
            if (entry.Oracle != inner.Description)
                throw new InvalidDataException($"The journal {path} holds answers of \"{entry.Oracle}\", not of \"{inner.Description}\"; give another file, or delete it.");
            if (!known.TryGetValue(entry.Candidate, out var answers)) known[entry.Candidate] = answers = new();
            answers.Enqueue(entry.Failure is { } failure ? OracleAnswer.Of(failure) : OracleAnswer.Of(entry.Values ?? []));
            Resumed++;
        }
    }

    /// <summary>How many answers the file held when it was opened.</summary>
    public int Resumed { get; }

    /// <inheritdoc/>
    public string Description => inner.Description;

    /// <inheritdoc/>
    public ImmutableArray<PropertyKey> Properties => inner.Properties;

    /// <inheritdoc/>
    public Interval? Reach(PropertyKey property) => inner.Reach(property);

    /// <inheritdoc/>
    public async Task<OracleAnswer> AskAsync(Candidate candidate, CancellationToken cancellation = default)
    {
        if (known.TryGetValue(candidate.Id, out var answers) && answers.TryDequeue(out var earlier)) return earlier;
        var answer = await inner.AskAsync(candidate, cancellation).ConfigureAwait(false);
        if (answer.Failure is { Kind: FailureKind.NotInstalled or FailureKind.NoRoom }) return answer; // of the machine, not of the candidate
        file.Add(new(inner.Description, candidate.Id, answer.Values.ToDictionary(), answer.Failure));
        return answer;
    }

    private sealed record Entry(string Oracle, string Candidate, Dictionary<string, double>? Values, CalculationFailure? Failure);
}

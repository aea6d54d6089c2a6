using System.Text.Json;
using MatNotebooks.Frameworks.Arem.Running.Definitions;
using MatNotebooks.Frameworks.Arem.Running.Pools;

namespace MatNotebooks.Frameworks.Arem.Running.Work;

/// <summary>The program that encodes, trains and screens where this process is not: it reads a request and writes the answer.</summary>
/// <param name="Program">Path, or a name that is looked for in PATH; on a cluster it must be there on every node.</param>
/// <param name="Arguments">What it is called with.</param>
public sealed record WorkProgram(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>Does what a request says; the program's whole work.</summary>
    /// <param name="request">What was read from standard input.</param>
    /// <returns>What is to be written to standard output.</returns>
    /// <exception cref="InvalidDataException">It is no request.</exception>
    public static string Answer(string request)
    {
        SentRequest? sent;
        try
        {
            sent = JsonSerializer.Deserialize<SentRequest>(request);
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"This is no request of a campaign: {wrong.Message}", wrong);
        }
        if (sent is null) throw new InvalidDataException("This is no request of a campaign: it is empty.");
        MathNet.Numerics.Control.MaxDegreeOfParallelism = 1; // a worker has one core
        return JsonSerializer.Serialize(TaskWork.Answer(sent.Request, new(() => CandidatePools.Of(sent.Pool, sent.Seed)), CancellationToken.None));
    }

    internal static string Written(PoolDefinition pool, int seed, TaskRequest request) => JsonSerializer.Serialize(new SentRequest(pool, seed, request));

    internal static TaskAnswer Read(string answer) => JsonSerializer.Deserialize<TaskAnswer>(answer) ?? throw new JsonException("the answer is empty");

    private sealed record SentRequest(PoolDefinition Pool, int Seed, TaskRequest Request);
}

using System.Runtime.InteropServices;
using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Frameworks.PgGos.Reinforcement;

/// <summary>The file an optimisation goes on from: the draws done as JSON, then the policy's numbers and the optimiser's memory. It is written beside and renamed.</summary>
internal sealed class PolicyCheckpoint(string? path, Parameter[] parameters, OptimizerHelper optimizer)
{
    private const string Mark = "MatNotebooks policy 1";

    /// <summary>Remembers an optimisation after a draw; does nothing without a path.</summary>
    public void Write(IReadOnlyList<PolicyStep> history)
    {
        if (path is null) return;
        var part = path + ".part";
        using (var writer = new BinaryWriter(File.Create(part)))
        {
            writer.Write(Mark);
            writer.Write(JsonSerializer.Serialize(new Head(Fingerprint(), history)));
            foreach (var parameter in parameters) writer.Write(MemoryMarshal.AsBytes<float>(parameter.data<float>().ToArray()));
            optimizer.save_state_dict(writer);
        }
        File.Move(part, path, overwrite: true);
    }

    /// <summary>Takes everything over from the file.</summary>
    /// <returns>The draws done; none where there is no file.</returns>
    /// <exception cref="InvalidDataException">The file is no checkpoint, or one of another policy.</exception>
    public IReadOnlyList<PolicyStep> Read()
    {
        if (path is null || !File.Exists(path)) return [];
        using var reader = new BinaryReader(File.OpenRead(path));
        try
        {
            var head = reader.ReadString() == Mark ? JsonSerializer.Deserialize<Head>(reader.ReadString()) : null;
            if (head?.Policy != Fingerprint()) throw new InvalidDataException($"{path} is {(head is null ? "no checkpoint" : "a checkpoint of another policy")}; delete it to start anew.");
            using var still = no_grad();
            foreach (var parameter in parameters)
            {
                using var values = tensor(MemoryMarshal.Cast<byte, float>(reader.ReadBytes(checked((int)parameter.numel() * sizeof(float)))).ToArray(), parameter.shape);
                parameter.copy_(values);
            }
            optimizer.load_state_dict(reader);
            return head.Steps;
        }
        catch (Exception wrong) when (wrong is EndOfStreamException or JsonException or ArgumentException)
        {
            throw new InvalidDataException($"{path} is no whole checkpoint: {wrong.Message} Delete it to start anew.", wrong);
        }
    }

    private string Fingerprint() => string.Join(", ", parameters.Select(parameter => string.Join(" × ", parameter.shape)));

    private sealed record Head(string Policy, IReadOnlyList<PolicyStep> Steps);
}

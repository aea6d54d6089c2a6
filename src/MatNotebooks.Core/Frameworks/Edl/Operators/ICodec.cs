namespace MatNotebooks.Frameworks.Edl.Operators;

/// <summary>Writes embeddings as a few bytes and reads them back; threads may share it.</summary>
public interface ICodec
{
    /// <summary>How many bytes one crystal takes, at least 1; at most what was asked for.</summary>
    int BytesPerCrystal { get; }

    /// <summary>The code of one embedding, (bytes per crystal).</summary>
    /// <param name="vector">The embedding, (dimensions).</param>
    byte[] Encode(ReadOnlySpan<float> vector);

    /// <summary>The embedding that a code stands for, (dimensions).</summary>
    /// <param name="code">The code, (bytes per crystal).</param>
    float[] Decode(ReadOnlySpan<byte> code);
}

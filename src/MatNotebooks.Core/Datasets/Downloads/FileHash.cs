using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MatNotebooks.Datasets.Downloads;

/// <summary>Hashes of a file, read in one go without holding it.</summary>
/// <param name="Sha256">In hexadecimal.</param>
/// <param name="Md5">In hexadecimal.</param>
/// <param name="GitBlob">Git's name of the content.</param>
internal sealed record FileHash(string Sha256, string Md5, string GitBlob)
{
    private const int Chunk = 1 << 20;

    public static async Task<FileHash> OfAsync(string path, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
        return await OfAsync(file, cancellation);
    }

    /// <summary>Hashes of a whole file that is open.</summary>
    public static async Task<FileHash> OfAsync(FileStream file, CancellationToken cancellation)
    {
        file.Seek(0, SeekOrigin.Begin);
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        using var blob = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        blob.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"blob {file.Length}\0")));
        var buffer = new byte[Chunk];
        int read;
        while ((read = await file.ReadAsync(buffer, cancellation)) > 0)
            foreach (var hash in (IncrementalHash[])[sha256, md5, blob])
                hash.AppendData(buffer, 0, read);
        return new(Convert.ToHexStringLower(sha256.GetHashAndReset()), Convert.ToHexStringLower(md5.GetHashAndReset()), Convert.ToHexStringLower(blob.GetHashAndReset()));
    }

    /// <summary>What is wrong with the content; null where it is what the publisher says.</summary>
    public string? Fault(DownloadFile file) => Fault("SHA-256", file.Sha256, Sha256) ?? Fault("MD5", file.Md5, Md5) ?? Fault("git blob", file.GitBlob, GitBlob);

    private static string? Fault(string kind, string? wanted, string got) =>
        wanted is null || wanted.Equals(got, StringComparison.OrdinalIgnoreCase) ? null : $"its {kind} is {got}, not {wanted}";
}

using System.Net;
using System.Net.Sockets;

namespace MatNotebooks.Datasets.Downloads;

/// <summary>Asks servers; whatever goes wrong there is a <see cref="MirrorException"/> that says in words what.</summary>
/// <param name="client">Sends the requests.</param>
/// <param name="stall">A server that sends nothing for so long is taken for dead.</param>
internal sealed class Server(HttpClient client, TimeSpan stall)
{
    /// <summary>The answer's headers; the body is still to be read.</summary>
    /// <exception cref="MirrorException">No answer, or one that is not wanted.</exception>
    public async Task<HttpResponseMessage> AskAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var response = await WaitAsync(async token => await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token), cancellation);
        if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable)
            return response;
        using (response)
        {
            var reason = string.IsNullOrWhiteSpace(response.ReasonPhrase) ? "" : $" ({response.ReasonPhrase})";
            throw new MirrorException($"answers {(int)response.StatusCode}{reason}")
            {
                IsPassing = Patience.IsPassing(response.StatusCode),
                After = response.Headers.RetryAfter,
            };
        }
    }

    /// <summary>The next bytes of a body; 0 at its end.</summary>
    /// <exception cref="MirrorException">They do not come.</exception>
    public Task<int> ReadAsync(Stream body, Memory<byte> buffer, CancellationToken cancellation) =>
        WaitAsync(async token => await body.ReadAsync(buffer, token), cancellation);

    /// <summary>A whole body.</summary>
    /// <exception cref="MirrorException">It does not come, or is longer than a page may be.</exception>
    public async Task<byte[]> ReadAllAsync(HttpResponseMessage response, int most, CancellationToken cancellation)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        using var all = new MemoryStream();
        var buffer = new byte[1 << 16];
        int read;
        while ((read = await ReadAsync(body, buffer, cancellation)) > 0)
        {
            all.Write(buffer, 0, read);
            if (all.Length > most)
                throw new MirrorException($"sends a page of more than {most / 1_000_000} MB");
        }
        return all.ToArray();
    }

    private async Task<T> WaitAsync<T>(Func<CancellationToken, Task<T>> wait, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(stall);
        try
        {
            return await wait(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new MirrorException($"sent nothing for {stall.TotalSeconds:0.#} s") { IsPassing = true };
        }
        catch (HttpRequestException failed) when (!cancellation.IsCancellationRequested)
        {
            var unknown = failed.HttpRequestError is HttpRequestError.NameResolutionError;
            var words = unknown ? "is not known here; is this machine on the network?" : $"cannot be reached: {Innermost(failed)}";
            throw new MirrorException(words, failed) { IsPassing = !unknown && failed.HttpRequestError is not HttpRequestError.SecureConnectionError };
        }
        catch (IOException broken) when (!cancellation.IsCancellationRequested)
        {
            throw new MirrorException($"broke off: {Innermost(broken)}", broken) { IsPassing = true };
        }
    }

    private static string Innermost(Exception failed)
    {
        while (failed.InnerException is { } inner)
            failed = inner;
        return (failed is SocketException socket ? socket.SocketErrorCode.ToString() : failed.Message).TrimEnd('.');
    }
}

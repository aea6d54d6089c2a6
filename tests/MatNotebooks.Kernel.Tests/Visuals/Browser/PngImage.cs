using System.Buffers.Binary;
using System.IO.Compression;

namespace MatNotebooks.Kernel.Tests.Visuals.Browser;

/// <summary>The pixels of a PNG of eight bits per channel, as Chromium writes them.</summary>
internal sealed class PngImage
{
    private readonly byte[] pixels;
    private readonly int channels;

    private PngImage(int width, int height, int channels, byte[] pixels) =>
        (Width, Height, this.channels, this.pixels) = (width, height, channels, pixels);

    internal int Width { get; }

    internal int Height { get; }

    internal (byte Red, byte Green, byte Blue) this[int x, int y]
    {
        get
        {
            var at = ((y * Width) + x) * channels;
            return (pixels[at], pixels[at + 1], pixels[at + 2]);
        }
    }

    internal static PngImage Read(byte[] file)
    {
        using var packed = new MemoryStream();
        var (width, height, channels) = (0, 0, 0);
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var data = file.AsSpan(at + 8, length);
            if (file.AsSpan(at + 4, 4).SequenceEqual("IHDR"u8))
            {
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]));
                Assert.Equal(8, data[8]);
                channels = data[9] switch { 2 => 3, 6 => 4, var kind => throw new InvalidDataException($"PNG colour type {kind}; 2 and 6 are read.") };
            }
            if (file.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8)) packed.Write(data);
            at += length + 12;
        }
        packed.Position = 0;
        using var raw = new ZLibStream(packed, CompressionMode.Decompress);
        return new(width, height, channels, Unfiltered(raw, width * channels, height, channels));
    }

    private static byte[] Unfiltered(Stream raw, int stride, int height, int step)
    {
        var pixels = new byte[stride * height];
        for (var row = 0; row < height; row++)
        {
            var filter = raw.ReadByte();
            var line = pixels.AsSpan(row * stride, stride);
            raw.ReadExactly(line);
            for (var i = 0; i < stride; i++)
            {
                int left = i >= step ? line[i - step] : 0;
                int above = row > 0 ? pixels[((row - 1) * stride) + i] : 0;
                int corner = row > 0 && i >= step ? pixels[((row - 1) * stride) + i - step] : 0;
                line[i] += (byte)(filter switch { 1 => left, 2 => above, 3 => (left + above) / 2, 4 => Nearest(left, above, corner), _ => 0 });
            }
        }
        return pixels;
    }

    private static int Nearest(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? above : corner;
    }
}

using System.Buffers.Binary;
using System.IO.Compression;

namespace NewsReader.Web.Demo;

/// <summary>Writes a picture as PNG (W3C, Portable Network Graphics, third edition): 8 bits, red, green, blue.</summary>
internal static class DemoPng
{
    private const byte FilterUp = 2;

    /// <summary>Writes a picture row by row; <paramref name="paint"/> fills row <c>y</c> with three bytes a pixel.</summary>
    public static byte[] Write(int width, int height, Action<int, byte[]> paint)
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        Chunk(png, "IHDR"u8, header);
        Chunk(png, "IDAT"u8, Pixels(width, height, paint));
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static byte[] Pixels(int width, int height, Action<int, byte[]> paint)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            var (above, row, line) = (new byte[width * 3], new byte[width * 3], new byte[(width * 3) + 1]);
            line[0] = FilterUp;
            for (var y = 0; y < height; y++)
            {
                paint(y, row);
                for (var i = 0; i < row.Length; i++)
                    line[i + 1] = (byte)(row[i] - above[i]);
                zlib.Write(line);
                (above, row) = (row, above);
            }
        }

        return packed.ToArray();
    }

    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), data));
        png.Write(number);
    }

    // The cyclic redundancy check of the specification's annex D, bit by bit.
    private static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xedb88320u;
        }

        return crc;
    }
}

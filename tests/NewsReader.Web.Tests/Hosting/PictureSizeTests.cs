using NewsReader.Web.Hosting;
using NewsReader.Web.Tests.Support;

namespace NewsReader.Web.Tests.Hosting;

public sealed class PictureSizeTests
{
    [Fact]
    public void A_png_tells_its_size() => PictureSize.Of(SeededPicture.Png(7, 3, 1, 2, 3), "image/png").ShouldBe((7, 3));

    [Fact]
    public void A_jpeg_tells_its_size_after_other_segments()
    {
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xC2, 0, 11, 8, 0x02, 0x1C, 0x03, 0xC0, 3, 0, 0, 0];

        PictureSize.Of(jpeg, "image/jpeg").ShouldBe((960, 540));
    }

    [Fact]
    public void A_gif_tells_its_size() => PictureSize.Of([.. "GIF89a"u8, 64, 1, 240, 0, 0, 0, 0], "image/gif").ShouldBe((320, 240));

    [Fact]
    public void The_three_kinds_of_webp_tell_their_size()
    {
        PictureSize.Of([.. "RIFF____WEBPVP8X"u8, .. new byte[8], 0x7F, 0x02, 0, 0xDF, 0x01, 0], "image/webp").ShouldBe((640, 480));
        PictureSize.Of([.. "RIFF____WEBPVP8 "u8, .. new byte[10], 0x80, 0x02, 0xE0, 0x01], "image/webp").ShouldBe((640, 480));
        PictureSize.Of([.. "RIFF____WEBPVP8L"u8, 0, 0, 0, 0, 0x2F, 0x7F, 0xC2, 0x77, 0x00], "image/webp").ShouldBe((640, 480));
    }

    [Fact]
    public void An_avif_tells_the_largest_of_its_sizes()
    {
        byte[] avif = [.. "____ftypavif"u8, .. "ispe"u8, 0, 0, 0, 0, 0, 0, 0, 64, 0, 0, 0, 64, .. "ispe"u8, 0, 0, 0, 0, 0, 0, 2, 128, 0, 0, 1, 224];

        PictureSize.Of(avif, "image/avif").ShouldBe((640, 480));
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("image/jpeg")]
    [InlineData("image/gif")]
    [InlineData("image/webp")]
    [InlineData("image/avif")]
    public void A_cut_header_tells_nothing(string mediaType)
    {
        for (var length = 0; length < 12; length++)
            PictureSize.Of(new byte[length], mediaType)?.Width.ShouldBe(0);
    }
}

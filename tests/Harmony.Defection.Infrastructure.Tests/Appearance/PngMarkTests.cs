using Harmony.Defection.Infrastructure.Appearance;
using Harmony.Defection.Testing.Site;

namespace Harmony.Defection.Infrastructure.Tests.Appearance;

/// <summary>The Party's mark is taken in by its content alone (IN3).</summary>
public sealed class PngMarkTests
{
    private const string NotSound = "This is not a sound PNG picture. Save the mark as PNG and choose it again";

    [Fact]
    public void A_square_PNG_is_kept_without_its_maker_s_notes()
    {
        var picture = Png.Square(128, note: "Made by Hester Quill");
        Assert.Contains("Hester", System.Text.Encoding.ASCII.GetString(picture), StringComparison.Ordinal);

        var kept = PngMark.Read(picture, out var refusal);

        Assert.Null(refusal);
        Assert.DoesNotContain("Hester", System.Text.Encoding.ASCII.GetString(kept!), StringComparison.Ordinal);
        Assert.Equal(Png.Square(128), kept);
        Assert.Equal(kept, PngMark.Read(kept, out _));
    }

    [Fact]
    public void What_comes_after_the_picture_s_end_is_left_out()
    {
        var kept = PngMark.Read([.. Png.Square(64), .. "<script>alert(1)</script>"u8], out var refusal);
        Assert.Null(refusal);
        Assert.Equal(Png.Square(64), kept);
    }

    [Theory]
    [InlineData(63, "The mark is 63 pixels wide. Choose one between 64 and 1024 pixels")]
    [InlineData(1025, "The mark is 1025 pixels wide. Choose one between 64 and 1024 pixels")]
    [InlineData(50000, "The mark is 50000 pixels wide. Choose one between 64 and 1024 pixels")]
    public void A_mark_of_a_size_that_cannot_be_used_is_refused(int edge, string sentence)
    {
        Assert.Null(PngMark.Read(Png.Header(edge, edge), out var refusal));
        Assert.Equal(sentence, refusal);
    }

    [Fact]
    public void A_mark_that_is_not_square_is_refused()
    {
        Assert.Null(PngMark.Read(Png.Header(128, 96), out var refusal));
        Assert.Equal("The mark is shown in a square: make its width and its height the same", refusal);
    }

    public static TheoryData<byte[]> Unsound => new()
    {
        Array.Empty<byte>(),
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"u8.ToArray(),
        new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 },
        Png.Square(64)[..^12],
        Png.Square(64)[..40],
        Png.Header(64, 64),
        Altered(Png.Square(64), 20),
        Altered(Png.Square(64), Png.Square(64).Length - 20),
    };

    [Theory]
    [MemberData(nameof(Unsound))]
    public void What_is_not_a_whole_PNG_is_refused(byte[] file)
    {
        Assert.Null(PngMark.Read(file, out var refusal));
        Assert.Equal(NotSound, refusal);
    }

    private static byte[] Altered(byte[] file, int at)
    {
        file[at] ^= 0x55;
        return file;
    }
}

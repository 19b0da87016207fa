using Harmony.Defection.Domain.Forms;

namespace Harmony.Defection.Domain.Tests.Forms;

/// <summary>F14: what a link to a public account says.</summary>
public sealed class SocialPlatformsTests
{
    [Theory]
    [InlineData("https://bsky.app/profile/marged.example", "Bluesky", "@marged.example")]
    [InlineData("https://www.facebook.com/margedokafor", "Facebook", "margedokafor")]
    [InlineData("https://m.facebook.com/groups/saltmarket", "Facebook", "saltmarket")]
    [InlineData("https://facebook.com/profile.php?id=12", "Facebook", null)]
    [InlineData("https://instagram.com/marged.okafor/", "Instagram", "@marged.okafor")]
    [InlineData("https://uk.linkedin.com/in/marged-okafor", "LinkedIn", "marged-okafor")]
    [InlineData("https://mastodon.example/@margedokafor", "Mastodon", "@margedokafor@mastodon.example")]
    [InlineData("https://mastodon.example/@marged@other.example", "Mastodon", "@marged@other.example")]
    [InlineData("https://twitter.com/margedokafor", "X, formerly Twitter", "@margedokafor")]
    [InlineData("https://x.com/margedokafor/status/1", "X, formerly Twitter", "@margedokafor")]
    [InlineData("https://www.tiktok.com/@margedokafor", "TikTok", "@margedokafor")]
    [InlineData("https://www.youtube.com/@marged", "YouTube", "@marged")]
    [InlineData("https://www.youtube.com/channel/UC123", "YouTube", "UC123")]
    [InlineData("https://t.me/margedokafor", "Telegram", "@margedokafor")]
    [InlineData("https://notfacebook.com/marged", null, null)]
    [InlineData("https://wexcombe.example/", null, null)]
    public void A_link_tells_the_platform_and_where_it_can_the_name(string link, string? platform, string? name) =>
        Assert.Equal(new AccountLink(platform, name), SocialPlatforms.Read(new Uri(link)));

    [Fact]
    public void The_platforms_stand_in_the_order_of_the_alphabet() =>
        Assert.Equal(SocialPlatforms.Names.Order(StringComparer.Ordinal), SocialPlatforms.Names);
}

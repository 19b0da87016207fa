using Harmony.Defection.Domain.Societies;

namespace Harmony.Defection.Domain.Tests.Societies;

/// <summary>Rule 15: a membership holds from joining until leaving, save while suspended.</summary>
public sealed class MembershipTests
{
    private static readonly DateOnly Joined = new(2026, 3, 1);

    private readonly Membership membership = Membership.Join(Guid.NewGuid(), Guid.NewGuid(), MembershipKind.Member, Joined);

    [Fact]
    public void It_holds_from_the_day_of_joining()
    {
        Assert.False(membership.Holds(Joined.AddDays(-1)));
        Assert.True(membership.Holds(Joined));
        Assert.True(membership.Holds(Joined.AddYears(20)));
    }

    [Fact]
    public void It_ends_with_the_day_before_leaving()
    {
        membership.Leave(Joined.AddDays(10));
        Assert.True(membership.Holds(Joined.AddDays(9)));
        Assert.False(membership.Holds(Joined.AddDays(10)));
    }

    [Fact]
    public void It_does_not_hold_from_the_first_to_the_last_day_of_a_suspension()
    {
        membership.Suspend(Joined.AddDays(10), Joined.AddDays(20));
        Assert.True(membership.Holds(Joined.AddDays(9)));
        Assert.False(membership.Holds(Joined.AddDays(10)));
        Assert.False(membership.Holds(Joined.AddDays(20)));
        Assert.True(membership.Holds(Joined.AddDays(21)));
    }

    [Fact]
    public void A_suspension_without_an_end_lasts()
    {
        membership.Suspend(Joined.AddDays(10), null);
        Assert.False(membership.Holds(Joined.AddYears(5)));
    }
}

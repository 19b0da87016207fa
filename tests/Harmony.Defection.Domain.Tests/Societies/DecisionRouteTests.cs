using Harmony.Defection.Domain.Societies;

namespace Harmony.Defection.Domain.Tests.Societies;

/// <summary>Rules 1, 2 and 15: who is asked, in which order, and whose Members decide.</summary>
public sealed class DecisionRouteTests
{
    private readonly Society region = Society.Found("Westmark Regional Society", SocietyKind.Regional);
    private readonly Society elections = Society.Found("Society for Elections", SocietyKind.Elections);
    private readonly Society city;
    private readonly Society constituency;
    private readonly Society neighbour;
    private readonly Society[] all;

    public DecisionRouteTests()
    {
        city = Society.Found("Wexcombe City Society", SocietyKind.City, region.Id);
        constituency = Society.Found("Wexcombe Constituency Society", SocietyKind.Constituency, city.Id);
        neighbour = Society.Found("Dene Constituency Society", SocietyKind.Constituency, region.Id);
        all = [elections, region, neighbour, city, constituency];
    }

    [Fact]
    public void The_smallest_Society_of_the_area_is_asked_first_and_the_Society_for_Elections_last() =>
        Assert.Equal([constituency, city, region, elections], DecisionRoute.Of(isLarger: false, constituency.Id, all));

    [Fact]
    public void An_office_larger_than_a_constituency_begins_at_City_or_Region()
    {
        Assert.Equal([city, region, elections], DecisionRoute.Of(isLarger: true, constituency.Id, all));
        Assert.Equal([region, elections], DecisionRoute.Of(isLarger: true, neighbour.Id, all));
    }

    [Fact]
    public void A_constituency_without_a_larger_body_is_asked_even_for_a_larger_office()
    {
        var lone = Society.Found("Lone Constituency Society", SocietyKind.Constituency);
        Assert.Equal([lone, elections], DecisionRoute.Of(isLarger: true, lone.Id, [lone, elections]));
    }

    [Fact]
    public void A_route_needs_a_known_area_and_a_Society_for_Elections()
    {
        Assert.Throws<InvalidOperationException>(() => DecisionRoute.Of(isLarger: true, Guid.NewGuid(), all));
        Assert.Throws<InvalidOperationException>(() => DecisionRoute.Of(isLarger: true, region.Id, [region]));
    }

    [Theory]
    [InlineData(3, 9, 20, "Wexcombe Constituency Society")]
    [InlineData(2, 9, 20, "Wexcombe City Society")]
    [InlineData(2, 2, 3, "Westmark Regional Society")]
    [InlineData(2, 2, 2, null)]
    public void The_assembly_is_the_smallest_Society_with_three_eligible_Members(int inConstituency, int inCity, int inRegion, string? expected)
    {
        var eligible = new Dictionary<Guid, int>
        {
            [constituency.Id] = inConstituency, [city.Id] = inCity, [region.Id] = inRegion, [elections.Id] = 50,
        };
        var route = DecisionRoute.Of(isLarger: false, constituency.Id, all);
        Assert.Equal(expected, DecisionRoute.AssemblyOf(route, s => eligible[s.Id], 3)?.Name);
    }

    [Fact]
    public void Within_a_Society_are_all_that_name_it_or_one_within_it_as_the_next_larger()
    {
        Assert.Equal(new[] { region.Id, city.Id, constituency.Id, neighbour.Id }.Order(), DecisionRoute.Within(region.Id, all).Order());
        Assert.Equal(new[] { city.Id, constituency.Id }.Order(), DecisionRoute.Within(city.Id, all).Order());
        Assert.Equal([constituency.Id], DecisionRoute.Within(constituency.Id, all));
    }

    [Fact]
    public void The_area_rule_is_said_with_and_without_accepted_links()
    {
        Assert.Equal(
            "Wexcombe City Society asks for 12 months of living in the area, or significant local links.", city.AreaRule());
        city.Set(6, "work, family or public service there", offersDiscussion: true, participantsMayRead: false, participantsMayAttend: true);
        Assert.Equal(
            "Wexcombe City Society asks for 6 months of living in the area, or significant local links: work, family or public service there.",
            city.AreaRule());
    }
}

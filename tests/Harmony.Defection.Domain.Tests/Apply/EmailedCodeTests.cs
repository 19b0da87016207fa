using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Testing.Storage;

namespace Harmony.Defection.Domain.Tests.Apply;

/// <summary>Codes by e-mail: six figures, 15 minutes, five tries, one an hour (rule 29, RL2).</summary>
public sealed class EmailedCodeTests
{
    private static readonly DateTime Noon = new(2026, 6, 1, 12, 0, 0, DateTimeKind.Utc);

    private readonly IVault vault = TestVault.New();

    [Fact]
    public void The_right_code_works_once()
    {
        var (code, figures) = Make(CodePurpose.Return);
        Assert.Matches("^[0-9]{6}$", figures);
        Assert.True(code.Try($" {figures[..3]} {figures[3..]}", Noon.AddMinutes(14), vault));
        Assert.False(code.Try(figures, Noon.AddMinutes(14), vault));
    }

    [Fact]
    public void After_fifteen_minutes_the_right_code_is_too_late()
    {
        var (code, figures) = Make(CodePurpose.Return);
        Assert.False(code.Try(figures, Noon.AddMinutes(15), vault));
    }

    [Fact]
    public void After_five_wrong_tries_the_right_code_no_longer_works()
    {
        var (code, figures) = Make(CodePurpose.Confirm);
        for (var i = 0; i < EmailedCode.MostTries; i++)
        {
            Assert.False(code.Try(Wrong(figures), Noon, vault));
        }

        Assert.Equal(5, code.Tries);
        Assert.False(code.Try(figures, Noon, vault));
    }

    [Fact]
    public void The_code_before_stops_working_with_the_next()
    {
        var (code, first) = Make(CodePurpose.Return);
        string second;
        do
        {
            second = code.Make(Noon.AddHours(1), vault);
        }
        while (second == first);
        Assert.False(code.Try(first, Noon.AddHours(1), vault));
        Assert.True(code.Try(second, Noon.AddHours(1), vault));
    }

    [Fact]
    public void An_address_is_written_to_once_an_hour_to_open_a_form()
    {
        var (code, _) = Make(CodePurpose.Return);
        code.Make(Noon.AddHours(1), vault);
        Assert.False(code.MayMake(Noon.AddHours(2).AddMilliseconds(-1)));
        Assert.True(code.MayMake(Noon.AddHours(2)));
    }

    [Fact]
    public void An_address_that_nobody_confirms_is_written_to_ever_more_seldom_and_daily_at_the_most()
    {
        var (code, _) = Make(CodePurpose.Confirm);
        var at = Noon;
        foreach (var hours in (int[])[1, 2, 4, 8, 16, 24, 24])
        {
            Assert.False(code.MayMake(at.AddHours(hours).AddMilliseconds(-1)));
            at = at.AddHours(hours);
            Assert.True(code.MayMake(at));
            code.Make(at, vault);
        }
    }

    private static string Wrong(string figures) => figures == "000000" ? "000001" : "000000";

    private (EmailedCode Code, string Figures) Make(CodePurpose purpose)
    {
        var code = EmailedCode.For(purpose, "hash");
        Assert.True(code.MayMake(Noon));
        return (code, code.Make(Noon, vault));
    }
}

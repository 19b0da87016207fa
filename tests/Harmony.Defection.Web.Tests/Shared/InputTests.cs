using FluentValidation;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Wording;
using Harmony.Defection.Web.Features.Shared.Forms;

namespace Harmony.Defection.Web.Tests.Shared;

/// <summary>Days, months and times as people type them.</summary>
public sealed class InputTests
{
    [Theory]
    [InlineData("14", "2", "1983")]
    [InlineData(" 14 ", "02", "1983 ")]
    [InlineData("14", "February", "1983")]
    [InlineData("14", "feb", "1983")]
    [InlineData("14", "Feb.", "1983")]
    public void A_day_is_read_however_its_month_is_written(string day, string month, string year)
    {
        Assert.Equal(new DateOnly(1983, 2, 14), new DateInput { Day = day, Month = month, Year = year }.Value);
    }

    [Theory]
    [InlineData(null, null, null, "Day", "Enter your date of birth")]
    [InlineData("", "2", "1983", "Day", "Your date of birth must include a day")]
    [InlineData("14", " ", "1983", "Month", "Your date of birth must include a month")]
    [InlineData("14", "2", null, "Year", "Your date of birth must include a year")]
    [InlineData("14", "13", "1983", "Month", "The month must be a number between 1 and 12, or its name")]
    [InlineData("14", "ju", "1983", "Month", "The month must be a number between 1 and 12, or its name")]
    [InlineData("14", "2", "83", "Year", "The year must have four digits, like 1983")]
    [InlineData("14", "2", "-983", "Year", "The year must have four digits, like 1983")]
    [InlineData("0", "2", "1983", "Day", "The day must be a number between 1 and 31")]
    [InlineData("14th", "2", "1983", "Day", "The day must be a number between 1 and 31")]
    [InlineData("29", "2", "1983", "Day", "February 1983 has only 28 days")]
    [InlineData("31", "June", "2026", "Day", "June 2026 has only 30 days")]
    public void A_day_that_is_not_real_says_which_part_to_mend(string? day, string? month, string? year, string part, string message)
    {
        var input = new DateInput { Day = day, Month = month, Year = year };

        Assert.Null(input.Value);
        Assert.Equal(new InputFault(part, message), input.Fault(MissingParts.Of("your date of birth")));
    }

    [Fact]
    public void The_boxes_filled_with_a_day_give_it_back()
    {
        var day = new DateOnly(2024, 2, 29);

        Assert.Equal(day, DateInput.Of(day).Value);
        Assert.True(DateInput.Of(null).IsEmpty);
    }

    [Fact]
    public void A_month_is_read_by_number_or_name()
    {
        Assert.Equal(new MonthYear(9, 2019), new MonthInput { Month = "Sept", Year = "2019" }.Value);
        Assert.Equal(new MonthYear(3, 2019), MonthInput.Of(new MonthYear(3, 2019)).Value);
        Assert.Equal(new InputFault("Month", "Enter the month you left"), new MonthInput().Fault(MissingParts.Of("the month you left")));
    }

    [Fact]
    public void A_month_is_read_by_its_Welsh_name_and_a_day_that_is_not_real_is_refused_in_Welsh()
    {
        string[] names = ["Ionawr", "chwefror", "Mawrth", "ebr", "Mai", "Mehefin", "Gorffennaf", "Awst", "medi", "Hydref", "Tach.", "Rhagfyr"];
        Assert.Equal(Enumerable.Range(1, 12), names.Select(n => new MonthInput { Month = n, Year = "2019" }.Value!.Value.Month));

        using (Languages.Speak(Languages.Welsh))
        {
            Assert.Equal(
                "Dim ond 30 diwrnod sydd ym mis Mehefin 2026",
                new DateInput { Day = "31", Month = "Mehefin", Year = "2026" }.Fault(MissingParts.Of("the day"))!.Message);
        }
    }

    [Theory]
    [InlineData("7:30pm", 19, 30)]
    [InlineData("7.30 PM", 19, 30)]
    [InlineData("7pm", 19, 0)]
    [InlineData("7 p.m.", 19, 0)]
    [InlineData("730pm", 19, 30)]
    [InlineData("12am", 0, 0)]
    [InlineData("12:15 pm", 12, 15)]
    [InlineData("19:30", 19, 30)]
    [InlineData("1930", 19, 30)]
    [InlineData("07:30", 7, 30)]
    [InlineData("0730", 7, 30)]
    [InlineData("12:30", 12, 30)]
    [InlineData("noon", 12, 0)]
    [InlineData("Midday", 12, 0)]
    [InlineData("midnight", 0, 0)]
    public void A_time_is_read_however_it_is_written(string text, int hour, int minute)
    {
        Assert.Null(ClockText.Read(text, out var time));
        Assert.Equal(new TimeOnly(hour, minute), time);
    }

    [Theory]
    [InlineData("", ClockFault.Missing)]
    [InlineData(null, ClockFault.Missing)]
    [InlineData("7:30", ClockFault.MorningOrEvening)]
    [InlineData("730", ClockFault.MorningOrEvening)]
    [InlineData("7", ClockFault.NotATime)]
    [InlineData("25:00", ClockFault.NotATime)]
    [InlineData("13pm", ClockFault.NotATime)]
    [InlineData("7:60pm", ClockFault.NotATime)]
    [InlineData("7:3pm", ClockFault.NotATime)]
    [InlineData("soon", ClockFault.NotATime)]
    [InlineData("pm", ClockFault.NotATime)]
    public void A_time_that_cannot_be_read_says_why(string? text, ClockFault fault)
    {
        Assert.Equal(fault, ClockText.Read(text, out _));
    }

    [Fact]
    public void A_UK_time_is_an_instant_in_UTC_in_summer_and_in_winter()
    {
        Assert.Equal(
            new DateTime(2026, 9, 8, 18, 30, 0, DateTimeKind.Utc),
            new WhenInput { Day = "8", Month = "September", Year = "2026", Time = "7:30pm" }.Utc);
        Assert.Equal(
            new DateTime(2026, 12, 8, 19, 30, 0, DateTimeKind.Utc),
            new WhenInput { Day = "8", Month = "12", Year = "2026", Time = "19:30" }.Utc);
    }

    [Fact]
    public void The_hour_that_spring_leaves_out_is_refused()
    {
        var input = new WhenInput { Day = "29", Month = "3", Year = "2026", Time = "1:30am" };

        Assert.Null(input.Utc);
        Assert.Equal("Time", input.Fault("the start")!.Part);
    }

    [Fact]
    public void An_instant_fills_the_boxes_and_comes_back()
    {
        var instant = new DateTime(2026, 9, 8, 18, 30, 0, DateTimeKind.Utc);

        Assert.Equal("7:30pm", WhenInput.Of(instant).Time);
        Assert.Equal(instant, WhenInput.Of(instant).Utc);
    }

    [Fact]
    public void A_rule_puts_its_error_at_the_part_to_mend()
    {
        var result = new FormRules().Validate(new Form { Born = new() { Day = "14", Month = "2", Year = "83" } });

        Assert.Equal(["Born.Year"], result.Errors.Select(e => e.PropertyName));
    }

    [Fact]
    public void A_further_demand_is_made_only_of_a_real_day()
    {
        Assert.Equal(
            ["Your date of birth must be in the past"],
            new FormRules().Validate(new Form { Born = DateInput.Of(new DateOnly(2030, 1, 1)) }).Errors.Select(e => e.ErrorMessage));
        Assert.Equal(
            ["Enter your date of birth"],
            new FormRules().Validate(new Form()).Errors.Select(e => e.ErrorMessage));
        Assert.True(new FormRules().Validate(new Form { Born = DateInput.Of(new DateOnly(1983, 2, 14)) }).IsValid);
    }

    [Fact]
    public void What_may_be_left_out_may_not_be_half_typed()
    {
        var form = new Form { Born = DateInput.Of(new DateOnly(1983, 2, 14)), Left = new() { Month = "3" } };

        Assert.Equal(["Left.Year"], new FormRules().Validate(form).Errors.Select(e => e.PropertyName));
    }

    private sealed class Form
    {
        public DateInput? Born { get; init; }

        public MonthInput? Left { get; init; }
    }

    private sealed class FormRules : AbstractValidator<Form>
    {
        public FormRules()
        {
            RuleLevelCascadeMode = CascadeMode.Stop;
            RuleFor(f => f.Born).RealDate("your date of birth")
                .AndMust((_, day) => day < new DateOnly(2026, 9, 1), "Your date of birth must be in the past");
            RuleFor(f => f.Left).RealMonthIfAny(MissingParts.Of("the month you left"));
        }
    }
}

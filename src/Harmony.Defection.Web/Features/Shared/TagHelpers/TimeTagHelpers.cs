using System.Globalization;
using Harmony.Defection.Domain.Time;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Harmony.Defection.Web.Features.Shared.TagHelpers;

/// <summary>An instant in words, UK local time: "5 June 2026, 7:30pm".</summary>
[HtmlTargetElement("hd-time", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TimeTagHelper : TagHelper
{
    public required DateTime Utc { get; set; }

    /// <summary>Whether the weekday stands before it.</summary>
    public bool Weekday { get; set; }

    /// <summary>Whether "UK time" stands after it, as everything that people must keep says.</summary>
    public bool Zone { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("time");
        output.Attributes.SetAttribute("datetime", DateTime.SpecifyKind(Utc, DateTimeKind.Utc).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        output.Content.SetContent((Weekday ? UkTime.SayWithWeekday(Utc) : UkTime.Say(Utc)) + (Zone ? ", UK time" : string.Empty));
    }
}

/// <summary>A day in words: "5 June 2026". Given an instant, it is the UK's day of it.</summary>
[HtmlTargetElement("hd-day", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DayTagHelper : TagHelper
{
    public DateOnly? Value { get; set; }

    public DateTime? Utc { get; set; }

    /// <summary>Whether the weekday stands before it.</summary>
    public bool Weekday { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var day = Value ?? (Utc is { } instant ? UkTime.Day(instant)
            : throw new InvalidOperationException("hd-day needs a value or an instant."));
        output.Become("time");
        output.Attributes.SetAttribute("datetime", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        output.Content.SetContent(Weekday ? UkTime.SayWithWeekday(day) : UkTime.Say(day));
    }
}

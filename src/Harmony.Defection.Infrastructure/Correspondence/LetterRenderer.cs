using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;
using Fluid.Values;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Hustings;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Domain.Wording;
using Harmony.Defection.Infrastructure.Appearance;
using MimeKit;

namespace Harmony.Defection.Infrastructure.Correspondence;

/// <summary>
/// Turns a letter into what is read, in its own language: subject, plain text, HTML and calendar entry. The template in plain text begins with
/// two lines of its own: the subject, and the words of the link.
/// </summary>
public sealed class LetterRenderer(MailOptions mail, PartyAppearance party, TimeProvider clock)
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Writes a letter out.</summary>
    /// <exception cref="LetterException">A template or a value is missing, or the address is not one.</exception>
    public RenderedLetter Render(Letter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        RequireAddress(letter.Recipient);
        if (letter.Supersedes?.Length > OutboxMessage.SupersedesLength)
        {
            throw new LetterException("The key of letters that replace each other is too long.");
        }

        using var spoken = Languages.Speak(letter.Language);
        var kind = Templates.Named(letter.GetType().Name, letter.Language);
        var values = Templates.Values(ValuesOf(letter).Concat(OwnValues()));
        var (subject, rest) = Templates.FillTwoParts($"Letters/{kind}.txt", values, values);
        if (subject.Length == 0 || subject.Any(char.IsControl) || rest.Split("\n\n", 2) is not [{ Length: > 0 } button, { Length: > 0 } text])
        {
            throw new LetterException($"The template of {kind} does not begin with its subject and the words of its link.");
        }

        values.SetValue("Subject", new StringValue(subject));
        values.SetValue("Button", new StringValue(button));
        values.SetValue("Body", new StringValue(Templates.Fill($"Letters/{kind}.html", values, Html), encode: false));
        var html = Templates.Fill("Letters/Frame.html", values, Html);
        values.SetValue("Body", new StringValue(text));
        return new RenderedLetter(
            subject, Templates.Fill("Letters/Frame.txt", values, NullEncoder.Default), html, CalendarOf(letter));
    }

    /// <summary>The full address of a page.</summary>
    /// <exception cref="LetterException">No page was named.</exception>
    public string AddressOf(SitePath page) => mail.SiteAddress + (page.Value ?? throw new LetterException("A letter links to no page."));

    private static void RequireAddress(string recipient)
    {
        if (!MailboxAddress.TryParse(recipient, out var parsed) || parsed.Address != recipient || string.IsNullOrEmpty(parsed.Domain))
        {
            throw new LetterException("The recipient's e-mail address is not one.");
        }
    }

    private Dictionary<string, string> ValuesOf(Letter letter) => letter.GetType()
        .GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .Where(property => property.DeclaringType != typeof(Letter))
        .ToDictionary(property => property.Name, property => Say(property.Name, property.GetValue(letter)), StringComparer.Ordinal);

    private string Say(string name, object? value) => value switch
    {
        SitePath page => AddressOf(page),
        DateTime at when at != default => T($"{UkTime.SayWithWeekday(at)}, UK time"),
        GatheringKind kind => kind.Say(),
        string { Length: > 0 } text => text,
        _ => throw new LetterException($"The letter has no {name}."),
    };

    private PartyNames Names => party.Names.In(Languages.Current);

    /// <summary>What every letter may name. No name here may be one of a letter’s own: its link is <c>Link</c>.</summary>
    private Dictionary<string, string> OwnValues() => new(StringComparer.Ordinal)
    {
        [nameof(PartyNames.SenderName)] = Names.SenderName,
        [nameof(PartyNames.MessageSubject)] = Names.MessageSubject,
        [nameof(PartyNames.Party)] = Names.Party,
        [nameof(PartyNames.CommitteeForResolutions)] = Names.CommitteeForResolutions,
        [nameof(PartyColours.Main)] = party.Colours.Main,
        [nameof(PartyColours.MainInDark)] = party.Colours.MainInDark,
        ["LinkColour"] = party.Colours.Link,
        ["LinkColourInDark"] = party.Colours.LinkInDark,
        ["Language"] = Languages.IsWelsh ? Languages.Welsh : Languages.British.Name,
        ["CopyTheAddress"] = T("If the button does not work, copy this address into your browser:"),
        ["NotRead"] = T("This message was sent automatically. Replies to it are not read."),
    };

    private string? CalendarOf(Letter letter) => letter.Calendar is { } entry
        ? CalendarText.Write(entry, AddressOf(entry.Page), letter.Recipient, mail, Names, clock.Now())
        : null;
}

using System.Globalization;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Infrastructure;

namespace Harmony.Defection.Web.Features.Paper;

/// <summary>How large the form is printed.</summary>
public enum PaperSize
{
    A4,

    /// <summary>A4 too, in letters of 18 points.</summary>
    LargePrint,
}

/// <summary>
/// Where the PDFs of the form on paper lie: in the data folder, named by their release, so that none is offered that bears the texts of
/// another. They hold nothing but what anybody may read.
/// </summary>
public sealed class PaperFiles(StorageOptions storage)
{
    /// <summary>The page of the form for A4.</summary>
    public const string Path = "/apply/paper";

    /// <summary>The page of the form in large print.</summary>
    public const string LargePath = "/apply/paper/large-print";

    /// <summary>The PDF of a release; nothing where none was made.</summary>
    public string? Find(FormRelease release, PaperSize size) => PlaceOf(release, size) is var place && File.Exists(place) ? place : null;

    /// <summary>Where the PDF of a release belongs.</summary>
    public string PlaceOf(FormRelease release, PaperSize size)
    {
        ArgumentNullException.ThrowIfNull(release);
        var name = string.Create(CultureInfo.InvariantCulture, $"form-{release.Number}-{(size == PaperSize.A4 ? "a4" : "large-print")}.pdf");
        return System.IO.Path.Combine(storage.DataFolder, "paper", name);
    }

    /// <summary>The page that is printed.</summary>
    public static string PathOf(PaperSize size) => size == PaperSize.A4 ? Path : LargePath;
}

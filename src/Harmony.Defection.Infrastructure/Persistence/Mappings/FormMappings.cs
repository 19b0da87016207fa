using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Domain.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Harmony.Defection.Infrastructure.Persistence.Mappings;

internal sealed class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("Drafts");
        builder.Ignore(d => d.ExpiresAt);
        builder.Property(d => d.Language).HasMaxLength(10).IsUnicode(false);
        builder.HasIndex(d => new { d.Channel, d.ChangedAt });
        builder.HasIndex(d => d.KeyedAt);
        builder.Property(d => d.ReturnCodeHash).LookUp();
        builder.HasIndex(d => d.ReturnCodeHash).IsUnique();
        builder.Property(d => d.ConfirmedEmailHash).LookUp();
        builder.HasIndex(d => d.ConfirmedEmailHash);
    }
}

internal sealed class EmailedCodeMapping : IEntityTypeConfiguration<EmailedCode>
{
    public void Configure(EntityTypeBuilder<EmailedCode> builder)
    {
        builder.ToTable("EmailedCodes");
        builder.Ignore(c => c.ExpiresAt);
        builder.Property(c => c.EmailHash).LookUp();
        builder.Property(c => c.CodeHash).LookUp();
        builder.HasIndex(c => new { c.Purpose, c.EmailHash }).IsUnique();
        builder.HasIndex(c => c.MadeAt);
    }
}

internal sealed class ApplicationFormMapping : IEntityTypeConfiguration<ApplicationForm>
{
    public void Configure(EntityTypeBuilder<ApplicationForm> builder) => builder.ToTable("ApplicationForms");
}

internal sealed class FormReleaseMapping : IEntityTypeConfiguration<FormRelease>
{
    public void Configure(EntityTypeBuilder<FormRelease> builder)
    {
        builder.ToAppendOnlyTable("FormReleases");
        builder.HasIndex(r => r.Number).IsUnique();
        builder.Property(r => r.Kernel).IsUnbounded();
        builder.Property(r => r.FourPrinciples).IsUnbounded();
        builder.Property(r => r.Consensus).IsUnbounded();
        builder.Property(r => r.PrivateAccounts).IsUnbounded();
        builder.Property(r => r.PrivacyNotice).IsUnbounded();
        builder.Property(r => r.PostalAddress).HasMaxLength(500);
        builder.Property(r => r.Introduction).IsUnbounded();
        builder.Property(r => r.Welsh).IsJson();
    }
}

internal sealed class ReleaseDraftMapping : IEntityTypeConfiguration<ReleaseDraft>
{
    public void Configure(EntityTypeBuilder<ReleaseDraft> builder)
    {
        builder.ToTable("ReleaseDrafts");
        builder.Ignore(d => d.Missing);
        builder.Property(d => d.Texts).IsJson();
        builder.Property(d => d.Welsh).IsJson();
    }
}

internal sealed class WelshReviewMapping : IEntityTypeConfiguration<WelshReview>
{
    public void Configure(EntityTypeBuilder<WelshReview> builder)
    {
        builder.ToAppendOnlyTable("WelshReviews");
        builder.Property(r => r.Speaker).HasMaxLength(100);
        builder.HasOne<FormRelease>().WithOne().HasForeignKey<WelshReview>(r => r.Id);
    }
}

internal sealed class OfficeKindMapping : IEntityTypeConfiguration<OfficeKind>
{
    public void Configure(EntityTypeBuilder<OfficeKind> builder)
    {
        builder.ToTable("OfficeKinds");
        builder.Property(k => k.Name).HasMaxLength(OfficeKind.LongestName);
        builder.Property(k => k.AreaWord).HasMaxLength(OfficeKind.LongestAreaWord);
        builder.Property(k => k.WelshName).HasMaxLength(OfficeKind.LongestName);
        builder.Property(k => k.WelshAreaWord).HasMaxLength(OfficeKind.LongestAreaWord);
        builder.HasIndex(k => k.Name).IsUnique();
    }
}

internal sealed class UndertakingMapping : IEntityTypeConfiguration<Undertaking>
{
    public void Configure(EntityTypeBuilder<Undertaking> builder)
    {
        builder.ToTable("Undertakings");
        builder.Property(u => u.TextHash).HasMaxLength(64).IsUnicode(false).IsFixedLength();
        builder.Property(u => u.Language).HasMaxLength(10).IsUnicode(false);
        builder.HasIndex(u => new { u.ApplicationId, u.Kind }).IsUnique();
    }
}

internal sealed class KeyedReplyMapping : IEntityTypeConfiguration<KeyedReply>
{
    public void Configure(EntityTypeBuilder<KeyedReply> builder) => builder.ToTable("KeyedReplies");
}

internal sealed class LookUpEntryMapping : IEntityTypeConfiguration<LookUpEntry>
{
    public void Configure(EntityTypeBuilder<LookUpEntry> builder)
    {
        builder.ToTable("LookUpEntries");
        builder.Property(l => l.Hash).LookUp();
        builder.HasKey(l => new { l.ApplicationId, l.Kind, l.Hash });
        builder.HasIndex(l => new { l.Kind, l.Hash });
    }
}

internal sealed class StoredFileMapping : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("StoredFiles");
        builder.Property(f => f.ContentType).HasMaxLength(100).IsUnicode(false);
        builder.HasIndex(f => new { f.ApplicationId, f.Purpose });
    }
}

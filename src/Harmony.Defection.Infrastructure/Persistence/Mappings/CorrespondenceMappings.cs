using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Infrastructure.Correspondence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Harmony.Defection.Infrastructure.Persistence.Mappings;

internal sealed class ApplicantLetterMapping : IEntityTypeConfiguration<ApplicantLetter>
{
    public void Configure(EntityTypeBuilder<ApplicantLetter> builder)
    {
        builder.ToTable("ApplicantLetters");
        builder.Property(l => l.Language).HasMaxLength(10).IsUnicode(false);
        builder.HasIndex(l => new { l.ApplicationId, l.WrittenAt });
        builder.HasIndex(l => new { l.ByPost, l.PostedOn });
    }
}

internal sealed class ApplicantLinkMapping : IEntityTypeConfiguration<ApplicantLink>
{
    public void Configure(EntityTypeBuilder<ApplicantLink> builder)
    {
        builder.ToTable("ApplicantLinks");
        builder.Property(l => l.TokenHash).HasMaxLength(64).IsUnicode(false).IsFixedLength();
        builder.HasIndex(l => l.TokenHash).IsUnique();
        builder.HasIndex(l => l.ApplicationId);
    }
}

internal sealed class OutboxMessageMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("OutboxMessages");
        builder.Property(m => m.Kind).HasMaxLength(OutboxMessage.KindLength).IsUnicode(false);
        builder.Property(m => m.Language).HasMaxLength(10).IsUnicode(false);
        builder.Property(m => m.Supersedes).HasMaxLength(OutboxMessage.SupersedesLength).IsUnicode(false);
        builder.Property(m => m.LastError).HasMaxLength(OutboxMessage.ErrorLength).IsUnicode(false);
        builder.HasIndex(m => new { m.DueAt, m.QueuedAt, m.Position });
        builder.HasIndex(m => m.GivenUpAt);
        builder.HasIndex(m => m.Supersedes);
        builder.HasIndex(m => m.AboutId);
    }
}

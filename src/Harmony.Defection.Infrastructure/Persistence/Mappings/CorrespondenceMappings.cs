using Harmony.Defection.Domain.Correspondence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Harmony.Defection.Infrastructure.Persistence.Mappings;

internal sealed class ApplicantLetterMapping : IEntityTypeConfiguration<ApplicantLetter>
{
    public void Configure(EntityTypeBuilder<ApplicantLetter> builder)
    {
        builder.ToTable("ApplicantLetters");
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

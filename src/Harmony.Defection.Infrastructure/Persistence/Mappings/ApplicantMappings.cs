using Harmony.Defection.Domain.Applicant;
using Harmony.Defection.Domain.Research;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Harmony.Defection.Infrastructure.Persistence.Mappings;

internal sealed class CorrectionMapping : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> builder)
    {
        builder.ToTable("Corrections");
        builder.HasIndex(c => new { c.ApplicationId, c.Number }).IsUnique();
    }
}

internal sealed class ApplicantNeedsMapping : IEntityTypeConfiguration<ApplicantNeeds>
{
    public void Configure(EntityTypeBuilder<ApplicantNeeds> builder) => builder.ToTable("ApplicantNeeds");
}

internal sealed class LinkRequestMapping : IEntityTypeConfiguration<LinkRequest>
{
    public void Configure(EntityTypeBuilder<LinkRequest> builder)
    {
        builder.ToTable("LinkRequests");
        builder.HasIndex(r => new { r.ApplicationId, r.ByPost, r.Hour }).IsUnique();
        builder.HasIndex(r => new { r.ByPost, r.SettledAt });
    }
}

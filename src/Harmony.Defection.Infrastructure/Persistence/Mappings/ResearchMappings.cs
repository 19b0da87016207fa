using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Sanitisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Harmony.Defection.Infrastructure.Persistence.Mappings;

internal sealed class CheckMapping : IEntityTypeConfiguration<Check>
{
    public void Configure(EntityTypeBuilder<Check> builder)
    {
        builder.ToTable("Checks");
        builder.HasIndex(c => new { c.ApplicationId, c.Item }).IsUnique();
    }
}

internal sealed class ContactEntryMapping : IEntityTypeConfiguration<ContactEntry>
{
    public void Configure(EntityTypeBuilder<ContactEntry> builder) => builder.ToTable("ContactEntries");
}

internal sealed class AdverseFindingMapping : IEntityTypeConfiguration<AdverseFinding>
{
    public void Configure(EntityTypeBuilder<AdverseFinding> builder)
    {
        builder.ToTable("AdverseFindings");
        builder.HasIndex(f => new { f.ApplicationId, f.Item }).IsUnique();
    }
}

internal sealed class NotGenuineProposalMapping : IEntityTypeConfiguration<NotGenuineProposal>
{
    public void Configure(EntityTypeBuilder<NotGenuineProposal> builder) => builder.ToTable("NotGenuineProposals");
}

internal sealed class OriginalOpeningMapping : IEntityTypeConfiguration<OriginalOpening>
{
    public void Configure(EntityTypeBuilder<OriginalOpening> builder)
    {
        builder.ToTable("OriginalOpenings");
        builder.HasKey(o => new { o.ApplicationId, o.PersonId });
    }
}

internal sealed class AssemblyCopyMapping : IEntityTypeConfiguration<AssemblyCopy>
{
    public void Configure(EntityTypeBuilder<AssemblyCopy> builder)
    {
        builder.ToTable("AssemblyCopies");
        builder.HasIndex(c => new { c.ApplicationId, c.Number }).IsUnique();
    }
}

internal sealed class SanitisingWorkMapping : IEntityTypeConfiguration<SanitisingWork>
{
    public void Configure(EntityTypeBuilder<SanitisingWork> builder) => builder.ToTable("SanitisingWorks");
}

using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Harmony.Defection.Infrastructure.Persistence.Mappings;

internal sealed class DefectionApplicationMapping : IEntityTypeConfiguration<DefectionApplication>
{
    public void Configure(EntityTypeBuilder<DefectionApplication> builder)
    {
        builder.ToTable("Applications");
        builder.Property(a => a.Reference).HasMaxLength(Reference.Length).IsUnicode(false);
        builder.HasIndex(a => a.Reference).IsUnique();
        builder.Property(a => a.Language).HasMaxLength(10).IsUnicode(false);
        builder.Property(a => a.OfficeKind).HasMaxLength(OfficeKind.LongestName);
        builder.HasIndex(a => new { a.Stage, a.StageSince });
        builder.HasIndex(a => a.NextDueAt);
        builder.HasIndex(a => a.DuplicateOfId);
        builder.HasIndex(a => a.ResponsibleSocietyId);
        builder.HasIndex(a => a.AssemblySocietyId);
        builder.Ignore(a => a.OpenChecks);
        builder.Ignore(a => a.StandingNotGenuineProposal);
        builder.Ignore(a => a.CorrectionsWaiting);
        builder.Ignore(a => a.CopyInForce);
        builder.Ignore(a => a.CopyToRelease);
        builder.Ignore(a => a.CurrentStop);
        builder.Ignore(a => a.CurrentGathering);
        builder.Ignore(a => a.CurrentPeriod);
        builder.Ignore(a => a.StandingFinding);
        builder.Ignore(a => a.OpenBallotNow);

        builder.HasMany(a => a.History).WithOne().HasForeignKey(h => h.ApplicationId);
        builder.HasMany(a => a.Checks).WithOne().HasForeignKey(c => c.ApplicationId);
        builder.HasMany(a => a.Contacts).WithOne().HasForeignKey(c => c.ApplicationId);
        builder.HasMany(a => a.AdverseFindings).WithOne().HasForeignKey(f => f.ApplicationId);
        builder.HasMany(a => a.Corrections).WithOne().HasForeignKey(c => c.ApplicationId);
        builder.HasMany(a => a.NotGenuineProposals).WithOne().HasForeignKey(p => p.ApplicationId);
        builder.HasMany(a => a.Copies).WithOne().HasForeignKey(c => c.ApplicationId);

        // A route that is made anew replaces the old one whole (rule 5).
        builder.HasMany(a => a.Route).WithOne().HasForeignKey(s => s.ApplicationId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(a => a.Gatherings).WithOne().HasForeignKey(g => g.ApplicationId);
        builder.HasMany(a => a.Periods).WithOne().HasForeignKey(p => p.ApplicationId);
        builder.HasMany(a => a.Findings).WithOne().HasForeignKey(f => f.ApplicationId);
        builder.HasMany(a => a.Ballots).WithOne().HasForeignKey(b => b.ApplicationId);
    }
}

internal sealed class HistoryEntryMapping : IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> builder)
    {
        builder.ToTable("HistoryEntries");
        builder.HasIndex(h => new { h.ApplicationId, h.Number }).IsUnique();
    }
}

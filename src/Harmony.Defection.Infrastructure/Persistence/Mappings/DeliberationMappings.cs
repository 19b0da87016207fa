using Harmony.Defection.Domain.Deliberation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Harmony.Defection.Infrastructure.Persistence.Mappings;

internal sealed class DecisionPeriodMapping : IEntityTypeConfiguration<DecisionPeriod>
{
    public void Configure(EntityTypeBuilder<DecisionPeriod> builder)
    {
        builder.ToTable("DecisionPeriods");
        builder.HasIndex(p => new { p.ApplicationId, p.Number }).IsUnique();
    }
}

internal sealed class ConsensusFindingMapping : IEntityTypeConfiguration<ConsensusFinding>
{
    public void Configure(EntityTypeBuilder<ConsensusFinding> builder)
    {
        builder.ToTable("ConsensusFindings");
        builder.Ignore(f => f.Stands);
        builder.HasOne<DecisionPeriod>().WithMany().HasForeignKey(f => f.PeriodId);
    }
}

internal sealed class ContributionMapping : IEntityTypeConfiguration<Contribution>
{
    public void Configure(EntityTypeBuilder<Contribution> builder)
    {
        builder.ToTable("Contributions");
        builder.HasIndex(c => new { c.PeriodId, c.At });
        builder.HasOne<DecisionPeriod>().WithMany().HasForeignKey(c => c.PeriodId);
    }
}

internal sealed class PositionMapping : IEntityTypeConfiguration<Position>
{
    public void Configure(EntityTypeBuilder<Position> builder)
    {
        builder.ToTable("Positions");
        builder.HasIndex(p => new { p.PeriodId, p.By }).IsUnique();
        builder.HasOne<DecisionPeriod>().WithMany().HasForeignKey(p => p.PeriodId);
    }
}

using Harmony.Defection.Domain.Hustings;
using Harmony.Defection.Domain.Societies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Harmony.Defection.Infrastructure.Persistence.Mappings;

internal sealed class SocietyMapping : IEntityTypeConfiguration<Society>
{
    public void Configure(EntityTypeBuilder<Society> builder)
    {
        builder.ToTable("Societies");
        builder.Property(s => s.Name).HasMaxLength(200);
        builder.Property(s => s.AcceptedLinks).HasMaxLength(2000);
        builder.HasIndex(s => s.Name).IsUnique();
        builder.HasOne<Society>().WithMany().HasForeignKey(s => s.ParentId);
    }
}

internal sealed class MembershipMapping : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("Memberships");
        builder.HasIndex(m => new { m.SocietyId, m.Kind });
        builder.HasIndex(m => m.PersonId);
        builder.HasOne<Society>().WithMany().HasForeignKey(m => m.SocietyId);
    }
}

internal sealed class RoleHoldingMapping : IEntityTypeConfiguration<RoleHolding>
{
    public void Configure(EntityTypeBuilder<RoleHolding> builder)
    {
        builder.ToTable("RoleHoldings");
        builder.HasIndex(r => r.PersonId);
        builder.HasIndex(r => new { r.SocietyId, r.Role });
        builder.HasOne<Society>().WithMany().HasForeignKey(r => r.SocietyId);
    }
}

internal sealed class RouteStopMapping : IEntityTypeConfiguration<RouteStop>
{
    public void Configure(EntityTypeBuilder<RouteStop> builder)
    {
        builder.ToTable("RouteStops");
        builder.HasIndex(s => new { s.SocietyId, s.Answer });
    }
}

internal sealed class GatheringMapping : IEntityTypeConfiguration<Gathering>
{
    public void Configure(EntityTypeBuilder<Gathering> builder)
    {
        builder.ToTable("Gatherings");
        builder.HasIndex(g => new { g.ApplicationId, g.Number }).IsUnique();
    }
}

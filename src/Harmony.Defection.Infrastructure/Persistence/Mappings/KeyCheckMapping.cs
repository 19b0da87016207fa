using Harmony.Defection.Infrastructure.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Harmony.Defection.Infrastructure.Persistence.Mappings;

internal sealed class KeyCheckMapping : IEntityTypeConfiguration<KeyCheck>
{
    public void Configure(EntityTypeBuilder<KeyCheck> builder)
    {
        builder.ToTable("KeyCheck");
        builder.Property(check => check.LookUp).LookUp();
    }
}

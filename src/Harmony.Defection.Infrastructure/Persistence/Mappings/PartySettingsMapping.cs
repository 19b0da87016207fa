using Harmony.Defection.Domain.Applications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Harmony.Defection.Infrastructure.Persistence.Mappings;

internal sealed class PartySettingsMapping : IEntityTypeConfiguration<PartySettings>
{
    public void Configure(EntityTypeBuilder<PartySettings> builder)
    {
        builder.ToTable("PartySettings");
        builder.Property(s => s.Names).IsJson();
        builder.Property(s => s.Colours).IsJson();
        builder.Property(s => s.MarkHash).HasMaxLength(16).IsUnicode(false);
    }
}

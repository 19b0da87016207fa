using Harmony.Defection.Infrastructure.Privacy.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Harmony.Defection.Infrastructure.Persistence.Mappings;

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToAppendOnlyTable("AuditEntries");
        builder.HasKey(entry => entry.Sequence);
        builder.Property(entry => entry.Sequence).ValueGeneratedNever();
        builder.Property(entry => entry.Action).HasMaxLength(AuditEntry.ActionLength).IsUnicode(false);
        builder.Property(entry => entry.Role).HasMaxLength(AuditEntry.RoleLength).IsUnicode(false);
        builder.Property(entry => entry.SubjectKind).HasMaxLength(AuditEntry.SubjectLength).IsUnicode(false);
        builder.Property(entry => entry.Fields).HasMaxLength(AuditEntry.FieldsLength).IsUnicode(false);
        builder.Property(entry => entry.PreviousHash).HasMaxLength(AuditEntry.HashLength).IsUnicode(false).IsFixedLength();
        builder.Property(entry => entry.Hash).HasMaxLength(AuditEntry.HashLength).IsUnicode(false).IsFixedLength();
        builder.HasIndex(entry => entry.SubjectId);
        builder.HasIndex(entry => entry.At);
    }
}

internal sealed class AuditSourceMapping : IEntityTypeConfiguration<AuditSource>
{
    public void Configure(EntityTypeBuilder<AuditSource> builder)
    {
        builder.ToTable("AuditSources");
        builder.HasKey(source => source.Sequence);
        builder.Property(source => source.Sequence).ValueGeneratedNever();
        builder.Property(source => source.Address).HasMaxLength(AuditSource.AddressLength).IsUnicode(false);
        builder.HasIndex(source => source.At);
    }
}

internal sealed class AuditHeadMapping : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.ToTable("AuditHead");
        builder.HasKey(head => head.Id);
        builder.Property(head => head.Id).ValueGeneratedNever();
        builder.Property(head => head.Hash).HasMaxLength(AuditEntry.HashLength).IsUnicode(false).IsFixedLength();
        builder.HasData(new AuditHead());
    }
}

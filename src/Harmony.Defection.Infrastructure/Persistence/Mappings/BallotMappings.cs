using Harmony.Defection.Domain.Balloting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Harmony.Defection.Infrastructure.Persistence.Mappings;

internal sealed class BallotMapping : IEntityTypeConfiguration<Ballot>
{
    public void Configure(EntityTypeBuilder<Ballot> builder)
    {
        builder.ToTable("Ballots");
        builder.Ignore(b => b.Options);
        builder.HasIndex(b => new { b.ApplicationId, b.Number }).IsUnique();
    }
}

internal sealed class RollEntryMapping : IEntityTypeConfiguration<RollEntry>
{
    public void Configure(EntityTypeBuilder<RollEntry> builder)
    {
        builder.ToTableWithoutRowOrder("RollEntries");
        builder.HasKey(r => new { r.BallotId, r.PersonId });
    }
}

internal sealed class SealedBallotMapping : IEntityTypeConfiguration<SealedBallot>
{
    public void Configure(EntityTypeBuilder<SealedBallot> builder)
    {
        builder.ToTableWithoutRowOrder("SealedBallots");
        builder.HasKey(b => new { b.BallotId, b.Key });
        builder.Property(b => b.Key).HasMaxLength(64).IsUnicode(false).IsFixedLength();
        builder.Property(b => b.Content).HasMaxLength(400).IsUnicode(false);
    }
}

internal sealed class PublishedBallotMapping : IEntityTypeConfiguration<PublishedBallot>
{
    public void Configure(EntityTypeBuilder<PublishedBallot> builder)
    {
        builder.ToTableWithoutRowOrder("PublishedBallots");
        builder.HasKey(b => new { b.BallotId, b.Tracker });
        builder.Property(b => b.Tracker).HasMaxLength(64).IsUnicode(false).IsFixedLength();
        builder.Property(b => b.Scores).HasMaxLength(8).IsUnicode(false);
    }
}

using Harmony.Defection.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Harmony.Defection.Infrastructure.Persistence.Mappings;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("People");
        builder.Property(person => person.UserName).SealedText().IsRequired();
        builder.Property(person => person.Email).SealedText();
        builder.Property(person => person.PhoneNumber).SealedText();
        builder.Property(person => person.NormalizedUserName).LookUp().IsRequired();
        builder.Property(person => person.NormalizedEmail).LookUp();
        builder.HasIndex(person => person.NormalizedUserName).HasDatabaseName("IX_People_NormalizedUserName").IsUnique();
        builder.HasIndex(person => person.NormalizedEmail).HasDatabaseName("IX_People_NormalizedEmail").IsUnique();
        builder.Property(person => person.PasswordHash).HasMaxLength(256).IsUnicode(false);
        builder.Property(person => person.SecurityStamp).HasMaxLength(64).IsUnicode(false);
        builder.Property(person => person.ConcurrencyStamp).HasMaxLength(64).IsUnicode(false);
    }
}

internal sealed class PersonClaimMapping : IEntityTypeConfiguration<IdentityUserClaim<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder)
    {
        builder.ToTable("PersonClaims");
        builder.Property(claim => claim.ClaimType).HasMaxLength(200);
        builder.Property(claim => claim.ClaimValue).HasMaxLength(400);
    }
}

internal sealed class PersonLoginMapping : IEntityTypeConfiguration<IdentityUserLogin<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder)
    {
        builder.ToTable("PersonLogins");
        builder.Property(login => login.LoginProvider).HasMaxLength(128);
        builder.Property(login => login.ProviderKey).HasMaxLength(128);
        builder.Property(login => login.ProviderDisplayName).HasMaxLength(128);
    }
}

internal sealed class PersonTokenMapping : IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder)
    {
        builder.ToTable("PersonTokens");
        builder.Property(token => token.LoginProvider).HasMaxLength(128);
        builder.Property(token => token.Name).HasMaxLength(128);
        builder.Property(token => token.Value).SealedText();
    }
}

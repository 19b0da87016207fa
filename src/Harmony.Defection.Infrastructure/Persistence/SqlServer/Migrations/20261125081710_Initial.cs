using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Harmony.Defection.Infrastructure.Persistence.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ApplicantLetters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    Language = table.Column<string>(type: "varchar(10)", unicode: false, maxLength: 10, nullable: false),
                    Heading = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false),
                    Text = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ByPost = table.Column<bool>(type: "bit", nullable: false),
                    PostedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PostedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicantLetters", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ApplicantLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TokenHash = table.Column<string>(type: "char(64)", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicantLinks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ApplicantNeeds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Meeting = table.Column<string>(type: "varchar(max)", unicode: false, nullable: true),
                    Reach = table.Column<string>(type: "varchar(max)", unicode: false, nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicantNeeds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ApplicationForms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "varchar(max)", unicode: false, nullable: true),
                    DateOfBirth = table.Column<string>(type: "varchar(max)", unicode: false, nullable: true),
                    Contact = table.Column<string>(type: "varchar(max)", unicode: false, nullable: true),
                    Offices = table.Column<string>(type: "varchar(max)", unicode: false, nullable: true),
                    Area = table.Column<string>(type: "varchar(max)", unicode: false, nullable: true),
                    Employment = table.Column<string>(type: "varchar(max)", unicode: false, nullable: true),
                    Accounts = table.Column<string>(type: "varchar(max)", unicode: false, nullable: true),
                    Reasons = table.Column<string>(type: "varchar(max)", unicode: false, nullable: true),
                    Gaps = table.Column<string>(type: "varchar(max)", unicode: false, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicationForms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Applications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ResponsibleSocietyId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AssemblySocietyId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    FindingDays = table.Column<int>(type: "int", nullable: false),
                    OpenBallotDays = table.Column<int>(type: "int", nullable: false),
                    ReopeningProposedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Reference = table.Column<string>(type: "varchar(10)", unicode: false, maxLength: 10, nullable: false),
                    Stage = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    StageSince = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Channel = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    FormReleaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OfficeKind = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    IsLargerThanConstituency = table.Column<bool>(type: "bit", nullable: false),
                    AreaSocietyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicantName = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false),
                    Office = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false),
                    Language = table.Column<string>(type: "varchar(10)", unicode: false, maxLength: 10, nullable: false),
                    NextDueAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    NoConsensusAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    DuplicateOfId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    LinkedSince = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Duplicates = table.Column<int>(type: "int", nullable: false),
                    HasEmail = table.Column<bool>(type: "bit", nullable: false),
                    EmailConfirmedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    SuspendedSince = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    ResearcherId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Applications", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Action = table.Column<string>(type: "varchar(80)", unicode: false, maxLength: 80, nullable: false),
                    ActorId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Role = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: true),
                    SubjectKind = table.Column<string>(type: "varchar(80)", unicode: false, maxLength: 80, nullable: false),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Fields = table.Column<string>(type: "varchar(1000)", unicode: false, maxLength: 1000, nullable: false),
                    PreviousHash = table.Column<string>(type: "char(64)", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "char(64)", unicode: false, fixedLength: true, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "AuditHead",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "char(64)", unicode: false, fixedLength: true, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditHead", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditSources",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Address = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditSources", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "Drafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Channel = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    FormReleaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Answers = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false),
                    BegunAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Language = table.Column<string>(type: "varchar(10)", unicode: false, maxLength: 10, nullable: false),
                    KeyedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    KeyedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    ReturnCodeHash = table.Column<string>(type: "char(64)", unicode: false, fixedLength: true, maxLength: 64, nullable: true),
                    ConfirmedEmailHash = table.Column<string>(type: "char(64)", unicode: false, fixedLength: true, maxLength: 64, nullable: true),
                    EmailConfirmedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Returned = table.Column<string>(type: "varchar(max)", unicode: false, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Drafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EmailedCodes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Purpose = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    EmailHash = table.Column<string>(type: "char(64)", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    CodeHash = table.Column<string>(type: "char(64)", unicode: false, fixedLength: true, maxLength: 64, nullable: true),
                    MadeAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Tries = table.Column<int>(type: "int", nullable: false),
                    Unused = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EmailedCodes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FormReleases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    ReleasedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ReleasedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ReleasedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    IsSample = table.Column<bool>(type: "bit", nullable: false),
                    Kernel = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    FourPrinciples = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Consensus = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    PrivateAccounts = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    PrivacyNotice = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    PostalAddress = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Introduction = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Welsh = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormReleases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "KeyCheck",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sample = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false),
                    LookUp = table.Column<string>(type: "char(64)", unicode: false, fixedLength: true, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyCheck", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "KeyedReplies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    IsAsWritten = table.Column<bool>(type: "bit", nullable: true),
                    Said = table.Column<string>(type: "varchar(max)", unicode: false, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    RecordedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyedReplies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LinkRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ByPost = table.Column<bool>(type: "bit", nullable: false),
                    Hour = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    SettledAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    SettledBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LinkRequests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LookUpEntries",
                columns: table => new
                {
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    Hash = table.Column<string>(type: "char(64)", unicode: false, fixedLength: true, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LookUpEntries", x => new { x.ApplicationId, x.Kind, x.Hash });
                });

            migrationBuilder.CreateTable(
                name: "OfficeKinds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Level = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    IsLargerThanConstituency = table.Column<bool>(type: "bit", nullable: false),
                    AreaWord = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    IsNamedByApplicant = table.Column<bool>(type: "bit", nullable: false),
                    WelshName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    WelshAreaWord = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    RetiredAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfficeKinds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OriginalOpenings",
                columns: table => new
                {
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FirstAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OriginalOpenings", x => new { x.ApplicationId, x.PersonId });
                });

            migrationBuilder.CreateTable(
                name: "OutboxMessages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    Language = table.Column<string>(type: "varchar(10)", unicode: false, maxLength: 10, nullable: false),
                    AboutId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Supersedes = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: true),
                    Recipient = table.Column<string>(type: "varchar(max)", unicode: false, nullable: true),
                    Subject = table.Column<string>(type: "varchar(max)", unicode: false, nullable: true),
                    Text = table.Column<string>(type: "varchar(max)", unicode: false, nullable: true),
                    Html = table.Column<string>(type: "varchar(max)", unicode: false, nullable: true),
                    Calendar = table.Column<string>(type: "varchar(max)", unicode: false, nullable: true),
                    QueuedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    DueAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    LastError = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: true),
                    SentAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    GivenUpAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    CancelledAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutboxMessages", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PartySettings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Names = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Colours = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Mark = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    MarkHash = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: true),
                    ChangedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartySettings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "People",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    UserName = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false),
                    NormalizedUserName = table.Column<string>(type: "char(64)", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    Email = table.Column<string>(type: "varchar(max)", unicode: false, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "char(64)", unicode: false, fixedLength: true, maxLength: 64, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    PasswordHash = table.Column<string>(type: "varchar(256)", unicode: false, maxLength: 256, nullable: true),
                    SecurityStamp = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true),
                    PhoneNumber = table.Column<string>(type: "varchar(max)", unicode: false, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "bit", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "bit", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_People", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PublishedBallots",
                columns: table => new
                {
                    BallotId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Tracker = table.Column<string>(type: "char(64)", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    Scores = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublishedBallots", x => new { x.BallotId, x.Tracker });
                });

            migrationBuilder.CreateTable(
                name: "ReleaseDrafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    After = table.Column<int>(type: "int", nullable: false),
                    Texts = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Welsh = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReleaseDrafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RollEntries",
                columns: table => new
                {
                    BallotId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    HasVoted = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RollEntries", x => new { x.BallotId, x.PersonId });
                });

            migrationBuilder.CreateTable(
                name: "SanitisingWorks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false),
                    ChangedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SanitisingWorks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SealedBallots",
                columns: table => new
                {
                    Key = table.Column<string>(type: "char(64)", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    BallotId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Content = table.Column<string>(type: "varchar(400)", unicode: false, maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SealedBallots", x => new { x.BallotId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "Societies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    ParentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ResidenceMonths = table.Column<int>(type: "int", nullable: false),
                    AcceptedLinks = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    OffersDiscussion = table.Column<bool>(type: "bit", nullable: false),
                    ParticipantsMayRead = table.Column<bool>(type: "bit", nullable: false),
                    ParticipantsMayAttend = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Societies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Societies_Societies_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Societies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StoredFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Purpose = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    FileName = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false),
                    ContentType = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoredFiles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Undertakings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    FormReleaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TextHash = table.Column<string>(type: "char(64)", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    Language = table.Column<string>(type: "varchar(10)", unicode: false, maxLength: 10, nullable: false),
                    AgreedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Undertakings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AdverseFindings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Item = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    Statement = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false),
                    PutBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PutAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    AnswerDueAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Answer = table.Column<string>(type: "varchar(max)", unicode: false, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdverseFindings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AdverseFindings_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AssemblyCopies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Content = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false),
                    PreparedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PreparedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ReleasedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ReleasedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    RecalledBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RecalledAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    SupersededAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssemblyCopies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AssemblyCopies_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Ballots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    OffersDiscussion = table.Column<bool>(type: "bit", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ClosesAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    RollSize = table.Column<int>(type: "int", nullable: false),
                    Outcome = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    ConcludedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Ballots", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Ballots_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Checks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Item = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    Outcome = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    Source = table.Column<string>(type: "varchar(max)", unicode: false, nullable: true),
                    SeenOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Note = table.Column<string>(type: "varchar(max)", unicode: false, nullable: true),
                    ConcludedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ConcludedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Checks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Checks_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ContactEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Means = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    TookPlaceAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Reached = table.Column<bool>(type: "bit", nullable: false),
                    Said = table.Column<string>(type: "varchar(max)", unicode: false, nullable: true),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContactEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContactEntries_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Corrections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Answer = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    Was = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false),
                    ShouldBe = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    TakenInAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    TakenInBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Corrections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Corrections_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DecisionPeriods",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    DeclaredAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    EndsAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Extensions = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DecisionPeriods", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DecisionPeriods_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Gatherings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    StartsAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    EndsAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Place = table.Column<string>(type: "varchar(max)", unicode: false, nullable: true),
                    JoiningLink = table.Column<string>(type: "varchar(max)", unicode: false, nullable: true),
                    AnnouncedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AnnouncedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Answer = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    Outcome = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Gatherings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Gatherings_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HistoryEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Step = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    From = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: true),
                    To = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Role = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Note = table.Column<string>(type: "varchar(max)", unicode: false, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HistoryEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HistoryEntries_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NotGenuineProposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Ground = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    Statement = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false),
                    ProposedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    AnswerDueAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Answer = table.Column<string>(type: "varchar(max)", unicode: false, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    IsSettled = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NotGenuineProposals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NotGenuineProposals_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RouteStops",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    SocietyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OfferedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Answer = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RouteStops", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RouteStops_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "WelshReviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Speaker = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    ReviewedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    MarkedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MarkedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WelshReviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WelshReviews_FormReleases_Id",
                        column: x => x.Id,
                        principalTable: "FormReleases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PersonClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClaimType = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ClaimValue = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PersonClaims_People_UserId",
                        column: x => x.UserId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PersonLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_PersonLogins_People_UserId",
                        column: x => x.UserId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PersonTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LoginProvider = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "varchar(max)", unicode: false, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_PersonTokens_People_UserId",
                        column: x => x.UserId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Memberships",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SocietyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    JoinedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    LeftOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SuspendedFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    SuspendedUntil = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Memberships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Memberships_Societies_SocietyId",
                        column: x => x.SocietyId,
                        principalTable: "Societies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RoleHoldings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Role = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    SocietyId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Since = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Until = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoleHoldings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RoleHoldings_Societies_SocietyId",
                        column: x => x.SocietyId,
                        principalTable: "Societies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConsensusFindings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PeriodId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    State = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    Statement = table.Column<string>(type: "varchar(max)", unicode: false, nullable: true),
                    ProposedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    SecondedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SecondedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    ChallengedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ChallengedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Challenge = table.Column<string>(type: "varchar(max)", unicode: false, nullable: true),
                    TakesEffectAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsensusFindings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConsensusFindings_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ConsensusFindings_DecisionPeriods_PeriodId",
                        column: x => x.PeriodId,
                        principalTable: "DecisionPeriods",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Contributions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PeriodId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Role = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    Text = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contributions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Contributions_DecisionPeriods_PeriodId",
                        column: x => x.PeriodId,
                        principalTable: "DecisionPeriods",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Positions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PeriodId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Role = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    Kind = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    Reason = table.Column<string>(type: "varchar(max)", unicode: false, nullable: true),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Positions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Positions_DecisionPeriods_PeriodId",
                        column: x => x.PeriodId,
                        principalTable: "DecisionPeriods",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "AuditHead",
                columns: new[] { "Id", "Hash", "Sequence" },
                values: new object[] { 1, "0000000000000000000000000000000000000000000000000000000000000000", 0L });

            migrationBuilder.CreateIndex(
                name: "IX_AdverseFindings_ApplicationId_Item",
                table: "AdverseFindings",
                columns: new[] { "ApplicationId", "Item" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ApplicantLetters_ApplicationId_WrittenAt",
                table: "ApplicantLetters",
                columns: new[] { "ApplicationId", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ApplicantLetters_ByPost_PostedOn",
                table: "ApplicantLetters",
                columns: new[] { "ByPost", "PostedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_ApplicantLinks_ApplicationId",
                table: "ApplicantLinks",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_ApplicantLinks_TokenHash",
                table: "ApplicantLinks",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Applications_AssemblySocietyId",
                table: "Applications",
                column: "AssemblySocietyId");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_DuplicateOfId",
                table: "Applications",
                column: "DuplicateOfId");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_NextDueAt",
                table: "Applications",
                column: "NextDueAt");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_Reference",
                table: "Applications",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Applications_ResponsibleSocietyId",
                table: "Applications",
                column: "ResponsibleSocietyId");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_Stage_StageSince",
                table: "Applications",
                columns: new[] { "Stage", "StageSince" });

            migrationBuilder.CreateIndex(
                name: "IX_AssemblyCopies_ApplicationId_Number",
                table: "AssemblyCopies",
                columns: new[] { "ApplicationId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_At",
                table: "AuditEntries",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_SubjectId",
                table: "AuditEntries",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditSources_At",
                table: "AuditSources",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Ballots_ApplicationId_Number",
                table: "Ballots",
                columns: new[] { "ApplicationId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Checks_ApplicationId_Item",
                table: "Checks",
                columns: new[] { "ApplicationId", "Item" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ConsensusFindings_ApplicationId",
                table: "ConsensusFindings",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_ConsensusFindings_PeriodId",
                table: "ConsensusFindings",
                column: "PeriodId");

            migrationBuilder.CreateIndex(
                name: "IX_ContactEntries_ApplicationId",
                table: "ContactEntries",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_Contributions_PeriodId_At",
                table: "Contributions",
                columns: new[] { "PeriodId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_ApplicationId_Number",
                table: "Corrections",
                columns: new[] { "ApplicationId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DecisionPeriods_ApplicationId_Number",
                table: "DecisionPeriods",
                columns: new[] { "ApplicationId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_Channel_ChangedAt",
                table: "Drafts",
                columns: new[] { "Channel", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_ConfirmedEmailHash",
                table: "Drafts",
                column: "ConfirmedEmailHash");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_KeyedAt",
                table: "Drafts",
                column: "KeyedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_ReturnCodeHash",
                table: "Drafts",
                column: "ReturnCodeHash",
                unique: true,
                filter: "[ReturnCodeHash] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_EmailedCodes_MadeAt",
                table: "EmailedCodes",
                column: "MadeAt");

            migrationBuilder.CreateIndex(
                name: "IX_EmailedCodes_Purpose_EmailHash",
                table: "EmailedCodes",
                columns: new[] { "Purpose", "EmailHash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FormReleases_Number",
                table: "FormReleases",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Gatherings_ApplicationId_Number",
                table: "Gatherings",
                columns: new[] { "ApplicationId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HistoryEntries_ApplicationId_Number",
                table: "HistoryEntries",
                columns: new[] { "ApplicationId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LinkRequests_ApplicationId_ByPost_Hour",
                table: "LinkRequests",
                columns: new[] { "ApplicationId", "ByPost", "Hour" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LinkRequests_ByPost_SettledAt",
                table: "LinkRequests",
                columns: new[] { "ByPost", "SettledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_LookUpEntries_Kind_Hash",
                table: "LookUpEntries",
                columns: new[] { "Kind", "Hash" });

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_PersonId",
                table: "Memberships",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_SocietyId_Kind",
                table: "Memberships",
                columns: new[] { "SocietyId", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_NotGenuineProposals_ApplicationId",
                table: "NotGenuineProposals",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_OfficeKinds_Name",
                table: "OfficeKinds",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessages_AboutId",
                table: "OutboxMessages",
                column: "AboutId");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessages_DueAt_QueuedAt_Position",
                table: "OutboxMessages",
                columns: new[] { "DueAt", "QueuedAt", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessages_GivenUpAt",
                table: "OutboxMessages",
                column: "GivenUpAt");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessages_Supersedes",
                table: "OutboxMessages",
                column: "Supersedes");

            migrationBuilder.CreateIndex(
                name: "IX_People_NormalizedEmail",
                table: "People",
                column: "NormalizedEmail",
                unique: true,
                filter: "[NormalizedEmail] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_People_NormalizedUserName",
                table: "People",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PersonClaims_UserId",
                table: "PersonClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_PersonLogins_UserId",
                table: "PersonLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Positions_PeriodId_By",
                table: "Positions",
                columns: new[] { "PeriodId", "By" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RoleHoldings_PersonId",
                table: "RoleHoldings",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_RoleHoldings_SocietyId_Role",
                table: "RoleHoldings",
                columns: new[] { "SocietyId", "Role" });

            migrationBuilder.CreateIndex(
                name: "IX_RouteStops_ApplicationId",
                table: "RouteStops",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_RouteStops_SocietyId_Answer",
                table: "RouteStops",
                columns: new[] { "SocietyId", "Answer" });

            migrationBuilder.CreateIndex(
                name: "IX_Societies_Name",
                table: "Societies",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Societies_ParentId",
                table: "Societies",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_StoredFiles_ApplicationId_Purpose",
                table: "StoredFiles",
                columns: new[] { "ApplicationId", "Purpose" });

            migrationBuilder.CreateIndex(
                name: "IX_Undertakings_ApplicationId_Kind",
                table: "Undertakings",
                columns: new[] { "ApplicationId", "Kind" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AdverseFindings");

            migrationBuilder.DropTable(
                name: "ApplicantLetters");

            migrationBuilder.DropTable(
                name: "ApplicantLinks");

            migrationBuilder.DropTable(
                name: "ApplicantNeeds");

            migrationBuilder.DropTable(
                name: "ApplicationForms");

            migrationBuilder.DropTable(
                name: "AssemblyCopies");

            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropTable(
                name: "AuditHead");

            migrationBuilder.DropTable(
                name: "AuditSources");

            migrationBuilder.DropTable(
                name: "Ballots");

            migrationBuilder.DropTable(
                name: "Checks");

            migrationBuilder.DropTable(
                name: "ConsensusFindings");

            migrationBuilder.DropTable(
                name: "ContactEntries");

            migrationBuilder.DropTable(
                name: "Contributions");

            migrationBuilder.DropTable(
                name: "Corrections");

            migrationBuilder.DropTable(
                name: "Drafts");

            migrationBuilder.DropTable(
                name: "EmailedCodes");

            migrationBuilder.DropTable(
                name: "Gatherings");

            migrationBuilder.DropTable(
                name: "HistoryEntries");

            migrationBuilder.DropTable(
                name: "KeyCheck");

            migrationBuilder.DropTable(
                name: "KeyedReplies");

            migrationBuilder.DropTable(
                name: "LinkRequests");

            migrationBuilder.DropTable(
                name: "LookUpEntries");

            migrationBuilder.DropTable(
                name: "Memberships");

            migrationBuilder.DropTable(
                name: "NotGenuineProposals");

            migrationBuilder.DropTable(
                name: "OfficeKinds");

            migrationBuilder.DropTable(
                name: "OriginalOpenings");

            migrationBuilder.DropTable(
                name: "OutboxMessages");

            migrationBuilder.DropTable(
                name: "PartySettings");

            migrationBuilder.DropTable(
                name: "PersonClaims");

            migrationBuilder.DropTable(
                name: "PersonLogins");

            migrationBuilder.DropTable(
                name: "PersonTokens");

            migrationBuilder.DropTable(
                name: "Positions");

            migrationBuilder.DropTable(
                name: "PublishedBallots");

            migrationBuilder.DropTable(
                name: "ReleaseDrafts");

            migrationBuilder.DropTable(
                name: "RoleHoldings");

            migrationBuilder.DropTable(
                name: "RollEntries");

            migrationBuilder.DropTable(
                name: "RouteStops");

            migrationBuilder.DropTable(
                name: "SanitisingWorks");

            migrationBuilder.DropTable(
                name: "SealedBallots");

            migrationBuilder.DropTable(
                name: "StoredFiles");

            migrationBuilder.DropTable(
                name: "Undertakings");

            migrationBuilder.DropTable(
                name: "WelshReviews");

            migrationBuilder.DropTable(
                name: "People");

            migrationBuilder.DropTable(
                name: "DecisionPeriods");

            migrationBuilder.DropTable(
                name: "Societies");

            migrationBuilder.DropTable(
                name: "FormReleases");

            migrationBuilder.DropTable(
                name: "Applications");
        }
    }
}

using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Harmony.Defection.Infrastructure.Persistence.Sqlite;

/// <summary>Makes tables as their mappings mark them: without row order, or append-only.</summary>
internal sealed class SqliteTableGenerator(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations)
    : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        base.Generate(operation, model, builder, terminate: false);
        if (TableMarks.Has(model, operation.Name, TableMarks.NoRowOrderMark))
        {
            builder.Append(" WITHOUT ROWID");
        }

        if (!terminate)
        {
            return;
        }

        builder.AppendLine(";");
        EndStatement(builder);
        if (TableMarks.Has(model, operation.Name, TableMarks.AppendOnlyMark))
        {
            Refuse(builder, operation.Name, TableMarks.UpdateTrigger(operation.Name), "UPDATE");
            Refuse(builder, operation.Name, TableMarks.DeleteTrigger(operation.Name), "DELETE");
        }
    }

    private void Refuse(MigrationCommandListBuilder builder, string table, string trigger, string change)
    {
        var sql = Dependencies.SqlGenerationHelper;
        builder.AppendLine($"DROP TRIGGER IF EXISTS {sql.DelimitIdentifier(trigger)};");
        EndStatement(builder);
        builder
            .AppendLine($"CREATE TRIGGER {sql.DelimitIdentifier(trigger)} BEFORE {change} ON {sql.DelimitIdentifier(table)}")
            .AppendLine("BEGIN")
            .AppendLine("    SELECT RAISE(ABORT, 'This table is append-only.');")
            .AppendLine("END;");
        EndStatement(builder);
    }
}

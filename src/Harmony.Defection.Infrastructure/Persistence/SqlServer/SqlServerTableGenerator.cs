using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Update;

namespace Harmony.Defection.Infrastructure.Persistence.SqlServer;

/// <summary>Makes tables as their mappings mark them: append-only ones with the triggers that keep them so.</summary>
internal sealed class SqlServerTableGenerator(MigrationsSqlGeneratorDependencies dependencies, ICommandBatchPreparer batches)
    : SqlServerMigrationsSqlGenerator(dependencies, batches)
{
    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        base.Generate(operation, model, builder, terminate);
        if (terminate && TableMarks.Has(model, operation.Name, TableMarks.AppendOnlyMark))
        {
            Refuse(builder, operation.Name, TableMarks.UpdateTrigger(operation.Name), "UPDATE");
            Refuse(builder, operation.Name, TableMarks.DeleteTrigger(operation.Name), "DELETE");
        }
    }

    private void Refuse(MigrationCommandListBuilder builder, string table, string trigger, string change)
    {
        var sql = Dependencies.SqlGenerationHelper;
        var made = $"CREATE TRIGGER {sql.DelimitIdentifier(trigger)} ON {sql.DelimitIdentifier(table)} INSTEAD OF {change} AS "
            + "BEGIN THROW 51000, N''This table is append-only.'', 1; END";
        builder.AppendLine($"EXEC(N'{made}');");
        EndStatement(builder);
    }
}

using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Harmony.Defection.Infrastructure.Tests.Persistence;

/// <summary>Microsoft's own parser of Transact-SQL, for what no server here can be asked.</summary>
internal static class TSql
{
    /// <summary>What the parser finds wrong, the statements inside EXEC included.</summary>
    public static List<string> FindErrors(string sql)
    {
        using var reader = new StringReader(sql);
        var fragment = new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        var inner = new ExecutedText();
        fragment?.Accept(inner);
        return errors.Select(error => $"line {error.Line}: {error.Message}").Concat(inner.Texts.SelectMany(FindErrors)).ToList();
    }

    private sealed class ExecutedText : TSqlFragmentVisitor
    {
        public List<string> Texts { get; } = [];

        public override void Visit(ExecutableStringList node) =>
            Texts.AddRange(node.Strings.OfType<StringLiteral>().Select(text => text.Value));
    }
}

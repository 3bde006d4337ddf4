using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Calls;

/// <summary>
/// Writes a query expression out as the chain of asynchronous LINQ that it stands for, where a clause of it blocks or a source is awaited:
/// <c>await</c> cannot stand in a clause. The expressions stay where they are; what the compiler keeps in anonymous types, the variables of
/// several clauses, goes from lambda to lambda in a tuple.
/// </summary>
internal sealed class QueryChains
{
    private readonly SemanticModel _model;
    private readonly KnownTypes _known;
    private readonly SequenceConsumers _sequences;
    private readonly Func<SyntaxNode, bool> _blocks;
    private readonly Dictionary<QueryExpressionSyntax, CallVerdict?> _verdicts = [];

    /// <param name="model">The model of the file.</param>
    /// <param name="known">The known types.</param>
    /// <param name="sequences">Says which expressions become asynchronous sequences.</param>
    /// <param name="blocks">Whether an expression holds a call that would be awaited.</param>
    public QueryChains(SemanticModel model, KnownTypes known, SequenceConsumers sequences, Func<SyntaxNode, bool> blocks)
    {
        _model = model;
        _known = known;
        _sequences = sequences;
        _blocks = blocks;
    }

    /// <summary>The chain; null where the query has nothing to wait for, or stays as it is.</summary>
    public CallVerdict? Resolve(QueryExpressionSyntax query)
    {
        if (!_verdicts.TryGetValue(query, out CallVerdict? verdict))
        {
            _verdicts[query] = null;
            _verdicts[query] = verdict = _known.AsyncLinq is null || query.ContainsDirectives ? null : Judge(query);
        }

        return verdict;
    }

    /// <summary>Drops what was decided so far.</summary>
    public void Forget() => _verdicts.Clear();

    private CallVerdict? Judge(QueryExpressionSyntax query)
    {
        if (_model.GetSymbolInfo(query.Body.SelectOrGroup).Symbol is { } last && !IsLinq(last))
            return null;

        QueryWriter writer = new(query);
        ITypeSymbol? item = query.FromClause.Type is { } type ? TypeOf(type) : LinqLinks.ElementOf(_model.GetTypeInfo(query.FromClause.Expression).Type);
        if (item is null || !TryBegin(writer, query.FromClause.FromKeyword.SpanStart, query.FromClause.Expression, query.FromClause.Type, "", out bool isAwaited))
            return null;

        writer.IsNeeded |= isAwaited;
        writer.Begin(query.FromClause.Identifier, item);
        return TryAddBody(writer, query.Body) && writer.IsNeeded ? new CallVerdict.Sequence(writer.ToPatch()) : null;
    }

    private bool TryAddBody(QueryWriter writer, QueryBodySyntax body)
    {
        foreach (QueryClauseSyntax clause in body.Clauses)
        {
            if (!TryAdd(writer, clause))
                return false;
        }

        if (!TryEnd(writer, body, out ITypeSymbol? item) || item is null)
            return false;
        if (body.Continuation is not { } continuation)
            return true;

        writer.Replace(continuation.IntoKeyword.SpanStart, continuation.Identifier.Span.End, "");
        writer.Begin(continuation.Identifier, item);
        return TryAddBody(writer, continuation.Body);
    }

    private bool TryAdd(QueryWriter writer, QueryClauseSyntax clause)
    {
        QueryClauseInfo info = _model.GetQueryClauseInfo(clause);
        if (clause is not OrderByClauseSyntax && (info.OperationInfo.Symbol is not { } method || !IsLinq(method)))
            return false;

        switch (clause)
        {
            case WhereClauseSyntax where:
                return writer.TryAddLambda(".Where(", where.WhereKeyword.SpanStart, where.Condition, _blocks(where.Condition) ? where : null, _model.Compilation.GetSpecialType(SpecialType.System_Boolean), ")");
            case LetClauseSyntax let:
                return TypeOf(let.Expression) is { } value && writer.TryAddLet(let, value, _blocks(let.Expression));
            case OrderByClauseSyntax order:
                return TryAddOrder(writer, order);
            case FromClauseSyntax from:
                return TryAddFrom(writer, from);
            case JoinClauseSyntax join:
                return TryAddJoin(writer, join, (IMethodSymbol)info.OperationInfo.Symbol!);
            default:
                return false;
        }
    }

    private bool TryAddOrder(QueryWriter writer, OrderByClauseSyntax order)
    {
        int start = order.OrderByKeyword.SpanStart;
        foreach (OrderingSyntax ordering in order.Orderings)
        {
            bool isFirst = ordering == order.Orderings[0];
            bool blocks = _blocks(ordering.Expression);

            // A second key that is awaited is no key to the sorter of the base class library.
            if ((blocks && !isFirst) || _model.GetSymbolInfo(ordering).Symbol is not IMethodSymbol method || !IsLinq(method))
                return false;
            if (!writer.TryAddLambda($".{method.Name}(", start, ordering.Expression, blocks ? ordering : null, method.TypeArguments[1], ")", ordering.Span.End))
                return false;
            start = ordering.Span.End;
        }

        return true;
    }

    private bool TryAddFrom(QueryWriter writer, FromClauseSyntax from)
    {
        if (from.Type is not null || LinqLinks.ElementOf(_model.GetTypeInfo(from.Expression).Type) is not { } item)
            return false;

        bool blocksInside = from.Expression.DescendantNodes().Any(_blocks);
        bool givesSequence = _sequences.IsSequence(from.Expression, CancellationToken.None) && !blocksInside;
        bool isAsync = !givesSequence && (blocksInside || _blocks(from.Expression));
        if (_sequences.IsOfRuntime(from.Expression))
            return false;

        writer.IsNeeded |= givesSequence;
        INamedTypeSymbol collection = _model.Compilation.GetSpecialType(SpecialType.System_Collections_Generic_IEnumerable_T).Construct(item);
        return writer.TryAddLambda(".SelectMany(", from.FromKeyword.SpanStart, from.Expression, isAsync ? from : null, collection, ", ") &&
            writer.TryAddResult(from.Identifier, item, isAsync, from.Span.End);
    }

    private bool TryAddJoin(QueryWriter writer, JoinClauseSyntax join, IMethodSymbol method)
    {
        ITypeSymbol? item = join.Type is { } type ? TypeOf(type) : LinqLinks.ElementOf(_model.GetTypeInfo(join.InExpression).Type);
        if (item is null || !TryBegin(writer, join.JoinKeyword.SpanStart, join.InExpression, join.Type, $".{method.Name}(", out bool isAwaited) || method.TypeArguments.Length != 4)
            return false;

        bool isAsync = _blocks(join.LeftExpression) || _blocks(join.RightExpression);
        ITypeSymbol key = method.TypeArguments[2];
        writer.IsNeeded |= isAwaited;
        if (!writer.TryAddLambda(", ", join.InExpression.Span.End, join.LeftExpression, isAsync ? join : null, key, ", ") ||
            !writer.TryAddLambdaOf(join.Identifier, item, join.LeftExpression.Span.End, join.RightExpression, isAsync, key, ", "))
        {
            return false;
        }

        if (join.Into is not null)
            writer.Replace(join.RightExpression.Span.End, join.Span.End, "");
        return join.Into is { } into
            ? writer.TryAddResult(into.Identifier, _model.Compilation.GetSpecialType(SpecialType.System_Collections_Generic_IEnumerable_T).Construct(item), isAsync, join.Span.End)
            : writer.TryAddResult(join.Identifier, item, isAsync, join.Span.End);
    }

    private bool TryEnd(QueryWriter writer, QueryBodySyntax body, out ITypeSymbol? item)
    {
        item = null;
        switch (body.SelectOrGroup)
        {
            case SelectClauseSyntax select:
                item = TypeOf(select.Expression);
                if (item is null)
                    return false;
                if (writer.IsOnlyVariable(select.Expression) && body.Clauses.Count > 0)
                {
                    writer.Replace(select.SpanStart, select.Span.End, "");
                    return true;
                }

                return writer.TryAddLambda(".Select(", select.SpanStart, select.Expression, _blocks(select.Expression) ? select : null, item, ")");
            case GroupClauseSyntax group when _model.GetSymbolInfo(group).Symbol is IMethodSymbol method && IsLinq(method):
                item = LinqLinks.ElementOf(method.ReturnType);
                bool isAsync = _blocks(group.GroupExpression) || _blocks(group.ByExpression);
                ITypeSymbol key = method.TypeArguments[1];
                if (method.TypeArguments.Length == 2)
                    return writer.TryAddLambda(".GroupBy(", group.SpanStart, group.ByExpression, isAsync ? group : null, key, ")");

                return writer.TryAddLambda(".GroupBy(elementSelector: ", group.SpanStart, group.GroupExpression, isAsync ? group : null, method.TypeArguments[2], ", keySelector: ") &&
                    writer.TryAddLambda("", group.GroupExpression.Span.End, group.ByExpression, isAsync ? group : null, key, ")");
            default:
                return false;
        }
    }

    // What stands before a source, and the call that makes it asynchronous.
    private bool TryBegin(QueryWriter writer, int start, ExpressionSyntax source, TypeSyntax? type, string lead, out bool isAwaited)
    {
        bool isOfRuntime = _sequences.IsOfRuntime(source);
        bool isSequence = _sequences.IsSequence(source, CancellationToken.None);
        isAwaited = isOfRuntime || isSequence;
        if (isAwaited && type is not null)
            return false;

        string opening = isSequence ? "(" : isOfRuntime ? "global::CoGen.CompilerServices.Sequences.Awaited(" : "global::System.Linq.AsyncEnumerable.ToAsyncEnumerable(";
        string cast = type is null ? "" : $"global::System.Linq.Enumerable.Cast<{type}>(";
        writer.Replace(start, source.SpanStart, lead + opening + cast);
        writer.Insert(source.Span.End, type is null ? ")" : "))");
        return true;
    }

    private bool IsLinq(ISymbol method) => Signatures.AreEqual(method.ContainingType, _known.Linq);

    private ITypeSymbol? TypeOf(ExpressionSyntax expression) => _model.GetTypeInfo(expression).Type is { TypeKind: not TypeKind.Error, SpecialType: not SpecialType.System_Void } type ? type : null;
}

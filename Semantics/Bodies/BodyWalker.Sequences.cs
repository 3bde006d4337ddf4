using CoGen.Semantics.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Bodies;

/// <summary>Yields the values of iterators, and awaits those of others.</summary>
internal sealed partial class BodyWalker
{
    private string? _yielder;

    public override void VisitYieldStatement(YieldStatementSyntax node)
    {
        if (!IsOfThisBody(node))
        {
            base.VisitYieldStatement(node);
            return;
        }

        if (node.Expression is not { } value)
        {
            _edits.Add(new TextEdit(node.SpanStart, node.Span.Length, "return;"));
            return;
        }

        // In braces: it may be what stands between an if and its else.
        _yielder ??= YielderName.For(_body.Parent ?? _body);
        _edits.Add(new TextEdit(node.SpanStart, value.SpanStart - node.SpanStart, $"{{ if (await {_yielder}.Return("));
        Visit(value);
        _edits.Add(new TextEdit(value.Span.End, node.Span.End - value.Span.End, ")) return; }"));
    }

    public override void VisitForEachStatement(ForEachStatementSyntax node) => VisitLoop(node, () => base.VisitForEachStatement(node));

    public override void VisitForEachVariableStatement(ForEachVariableStatementSyntax node) => VisitLoop(node, () => base.VisitForEachVariableStatement(node));

    private void VisitLoop(CommonForEachStatementSyntax loop, Action visitParts)
    {
        UnpatchedReason? obstacle = _places.ObstacleAt(loop.Expression, _functions.IsAsync);
        if (_resolver.Sequences.EnumerationTwinOf(loop, _cancellationToken) is var (symbol, patch))
        {
            if (obstacle is null)
            {
                _edits.Add(TextEdit.Insert(loop.ForEachKeyword.SpanStart, "await "));
                _edits.AddRange(patch.Opening);
                _patched.Add(new PatchedCall(symbol, patch, loop.ForEachKeyword.GetLocation()));
                visitParts();
                _edits.AddRange(patch.Closing);
                return;
            }

            _unpatched.Add(new UnpatchedCall(symbol, obstacle.Value, "", KnownToBlock: true, loop.ForEachKeyword.GetLocation()));
        }
        else if (obstacle is null && loop.AwaitKeyword.IsKind(SyntaxKind.None) && _resolver.Sequences.IsSequence(loop.Expression, _cancellationToken))
        {
            _edits.Add(TextEdit.Insert(loop.ForEachKeyword.SpanStart, "await "));
        }

        visitParts();
    }

    public override void VisitQueryExpression(QueryExpressionSyntax node)
    {
        if (_resolver.Resolve(node) is not CallVerdict.Sequence { Patch: { } patch } || !IsConsumed(node))
        {
            base.VisitQueryExpression(node);
            return;
        }

        VisitSequence(node, patch, () =>
        {
            _patched.Add(new PatchedCall(_known.Linq!, patch, node.FromClause.FromKeyword.GetLocation()));
            _edits.AddRange(patch.Opening);
            base.VisitQueryExpression(node);
            _edits.AddRange(patch.Closing);
        });
    }

    private void VisitSequence(ExpressionSyntax node, CallPatch patch, Action visitTwin)
    {
        ExpressionSyntax outer = node;
        while (outer.Parent is ParenthesizedExpressionSyntax parenthesized)
            outer = parenthesized;

        bool isLoop = outer.Parent is CommonForEachStatementSyntax;
        (string lead, string end) = (isLoop, patch) switch
        {
            (false, _) when _resolver.Sequences.IsTakenWhole(node, _cancellationToken) => ("(await global::CoGen.CompilerServices.Sequences.InFiber(global::System.Linq.AsyncEnumerable.ToListAsync(", ")))"),
            (true, { IsLink: true }) => ("global::CoGen.CompilerServices.Sequences.InFiber(", ")"),
            _ => ("", ""),
        };
        if (patch.IsForeign && !isLoop)
            (lead, end) = (lead + "global::CoGen.CompilerServices.Sequences.Awaited(", ")" + end);
        _edits.Add(TextEdit.Insert(node.SpanStart, lead));
        visitTwin();
        _edits.Add(TextEdit.Insert(node.Span.End, end));
    }

    /// <summary>Whether the values of <paramref name="sequence"/> are awaited.</summary>
    private bool IsConsumed(ExpressionSyntax sequence) =>
        _resolver.Sequences.ConsumerOf(sequence, _cancellationToken) is { } consumer && _places.ObstacleAt(consumer, _functions.IsAsync) is null;

    private bool IsOfThisBody(YieldStatementSyntax node)
    {
        for (SyntaxNode? outer = node.Parent; outer is not null && outer != _body; outer = outer.Parent)
        {
            if (outer is LocalFunctionStatementSyntax)
                return false;
        }

        return true;
    }
}

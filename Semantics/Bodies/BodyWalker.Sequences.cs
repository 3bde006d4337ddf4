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

    public override void VisitForEachStatement(ForEachStatementSyntax node)
    {
        AwaitValues(node);
        base.VisitForEachStatement(node);
    }

    public override void VisitForEachVariableStatement(ForEachVariableStatementSyntax node)
    {
        AwaitValues(node);
        base.VisitForEachVariableStatement(node);
    }

    private void AwaitValues(CommonForEachStatementSyntax loop)
    {
        if (!loop.AwaitKeyword.IsKind(SyntaxKind.None) || _places.ObstacleAt(loop.Expression, _functions.IsAsync) is not null)
            return;

        if (_resolver.Sequences.IsSequence(loop.Expression, _cancellationToken))
        {
            _edits.Add(TextEdit.Insert(loop.ForEachKeyword.SpanStart, "await "));
        }
        else if (_resolver.Sequences.HasEnumerationTwin(loop, _cancellationToken) is { } enumeration)
        {
            _edits.Add(TextEdit.Insert(loop.ForEachKeyword.SpanStart, "await "));
            _patched.Add(new PatchedCall(enumeration.Symbol, enumeration.Patch, loop.ForEachKeyword.GetLocation()));
        }
    }

    private void VisitSequence(ExpressionSyntax node, CallPatch patch, Action visitTwin)
    {
        bool isWhole = _resolver.Sequences.IsTakenWhole(node, _cancellationToken);
        bool isLoop = patch.IsLink && node.Parent is CommonForEachStatementSyntax;
        if (isLoop)
            _edits.Add(TextEdit.Insert(node.SpanStart, "global::CoGen.CompilerServices.Sequences.InFiber("));
        if (isWhole)
            _edits.Add(TextEdit.Insert(node.SpanStart, "(await global::CoGen.CompilerServices.Sequences.InFiber(global::System.Linq.AsyncEnumerable.ToListAsync("));
        visitTwin();
        if (isWhole)
            _edits.Add(TextEdit.Insert(node.Span.End, ")))"));
        if (isLoop)
            _edits.Add(TextEdit.Insert(node.Span.End, ")"));
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

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
        else if (_resolver.Loops.Of(loop, _cancellationToken) is { } verdict && !_options.Keeps(verdict.Symbol))
        {
            if (obstacle is null && verdict.Loop is { } written)
            {
                WriteLoop(loop, written);
                return;
            }

            _unpatched.Add(verdict.Obstacle is { } unfit
                ? new UnpatchedCall(verdict.Symbol, unfit.Reason, unfit.Detail, KnownToBlock: true, loop.ForEachKeyword.GetLocation())
                : new UnpatchedCall(verdict.Symbol, obstacle!.Value, "", KnownToBlock: true, loop.ForEachKeyword.GetLocation()));
        }
        else if (obstacle is null && loop.AwaitKeyword.IsKind(SyntaxKind.None) && _resolver.Sequences.IsSequence(loop.Expression, _cancellationToken))
        {
            _edits.Add(TextEdit.Insert(loop.ForEachKeyword.SpanStart, "await "));
        }

        visitParts();
    }

    /// <summary>Writes a use of a local that holds a sequence: its declaration and most uses are those of any other.</summary>
    private void VisitHeld(IdentifierNameSyntax name)
    {
        if (_resolver.Sequences.Held.ValueOf(name) is not { } value || _places.ObstacleAt(name, _functions.IsAsync) is not null)
            return;

        (string lead, string end) = FrameOf(name, isLink: value is QueryExpressionSyntax || !_resolver.Sequences.IsIterator(value));
        _edits.Add(TextEdit.Insert(name.SpanStart, lead));
        _edits.Add(TextEdit.Insert(name.Span.End, end));
    }

    // What a local holds in the twin is another type.
    private void HoldSequence(VariableDeclarationSyntax node)
    {
        if (!node.Type.IsVar && node.Variables is [{ Initializer.Value: { } value } variable] && _resolver.Sequences.Held.IsHeldBy(variable) && IsConsumed(value))
            _edits.Add(new TextEdit(node.Type.SpanStart, node.Type.Span.Length, "var"));
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
            _patched.Add(new PatchedCall(_known.Linq!, patch, node.FromClause.FromKeyword.GetLocation()) { IsSequence = true });
            _edits.AddRange(patch.Opening);
            base.VisitQueryExpression(node);
            _edits.AddRange(patch.Closing);
        });
    }

    private void VisitSequence(ExpressionSyntax node, CallPatch patch, Action visitTwin)
    {
        (string lead, string end) = FrameOf(node, patch.IsLink);
        if (patch.IsForeign && !IsInLoop(node))
            (lead, end) = (lead + "global::CoGen.CompilerServices.Sequences.Awaited(", ")" + end);
        _edits.Add(TextEdit.Insert(node.SpanStart, lead));
        visitTwin();
        _edits.Add(TextEdit.Insert(node.Span.End, end));
    }

    /// <summary>What stands around a sequence for whoever takes its values to await them in the fiber.</summary>
    private (string Lead, string End) FrameOf(ExpressionSyntax sequence, bool isLink)
    {
        if (IsInLoop(sequence))
            return isLink ? ("global::CoGen.CompilerServices.Sequences.InFiber(", ")") : ("", "");

        return _resolver.Sequences.IsTakenWhole(sequence, _cancellationToken)
            ? ("(await global::CoGen.CompilerServices.Sequences.InFiber(global::System.Linq.AsyncEnumerable.ToListAsync(", ")))")
            : ("", "");
    }

    private static bool IsInLoop(ExpressionSyntax sequence) =>
        sequence.Parent is ParenthesizedExpressionSyntax outer ? IsInLoop(outer) : sequence.Parent is CommonForEachStatementSyntax loop && loop.Expression == sequence;

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

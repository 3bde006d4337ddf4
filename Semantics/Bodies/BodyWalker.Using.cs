using CoGen.Semantics.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Bodies;

/// <summary><c>using</c> becomes <c>await using</c> where the end of the resource can be awaited.</summary>
internal sealed partial class BodyWalker
{
    public override void VisitUsingStatement(UsingStatementSyntax node)
    {
        if (node.AwaitKeyword.IsKind(SyntaxKind.None))
            AwaitEnd(node, node.UsingKeyword, node.Declaration, node.Expression, node.Span.End);
        base.VisitUsingStatement(node);
    }

    public override void VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node)
    {
        if (node.UsingKeyword.IsKind(SyntaxKind.UsingKeyword) && node.AwaitKeyword.IsKind(SyntaxKind.None) && node.Parent is { } scope)
            AwaitEnd(node, node.UsingKeyword, node.Declaration, null, scope.Span.End);
        base.VisitLocalDeclarationStatement(node);
    }

    private void AwaitEnd(StatementSyntax node, SyntaxToken keyword, VariableDeclarationSyntax? declaration, ExpressionSyntax? expression, int scopeEnd)
    {
        if (_disposals.TwinOf(declaration, expression, _cancellationToken) is not { } dispose || _places.ObstacleAfter(node, scopeEnd, _functions.IsAsync) is not null)
        {
            if (_disposals.BlockingOf(declaration, expression, _cancellationToken) is { } end && !_options.Keeps(end.Dispose))
                _unpatched.Add(new UnpatchedCall(end.Dispose, UnpatchedReason.NoTwin, end.Rule.Advice, KnownToBlock: true, keyword.GetLocation()));
            return;
        }

        ExpressionSyntax place = expression ?? declaration!.Variables[0].Initializer!.Value;
        _edits.Add(TextEdit.Insert(keyword.SpanStart, "await "));
        _patched.Add(new PatchedCall(dispose, new CallPatch(TwinOrigin.Convention, place, $"{dispose.ContainingType.Name}.DisposeAsync", null, [], []), keyword.GetLocation()));
    }
}

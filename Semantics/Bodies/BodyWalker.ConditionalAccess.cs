using CoGen.Semantics.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Bodies;

/// <summary>Writes out the <c>?.</c> chains that have a link to be awaited.</summary>
internal sealed partial class BodyWalker
{
    // What stands in front of the first link of a chain that is written out.
    private readonly Dictionary<ConditionalAccessExpressionSyntax, string> _receivers = [];

    public override void VisitConditionalAccessExpression(ConditionalAccessExpressionSyntax node)
    {
        if (!IsAwaitedIn(node))
        {
            base.VisitConditionalAccessExpression(node);
            return;
        }

        string? variable = _chains.VariableOf(node);
        if (variable is not null && node.Expression is IdentifierNameSyntax name && _variables.Find(name) is { } known)
            variable = _variables.NameOf(known) + ".Target";
        string receiver = variable ?? _names.Next();
        _receivers.Add(node, receiver);
        string test = variable is null ? $" is {{ }} {receiver}" : " is not null";
        (string before, string between, string after) = _chains.FormOf(node) switch
        {
            ChainForm.Statement or ChainForm.Block => ("if (", test + ") ", ""),
            ChainForm.And => ("(", test + " && ", ")"),
            ChainForm.Or => ("(", $" is not {{ }} {receiver} || ", ")"),
            _ => ("(", test + " ? ", $" : {_chains.NullOf(node)})"),
        };

        OpenBlock(node);
        _edits.Add(TextEdit.Insert(node.SpanStart, before));
        Visit(node.Expression);
        _edits.Add(new TextEdit(node.OperatorToken.SpanStart, node.OperatorToken.Span.Length, between));
        Visit(node.WhenNotNull);
        _edits.Add(TextEdit.Insert(node.Span.End, after));
        CloseBlock(node);
    }

    public override void VisitMemberBindingExpression(MemberBindingExpressionSyntax node) => VisitProperty(node, () => WriteReceiver(node));

    public override void VisitElementBindingExpression(ElementBindingExpressionSyntax node) => VisitProperty(node, () =>
    {
        WriteReceiver(node);
        base.VisitElementBindingExpression(node);
    });

    // The default goes when the chain counts null as that default.
    private void RemoveDefault(BinaryExpressionSyntax node)
    {
        if (node.Left is ConditionalAccessExpressionSyntax chain && _receivers.ContainsKey(chain) &&
            ConditionalChains.DefaultOf(chain) is { } coalesce && _chains.FormOf(chain) is ChainForm.And or ChainForm.Or)
        {
            _edits.Add(new TextEdit(chain.Span.End, coalesce.Span.End - chain.Span.End, ""));
        }
    }

    private void WriteReceiver(ExpressionSyntax binding)
    {
        if (CallSite.OwnerOf(binding) is { } chain && _receivers.TryGetValue(chain, out string? receiver))
            _edits.Add(TextEdit.Insert(binding.SpanStart, receiver));
    }

    /// <summary>Whether a link of <paramref name="chain"/>, or of a chain that goes on from it, is awaited.</summary>
    private bool IsAwaitedIn(ConditionalAccessExpressionSyntax chain) =>
        ConditionalChains.LinksOf(chain).Any(link => IsAwaited(link) || IsCopied(link)) ||
        (chain.WhenNotNull is ConditionalAccessExpressionSyntax inner && IsAwaitedIn(inner));

    private bool IsCopied(ExpressionSyntax link) =>
        link is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } && CopiedType(called) is not null && _places.ObstacleAt(link, _functions.IsAsync) is null;

    private bool IsAwaited(ExpressionSyntax link) =>
        link is InvocationExpressionSyntax or MemberAccessExpressionSyntax or MemberBindingExpressionSyntax or ElementAccessExpressionSyntax or ElementBindingExpressionSyntax &&
        CallSite.IsLinkOfConditionalChain(link) &&
        ((link is InvocationExpressionSyntax call && _functions.IsAwaited(call)) || IsPatched(link));

    private bool IsPatched(ExpressionSyntax link) =>
        _model.FindOperation(link, _cancellationToken) is { } operation &&
        _resolver.Resolve(operation, _cancellationToken) is CallVerdict.Patched &&
        _places.ObstacleAt(link, _functions.IsAsync) is null;

    private void OpenBlock(ConditionalAccessExpressionSyntax chain)
    {
        switch (chain.Parent)
        {
            case ArrowExpressionClauseSyntax arrow when _chains.FormOf(chain) == ChainForm.Block:
                _edits.Add(new TextEdit(arrow.ArrowToken.SpanStart, arrow.ArrowToken.Span.Length, "{"));
                break;
            case LambdaExpressionSyntax when _chains.FormOf(chain) == ChainForm.Block:
            case ExpressionStatementSyntax statement when IsEmbedded(statement):
                _edits.Add(TextEdit.Insert(chain.SpanStart, "{ "));
                break;
        }
    }

    private void CloseBlock(ConditionalAccessExpressionSyntax chain)
    {
        switch (chain.Parent)
        {
            case ArrowExpressionClauseSyntax arrow when _chains.FormOf(chain) == ChainForm.Block:
                _edits.Add(TextEdit.Insert(ConditionalChains.SemicolonOf(arrow).Span.End, " }"));
                break;
            case LambdaExpressionSyntax when _chains.FormOf(chain) == ChainForm.Block:
                _edits.Add(TextEdit.Insert(chain.Span.End, "; }"));
                break;
            case ExpressionStatementSyntax statement when IsEmbedded(statement):
                _edits.Add(TextEdit.Insert(statement.Span.End, " }"));
                break;
        }
    }

    // An 'if' that was not there before must not take the 'else' of another.
    private static bool IsEmbedded(ExpressionStatementSyntax statement) => statement.Parent is not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax);
}

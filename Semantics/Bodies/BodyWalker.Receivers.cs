using CoGen.Semantics.Calls;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Bodies;

/// <summary>Casts <see cref="CopiedReceivers"/> to their own types, which makes them values.</summary>
internal sealed partial class BodyWalker
{
    /// <summary>The type that the receiver of a call is cast to; null where it stays as it is. In a <c>?.</c> chain that is not written out it cannot be cast.</summary>
    private string? TypeOfCopy(MemberAccessExpressionSyntax called) =>
        CallSite.BindingOf(called.Expression) is { } binding && !(CallSite.OwnerOf(binding) is { } chain && _receivers.ContainsKey(chain)) ? null : CopiedType(called);

    private string? CopiedType(MemberAccessExpressionSyntax called) =>
        called.Parent is InvocationExpressionSyntax call && call.Expression == called
            ? CopiedReceivers.TypeIn(call, _model, _cancellationToken)?.ToMinimalDisplayString(_model, called.SpanStart)
            : null;

    private void VisitReceiver(ExpressionSyntax receiver, string? copied, Action visit)
    {
        if (copied is null)
        {
            visit();
            return;
        }

        _edits.Add(TextEdit.Insert(receiver.SpanStart, $"(({copied})"));
        visit();
        _edits.Add(TextEdit.Insert(receiver.Span.End, ")"));
    }
}

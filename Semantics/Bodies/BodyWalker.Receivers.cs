using CoGen.Semantics.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Bodies;

/// <summary>
/// <c>n.Plus(n++)</c>, where <c>Plus</c> is of an <c>extension(int x)</c>, passes the <c>n</c> of before. With an await among the arguments the compiler
/// passes the one of afterwards, as it does for a method of the struct itself: a cast makes the receiver a value.
/// </summary>
internal sealed partial class BodyWalker
{
    /// <summary>The type that the receiver of a call is cast to; null where it stays as it is. In a <c>?.</c> chain that is not written out it cannot be cast.</summary>
    private string? TypeOfCopy(MemberAccessExpressionSyntax called) =>
        CallSite.BindingOf(called.Expression) is { } binding && !(CallSite.OwnerOf(binding) is { } chain && _receivers.ContainsKey(chain)) ? null : CopiedType(called);

    private string? CopiedType(MemberAccessExpressionSyntax called) =>
        called.Parent is InvocationExpressionSyntax call && call.Expression == called &&
        _model.FindOperation(call, _cancellationToken) is IInvocationOperation { Instance: { Type: { IsReferenceType: false } type } receiver, TargetMethod.ContainingType.ExtensionParameter.RefKind: RefKind.None } operation &&
        LaterWrites.MayChange(receiver, operation.Arguments)
            ? type.ToMinimalDisplayString(_model, called.SpanStart)
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

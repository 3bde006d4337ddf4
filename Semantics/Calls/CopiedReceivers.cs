using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Calls;

/// <summary>
/// <c>n.Plus(n++)</c>, where <c>Plus</c> is of an <c>extension(int x)</c>, passes the <c>n</c> of before. With an await among the arguments the compiler
/// passes the one of afterwards, as it does for a method of the struct itself.
/// </summary>
internal static class CopiedReceivers
{
    /// <summary>The type of the receiver of <paramref name="call"/>, if it is such a value and one of the arguments may change where it comes from; else null.</summary>
    public static ITypeSymbol? TypeIn(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken) =>
        model.FindOperation(call, cancellationToken) is IInvocationOperation { Instance: { Type: { IsReferenceType: false } type } receiver, TargetMethod.ContainingType.ExtensionParameter.RefKind: RefKind.None } operation &&
        LaterWrites.MayChange(receiver, operation.Arguments)
            ? type
            : null;
}

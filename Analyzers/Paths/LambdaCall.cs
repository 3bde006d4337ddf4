using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Paths;

/// <summary>A lambda that only calls one method of the user's, which could be passed in its place.</summary>
internal static class LambdaCall
{
    public static IMethodSymbol? Of(IAnonymousFunctionOperation lambda, KnownTypes known)
    {
        IOperation[] statements = [.. lambda.Body.Operations.Where(static statement => statement is not IReturnOperation { IsImplicit: true, ReturnedValue: null })];
        IInvocationOperation? call = statements switch
        {
            [IExpressionStatementOperation { Operation: IInvocationOperation only }] => only,
            [IReturnOperation { ReturnedValue: IInvocationOperation only }] => only,
            _ => null,
        };
        return lambda.Symbol.Parameters.IsEmpty
            && call?.TargetMethod is { MethodKind: MethodKind.Ordinary } method
            && (known.IsCoroutine(method) || !method.DeclaringSyntaxReferences.IsEmpty)
                ? method
                : null;
    }
}

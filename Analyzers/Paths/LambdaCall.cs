using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Paths;

/// <summary>A lambda that only calls one method, which could be passed in its place.</summary>
internal static class LambdaCall
{
    public static IInvocationOperation? Of(IAnonymousFunctionOperation lambda) =>
        lambda is { Symbol.Parameters.IsEmpty: true, Body.Operations: [IExpressionStatementOperation or IReturnOperation, ..] }
            ? lambda.Body.Operations[0] switch
            {
                IExpressionStatementOperation { Operation: IInvocationOperation call } => call,
                IReturnOperation { ReturnedValue: IInvocationOperation call } => call,
                _ => null,
            }
            : null;
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Catalog;

/// <summary>A wait of the framework that is given no time does not wait: <c>Wait(0)</c> only asks.</summary>
public static class ZeroTimeout
{
    /// <summary>Whether the call passes a time-out that is known to be zero.</summary>
    public static bool IsIn(IInvocationOperation call)
    {
        if (!IsOfTheFramework(call.TargetMethod))
        {
            return false;
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is IParameterSymbol parameter && IsTimeout(parameter) && IsZero(argument.Value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the call waits for nothing: it is given no time, or is one of the framework's <c>Try…</c> that take none.</summary>
    public static bool OnlyTries(IInvocationOperation call) =>
        IsIn(call) || (call.TargetMethod.Name.StartsWith("Try", StringComparison.Ordinal) && IsOfTheFramework(call.TargetMethod) && !call.TargetMethod.Parameters.Any(IsTimeout));

    private static bool IsOfTheFramework(IMethodSymbol method)
    {
        INamespaceSymbol? space = method.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name == "System";
    }

    private static bool IsTimeout(IParameterSymbol parameter) =>
        parameter.Name is "timeout" or "millisecondsTimeout" or "milliseconds" or "microSeconds";

    private static bool IsZero(IOperation value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: 0 or 0L } } => true,
        IConversionOperation conversion => IsZero(conversion.Operand),
        IFieldReferenceOperation { Field: { Name: "Zero", ContainingType.Name: "TimeSpan" } } => true,
        IDefaultValueOperation { Type.Name: "TimeSpan" } => true,
        _ => false,
    };
}

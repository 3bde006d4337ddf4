using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers;

/// <summary>Names as the messages write them: short, as one would say them.</summary>
internal static class DisplayName
{
    /// <summary><c>TaskA</c>, for a method of the user's.</summary>
    public static string Of(IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.AnonymousFunction => "the lambda",
        MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove => method.AssociatedSymbol?.Name ?? method.Name,
        _ => method.Name,
    };

    /// <summary><c>Thread.Join</c>, <c>new TcpClient</c>, for a member that is called.</summary>
    public static string OfCall(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => "new " + member.ContainingType.Name,
        IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } method => Of(method),
        _ => member.ContainingType is INamedTypeSymbol type ? type.Name + "." + member.Name : member.Name,
    };
}

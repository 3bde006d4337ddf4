using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoGen.Analyzers;

/// <summary>Names as the messages write them: short, as one would say them.</summary>
internal static class DisplayName
{
    /// <summary><c>TaskA</c>, <c>new Cache</c>, <c>operator +</c>, for a method of the user's.</summary>
    public static string Of(IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.AnonymousFunction => "the lambda",
        MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove => method.AssociatedSymbol?.Name ?? method.Name,
        MethodKind.Constructor => "new " + method.ContainingType.Name,
        MethodKind.StaticConstructor => "static " + method.ContainingType.Name,
        MethodKind.Destructor => "~" + method.ContainingType.Name,
        MethodKind.UserDefinedOperator => "operator " + SyntaxFacts.GetText(SyntaxFacts.GetOperatorKind(method.Name)),
        MethodKind.Conversion => "operator " + method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
        MethodKind.ExplicitInterfaceImplementation when method.ExplicitInterfaceImplementations is [IMethodSymbol contract, ..] => $"{contract.ContainingType.Name}.{contract.AssociatedSymbol?.Name ?? contract.Name}",
        _ => method.Name,
    };

    /// <summary><c>Thread.Join</c>, <c>new TcpClient</c>, for a member that is called.</summary>
    public static string OfCall(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor or MethodKind.Destructor or MethodKind.LocalFunction or MethodKind.AnonymousFunction } method => Of(method),
        IMethodSymbol method when member.ContainingType is INamedTypeSymbol type => type.Name + "." + Of(method),
        _ => member.ContainingType is INamedTypeSymbol type ? type.Name + "." + member.Name : member.Name,
    };
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Shape;

/// <summary>What kind of member a coroutine may be, and where it may stand.</summary>
internal static class MemberRules
{
    /// <summary>Returns false when the member is of a kind whose signature need not be looked at.</summary>
    public static bool Judge(IMethodSymbol method, ImmutableArray<ShapeRefusal>.Builder refusals, CancellationToken cancellationToken)
    {
        if (KindThatHasNoTwin(method) is { } kind)
        {
            refusals.Add(Refuse(ShapeRefusalKind.MemberCannotHaveTwin, method, kind));
            return false;
        }

        JudgeContainingTypes(method, refusals, cancellationToken);
        if (Overridable(method) is { } dispatch)
            refusals.Add(Refuse(ShapeRefusalKind.Overridable, method, dispatch));
        else if (Bodiless(method) is { } bodiless)
            refusals.Add(Refuse(ShapeRefusalKind.MemberCannotHaveTwin, method, bodiless));
        else if (Peculiarity(method) is { } peculiarity)
            refusals.Add(Refuse(ShapeRefusalKind.MemberCannotHaveTwin, method, peculiarity));

        return true;
    }

    public static ShapeRefusal Refuse(ShapeRefusalKind kind, IMethodSymbol method, string detail) =>
        new(kind, method.Locations.FirstOrDefault() ?? Location.None, detail, method);

    private static string? KindThatHasNoTwin(IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.Ordinary when method.ContainingType is null or { IsImplicitClass: true } => "it is not the member of a type",
        MethodKind.Ordinary when method.ContainingType.IsExtension => "it is declared in an extension block",
        MethodKind.Ordinary when method.ContainingType.IsFileLocal => "its type is local to the file",
        MethodKind.Ordinary => null,
        MethodKind.ExplicitInterfaceImplementation => "it implements an interface explicitly",
        MethodKind.LocalFunction => "it is a local function",
        MethodKind.AnonymousFunction => "it is a lambda",
        MethodKind.Constructor or MethodKind.StaticConstructor => "it is a constructor",
        MethodKind.Destructor => "it is a finalizer",
        MethodKind.UserDefinedOperator or MethodKind.Conversion or MethodKind.BuiltinOperator => "it is an operator",
        _ => "it is an accessor",
    };

    private static string? Overridable(IMethodSymbol method)
    {
        if (method.IsAbstract)
            return "it is abstract";
        if (method.ContainingType.TypeKind == TypeKind.Interface)
            return method.IsVirtual ? "it is a default member of an interface" : null;
        if (method.ContainingType.IsSealed || method.ContainingType.IsValueType)
            return null;
        if (method.IsVirtual)
            return "it is virtual";
        return method is { IsOverride: true, IsSealed: false } ? "it is an override that can be overridden again" : null;
    }

    private static string? Bodiless(IMethodSymbol method)
    {
        if (method.IsExtern)
            return "it is extern";
        if (method is { IsPartialDefinition: true, PartialImplementationPart: null })
            return "it is partial and has no body here";
        return null;
    }

    private static string? Peculiarity(IMethodSymbol method)
    {
        foreach (AttributeData attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "UnmanagedCallersOnlyAttribute", ContainingNamespace.Name: "InteropServices" })
                return "it is called by native code only";
        }

        return null;
    }

    private static void JudgeContainingTypes(
        IMethodSymbol method, ImmutableArray<ShapeRefusal>.Builder refusals, CancellationToken cancellationToken)
    {
        foreach (BodyDeclaration declaration in BodyDeclaration.All(method, cancellationToken))
        {
            foreach (TypeDeclarationSyntax type in declaration.Owner.Ancestors().OfType<TypeDeclarationSyntax>())
            {
                if (!type.Modifiers.Any(SyntaxKind.PartialKeyword))
                {
                    string name = type.Identifier.ValueText;
                    INamedTypeSymbol? symbol = method.ContainingType;
                    while (symbol is not null && symbol.Name != name)
                        symbol = symbol.ContainingType;

                    refusals.Add(new ShapeRefusal(
                        ShapeRefusalKind.ContainingTypeNotPartial,
                        type.Identifier.GetLocation(),
                        $"type '{name}' is not partial",
                        symbol ?? method.ContainingType));
                }
            }
        }
    }
}

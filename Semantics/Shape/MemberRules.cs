using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Shape;

/// <summary>What kind of member a coroutine may be, and where it may stand.</summary>
public static class MemberRules
{
    /// <summary>Returns false when the member is of a kind whose signature need not be looked at.</summary>
    internal static bool Judge(IMethodSymbol method, KnownTypes known, ImmutableArray<ShapeRefusal>.Builder refusals, CancellationToken cancellationToken)
    {
        if (KindThatHasNoTwin(method) is { } kind)
        {
            refusals.Add(RefuseMember(method, kind));
            return false;
        }

        if (method.MethodKind == MethodKind.LocalFunction && LiftedFunction.ObstacleTo(method, known, cancellationToken) is { } obstacle)
        {
            refusals.Add(Refuse(ShapeRefusalKind.MemberCannotHaveTwin, method, obstacle));
            return false;
        }

        JudgeContainingTypes(method, refusals, cancellationToken);
        if (UndeclarableInInterface(method) is { } undeclarable)
            refusals.Add(Refuse(ShapeRefusalKind.InterfaceCannotDeclareTwin, method, undeclarable));
        else if (Bodiless(method) is { } bodiless)
            refusals.Add(RefuseMember(method, bodiless));
        else if (Peculiarity(method) is { } peculiarity)
            refusals.Add(RefuseMember(method, peculiarity));

        return true;
    }

    internal static ShapeRefusal Refuse(ShapeRefusalKind kind, IMethodSymbol method, string detail) =>
        new(kind, method.Locations.FirstOrDefault() ?? Location.None, detail, method);

    private static ShapeRefusal RefuseMember(IMethodSymbol method, string reason) =>
        Refuse(ShapeRefusalKind.MemberCannotHaveTwin, method, reason.Contains("; ") ? reason : reason + "; move its body into an ordinary method and tag that");

    private static string? KindThatHasNoTwin(IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.Ordinary when method.ContainingType is null or { IsImplicitClass: true } => "it is not the member of a type",
        MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation or MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.LocalFunction when IsInFileLocalType(method) =>
            "its type is local to its file, and no other file can add to that; make the type internal, or private in another type",
        MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation => null,
        MethodKind.PropertySet when method.IsInitOnly => "it is an init accessor, which runs as its object is made",
        MethodKind.PropertyGet or MethodKind.PropertySet => null,
        MethodKind.LocalFunction => null,
        MethodKind.AnonymousFunction => "it is a lambda; make it a local function or method, and tag that",
        MethodKind.Constructor or MethodKind.StaticConstructor => "it is a constructor",
        MethodKind.Destructor => "it is a finalizer",
        MethodKind.UserDefinedOperator or MethodKind.Conversion or MethodKind.BuiltinOperator => "it is an operator",
        _ => "it is the accessor of an event",
    };

    private static bool IsInFileLocalType(IMethodSymbol method)
    {
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.IsFileLocal)
                return true;
        }

        return false;
    }

    // A twin of its own for each implementation would be no help to callers that know the interface only.
    private static string? UndeclarableInInterface(IMethodSymbol method)
    {
        if (method.ContainingType is not { TypeKind: TypeKind.Interface } type || !(method.IsAbstract || method.IsVirtual))
            return null;
        if (type.IsComImport)
            return "its interface is one of COM, whose members are laid out by their order";
        if (method.IsStatic && SelfOf(type) is null)
            return "it is static and no type parameter of its interface stands for the type that implements it";
        return type.TypeParameters.Any(t => t.Variance != VarianceKind.None && Mentions(method.ReturnType, t))
            ? "its result speaks of a type parameter that is 'in' or 'out'"
            : null;
    }

    /// <summary>The type parameter of an interface that stands for the type that implements it: <c>T</c> in <c>I&lt;T> where T : I&lt;T></c>.</summary>
    public static ITypeParameterSymbol? SelfOf(INamedTypeSymbol @interface) => @interface.TypeParameters.FirstOrDefault(parameter =>
        parameter.ConstraintTypes.Any(c => SymbolEqualityComparer.Default.Equals(c, @interface)));

    private static bool Mentions(ITypeSymbol type, ITypeParameterSymbol parameter) => type switch
    {
        ITypeParameterSymbol other => SymbolEqualityComparer.Default.Equals(other, parameter),
        IArrayTypeSymbol array => Mentions(array.ElementType, parameter),
        INamedTypeSymbol named => named.TypeArguments.Any(a => Mentions(a, parameter)) || (named.ContainingType is { } outer && Mentions(outer, parameter)),
        _ => false,
    };

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
                if (type is not ExtensionBlockDeclarationSyntax && !type.Modifiers.Any(SyntaxKind.PartialKeyword))
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

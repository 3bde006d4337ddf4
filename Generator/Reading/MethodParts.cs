using System.Text;
using CoGen.Generator.Models;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoGen.Generator.Reading;

/// <summary>Reads the parts of a signature that a twin takes over from its original.</summary>
internal static class MethodParts
{
    public static string Modifiers(TwinSource source)
    {
        BodyDeclaration declaration = source.Declaration;
        TwinRole role = source.Plan.Role;
        StringBuilder text = new();
        bool isLifted = source.Method.MethodKind == MethodKind.LocalFunction;
        if (isLifted || role is TwinRole.Unreached or TwinRole.Adapter)
            text.Append("private ");
        else if (role != TwinRole.Explicit)
            Append(text, declaration.AccessorModifiers.Any(IsAccessibility) ? declaration.AccessorModifiers : declaration.Modifiers, IsAccessibility);

        if (isLifted)
            text.Append("static ");
        else
            Append(text, declaration.Modifiers, static m => m.IsKind(SyntaxKind.StaticKeyword));
        if (role is TwinRole.Plain or TwinRole.Virtual)
            Append(text, declaration.Modifiers, static m => m.IsKind(SyntaxKind.NewKeyword));
        if (role == TwinRole.Virtual)
            text.Append("virtual ");
        if (role == TwinRole.Override)
            text.Append(source.Method.IsSealed ? "sealed override " : "override ");
        if (source.Method.ContainingType.IsValueType && source.Method is { IsReadOnly: true, ContainingType.IsReadOnly: false, IsStatic: false })
            text.Append("readonly ");

        // Pointers can only be named where unsafe is said.
        if (TwinSignature.HasPointers(source.Method))
            text.Append("unsafe ");
        return text.ToString();
    }

    /// <summary>What warns of the original warns of the twin, and what hides the original from a debugger hides the twin.</summary>
    public static EquatableArray<string> Attributes(IMethodSymbol method, BodyDeclaration declaration)
    {
        List<string> attributes = [];
        foreach (AttributeData attribute in method.GetAttributes())
        {
            if (IsRepeated(attribute.AttributeClass?.Name) &&
                attribute.ApplicationSyntaxReference is { } reference && reference.SyntaxTree == declaration.Syntax.SyntaxTree)
            {
                attributes.Add($"[{reference.GetSyntax()}]");
            }
        }

        return attributes.ToEquatableArray();
    }

    public static EquatableArray<string> Constraints(TwinSource source)
    {
        // An override inherits its constraints unsaid; where its twin is none, it says them.
        bool inherits = source.Method.IsOverride || !source.Method.ExplicitInterfaceImplementations.IsEmpty;
        return inherits && source.Plan.Role is not (TwinRole.Override or TwinRole.Explicit)
            ? SpeltConstraints(source)
            : source.Declaration.Constraints.Select(static c => c.ToString()).ToEquatableArray();
    }

    /// <summary>Those of a method that does part of a twin's work, and neither overrides nor implements anything.</summary>
    public static EquatableArray<string> WorkerConstraints(TwinSource source) =>
        source.Method.IsOverride || !source.Method.ExplicitInterfaceImplementations.IsEmpty
            ? SpeltConstraints(source)
            : source.Declaration.Constraints.Select(static c => c.ToString()).ToEquatableArray();

    private static EquatableArray<string> SpeltConstraints(TwinSource source) =>
        source.Method.TypeParameters.Select(InheritedConstraint).Where(static c => c.Length > 0).ToEquatableArray();

    private static bool IsAccessibility(SyntaxToken modifier) => modifier.Kind() is
        SyntaxKind.PublicKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword;

    private static void Append(StringBuilder text, SyntaxTokenList modifiers, Func<SyntaxToken, bool> isWanted)
    {
        foreach (SyntaxToken modifier in modifiers.Where(isWanted))
            text.Append(modifier.ValueText).Append(' ');
    }

    private static bool IsRepeated(string? attribute) => attribute is
        "RequiresUnreferencedCodeAttribute" or "RequiresDynamicCodeAttribute" or "RequiresAssemblyFilesAttribute" or
        "UnconditionalSuppressMessageAttribute" or "ObsoleteAttribute" or "SupportedOSPlatformAttribute" or "UnsupportedOSPlatformAttribute" or
        "ExperimentalAttribute" or "DebuggerStepThroughAttribute" or "DebuggerHiddenAttribute" or "StackTraceHiddenAttribute";

    private static string InheritedConstraint(ITypeParameterSymbol parameter)
    {
        List<string> parts = [];
        if (parameter.HasUnmanagedTypeConstraint)
            parts.Add("unmanaged");
        else if (parameter.HasValueTypeConstraint)
            parts.Add("struct");
        else if (parameter.HasReferenceTypeConstraint)
            parts.Add(parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class");
        else if (parameter.HasNotNullConstraint)
            parts.Add("notnull");
        parts.AddRange(parameter.ConstraintTypes.Where(static t => t.Name.Length > 0 || t.TypeKind != TypeKind.Error).Select(static t => t.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)));
        if (parameter is { HasConstructorConstraint: true, HasValueTypeConstraint: false })
            parts.Add("new()");
        return parts.Count == 0 ? "" : $"where {parameter.Name} : {string.Join(", ", parts)}";
    }
}

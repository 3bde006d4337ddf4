using System.Text;
using CoGen.Generator.Models;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Generator.Reading;

/// <summary>Reads the parts of a signature that a twin takes over from its original.</summary>
internal static class MethodParts
{
    public static string Modifiers(BodyDeclaration declaration)
    {
        StringBuilder text = new();
        foreach (SyntaxToken modifier in declaration.Modifiers)
        {
            if (modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword
                or SyntaxKind.StaticKeyword or SyntaxKind.NewKeyword or SyntaxKind.ReadOnlyKeyword)
            {
                text.Append(modifier.ValueText).Append(' ');
            }
        }

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

    /// <summary>The parameters as they are declared; of a partial method the default values stand in its other part.</summary>
    public static string Parameters(IMethodSymbol method, BodyDeclaration declaration)
    {
        SeparatedSyntaxList<ParameterSyntax> defaults = (method.PartialDefinitionPart?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as BaseMethodDeclarationSyntax)?.ParameterList.Parameters ?? default;
        return string.Join(", ", declaration.Parameters.Select((parameter, i) =>
            i < defaults.Count && defaults[i].Default is { } value ? $"{parameter.WithDefault(null).ToString().TrimEnd()} {value}" : parameter.ToString()));
    }

    public static EquatableArray<string> Constraints(IMethodSymbol method, BodyDeclaration declaration) =>
        method.IsOverride
            ? method.TypeParameters.Select(InheritedConstraint).Where(static c => c.Length > 0).ToEquatableArray()
            : declaration.Constraints.Select(static c => c.ToString()).ToEquatableArray();

    private static bool IsRepeated(string? attribute) => attribute is
        "RequiresUnreferencedCodeAttribute" or "RequiresDynamicCodeAttribute" or "RequiresAssemblyFilesAttribute" or
        "UnconditionalSuppressMessageAttribute" or "SupportedOSPlatformAttribute" or "UnsupportedOSPlatformAttribute" or
        "ExperimentalAttribute" or "DebuggerStepThroughAttribute" or "DebuggerHiddenAttribute" or "StackTraceHiddenAttribute";

    // An override inherits its constraints unsaid; the twin is none and says them.
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
        parts.AddRange(parameter.ConstraintTypes.Select(static t => t.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)));
        if (parameter is { HasConstructorConstraint: true, HasValueTypeConstraint: false })
            parts.Add("new()");
        return parts.Count == 0 ? "" : $"where {parameter.Name} : {string.Join(", ", parts)}";
    }
}

using System.Text;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;

namespace CoGen.Generator.Reading;

/// <summary>What files are called, and how a doc comment points at an original.</summary>
internal static class TwinNames
{
    private const int LongestName = 120;

    private static readonly SymbolDisplayFormat s_parameterType = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    /// <summary><c>Demo.Outer+Inner{T}.Fetch</c>, and the parameters when the type has another method of that name.</summary>
    public static string HintOf(IMethodSymbol method)
    {
        StringBuilder name = new();
        if (!method.ContainingNamespace.IsGlobalNamespace)
            name.Append(method.ContainingNamespace.ToDisplayString()).Append('.');
        AppendType(name, method.ContainingType);
        name.Append('.').Append(method.MethodKind == MethodKind.LocalFunction ? LiftedFunction.OutermostOf(method).Name + "." + method.Name : method.Name);
        AppendTypeParameters(name, method.TypeParameters);
        if (IsOverloaded(method))
        {
            name.Append('(').Append(string.Join(",", method.Parameters.Select(static p => p.Type.ToDisplayString(s_parameterType).Replace(" ", "")))).Append(')');
        }

        for (int i = 0; i < name.Length; i++)
            name[i] = Safe(name[i]);
        return name.Length <= LongestName ? name.ToString() : name.ToString(0, LongestName - 9) + "-" + StableHash.Of(name.ToString());
    }

    /// <summary>The bare name where it is unambiguous, else the documentation id.</summary>
    /// <remarks>A local function cannot be pointed at.</remarks>
    public static string CrefOf(IMethodSymbol method) =>
        method.MethodKind == MethodKind.LocalFunction ? "" :
        method is { Arity: 0, MethodKind: MethodKind.Ordinary } && !IsOverloaded(method) && method.Name.All(static c => c < 128)
            ? method.Name
            : (method.AssociatedSymbol ?? method).GetDocumentationCommentId() ?? method.Name;

    private static void AppendType(StringBuilder name, INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer)
        {
            AppendType(name, outer);
            name.Append('+');
        }

        name.Append(type.ExtensionParameter is { } receiver ? $"extension({receiver.Type.ToDisplayString(s_parameterType)})" : type.Name);
        AppendTypeParameters(name, type.TypeParameters);
    }

    private static void AppendTypeParameters(StringBuilder name, IReadOnlyCollection<ITypeParameterSymbol> parameters)
    {
        if (parameters.Count > 0)
            name.Append('{').Append(string.Join(",", parameters.Select(static p => p.Name))).Append('}');
    }

    // Names that differ in case are told apart when all are known.
    private static bool IsOverloaded(IMethodSymbol method) => method.ContainingType.GetMembers(method.Name).Any(member =>
        member is IMethodSymbol { MethodKind: MethodKind.Ordinary } other &&
        !SymbolEqualityComparer.Default.Equals(other, method) &&
        !SymbolEqualityComparer.Default.Equals(other, method.PartialDefinitionPart));

    private static char Safe(char c) => c switch
    {
        '<' => '{',
        '>' => '}',
        _ => char.IsLetterOrDigit(c) || ".,-+_(){}[]".IndexOf(c) >= 0 ? c : '_',
    };
}

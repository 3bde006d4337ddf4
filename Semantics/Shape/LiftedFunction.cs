using System.Globalization;
using System.Text;
using CoGen.Semantics.Bodies;
using CoGen.Semantics.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Shape;

/// <summary>
/// The twin of a tagged local function stands beside the method around it, as a method of its own. There it cannot see what the function
/// captures, and it cannot call the original: so what it needs has to be in sight from there, together with all the local functions that
/// it calls.
/// </summary>
public static class LiftedFunction
{
    private const string Advice = "make it a method and tag that";

    /// <summary>Why the twin of <paramref name="function"/>, once it is tagged, cannot stand outside, with advice; null when it can.</summary>
    public static string? ObstacleTo(IMethodSymbol function, KnownTypes known, CancellationToken cancellationToken)
    {
        foreach (IMethodSymbol member in Reached(function, known, cancellationToken))
        {
            bool isAsked = SymbolEqualityComparer.Default.Equals(member, function);
            if (!isAsked && !known.IsCoroutine(member))
                return $"it calls '{member.Name}', and '{member.Name}' is a local function without [Coroutine]; tag that too";
            if (OwnObstacle(member, known, cancellationToken) is { } obstacle)
                return isAsked ? obstacle : $"it calls '{member.Name}', and {obstacle}";
        }

        return null;
    }

    /// <summary>Whether <paramref name="function"/> stands in a coroutine, whose twin has it too: then it need not be lifted.</summary>
    public static bool IsInCoroutine(IMethodSymbol function, KnownTypes known)
    {
        for (ISymbol? outer = function.ContainingSymbol; outer is IMethodSymbol method; outer = outer.ContainingSymbol)
        {
            if (known.IsCoroutine(method))
                return true;
        }

        return false;
    }

    /// <summary>What the twin is called: <c>__Main_WorkAsync</c>. The runtime makes the same of the function's name.</summary>
    /// <remarks>Where a name has an underscore of its own, the length of the first comes before it: <c>A_B</c> and <c>C</c> are not <c>A</c> and <c>B_C</c>.</remarks>
    public static string NameOf(IMethodSymbol function, CancellationToken cancellationToken)
    {
        ISymbol outer = OutermostOf(function);
        StringBuilder member = new();
        foreach (char c in outer.Name)
        {
            if (char.IsLetterOrDigit(c) || c == '_')
                member.Append(c);
            else
                member.Append('_').Append(((int)c).ToString("x", CultureInfo.InvariantCulture));
        }

        string number = NumberOf(function, outer, cancellationToken) is > 0 and var n ? n.ToString(CultureInfo.InvariantCulture) : "";
        return $"__{member}{function.Name}".IndexOf('_', 2) < 0 && number.Length == 0
            ? $"__{member}_{function.Name}Async"
            : $"__{member.Length}_{number}_{member}_{function.Name}Async";
    }

    /// <summary>The method, accessor or field that <paramref name="function"/> stands in.</summary>
    public static ISymbol OutermostOf(IMethodSymbol function)
    {
        ISymbol outer = function;
        while (outer.ContainingSymbol is { } next and not INamedTypeSymbol)
            outer = next;
        return outer;
    }

    // Of several functions of one name in the members of one name each has a number, so that the runtime does not take one for another.
    private static int NumberOf(IMethodSymbol function, ISymbol outer, CancellationToken cancellationToken)
    {
        LocalFunctionStatementSyntax[] namesakes =
        [
            .. outer.ContainingType.GetMembers(outer.Name).SelectMany(static member => member.DeclaringSyntaxReferences)
                .SelectMany(reference => reference.GetSyntax(cancellationToken).DescendantNodes().OfType<LocalFunctionStatementSyntax>())
                .Where(local => local.Identifier.ValueText == function.Name).Distinct(),
        ];
        return namesakes.Length < 2 ? 0 : Array.IndexOf(namesakes, DeclarationOf(function, cancellationToken)) + 1;
    }

    private static List<IMethodSymbol> Reached(IMethodSymbol function, KnownTypes known, CancellationToken cancellationToken)
    {
        List<IMethodSymbol> reached = [function];
        for (int i = 0; i < reached.Count; i++)
        {
            if (DeclarationOf(reached[i], cancellationToken) is not { } syntax || !known.Compilation.ContainsSyntaxTree(syntax.SyntaxTree))
                continue;

            SemanticModel model = known.Compilation.GetSemanticModel(syntax.SyntaxTree);
            foreach (SimpleNameSyntax name in syntax.DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (model.GetSymbolInfo(name, cancellationToken).Symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction } other &&
                    !LiftedNames.IsDeclaredIn(other, syntax) && !reached.Contains(other.OriginalDefinition, SymbolEqualityComparer.Default))
                {
                    reached.Add(other.OriginalDefinition);
                }
            }
        }

        return reached;
    }

    private static string? OwnObstacle(IMethodSymbol function, KnownTypes known, CancellationToken cancellationToken)
    {
        if (DeclarationOf(function, cancellationToken) is not { } syntax || BodyDeclaration.Of(syntax) is not { Body: { } body } declaration || !known.Compilation.ContainsSyntaxTree(syntax.SyntaxTree))
            return "it is a local function without a body";
        if (!LanguageLevel.HasInterceptors(syntax.SyntaxTree.Options))
            return $"it is a local function, and calls that start one are not redirected before C# 12; {Advice}";
        if (function.Arity > 0 || function.ContainingType is not { IsExtension: false, TypeKind: TypeKind.Class } || IsInGeneric(function.ContainingType))
            return $"it is a local function that is generic, or of a generic type, a struct, an interface or an extension; {Advice}";
        if (IteratorShape.Of(function, cancellationToken) is not null)
            return $"it is a local function that yields values; {Advice}";
        if (function.IsExtern || syntax.Modifiers.Any(SyntaxKind.UnsafeKeyword) || function.GetAttributes().Any(static a => a.AttributeClass?.Name == "ConditionalAttribute"))
            return $"it is a local function that is unsafe, extern or conditional; {Advice}";
        if (TwinSignature.CallsOriginalBecause(function, known) is { } because)
            return $"it is a local function and {because}; {Advice}";
        if (BodyRefusal.Of(function, declaration, body, known, cancellationToken) is { } refusal)
            return refusal.Detail;

        // A delegate of it may lead to the object, or to a closure that knows the object.
        SemanticModel model = known.Compilation.GetSemanticModel(syntax.SyntaxTree);
        if (!function.IsStatic && UsesThis(syntax, model, cancellationToken))
            return $"it is a local function that uses the object around it; {Advice}";

        return WholeBody.ObstacleTo(function, body, model, known, new MemoryArguments(model, known, function)) is not null
            ? $"it is a local function that pointers or spans keep from waiting; {Advice}"
            : LiftedNames.FindObstacle(function, syntax, model, known, cancellationToken);
    }

    private static bool IsInGeneric(INamedTypeSymbol? type) => type is not null && (type.Arity > 0 || IsInGeneric(type.ContainingType));

    private static bool UsesThis(LocalFunctionStatementSyntax syntax, SemanticModel model, CancellationToken cancellationToken) =>
        model.FindOperation(syntax, cancellationToken) is { } operation &&
        operation.Descendants().Any(static o => o is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } ||
            o is IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } });

    private static LocalFunctionStatementSyntax? DeclarationOf(IMethodSymbol function, CancellationToken cancellationToken) =>
        function.DeclaringSyntaxReferences is [var reference] ? reference.GetSyntax(cancellationToken) as LocalFunctionStatementSyntax : null;
}

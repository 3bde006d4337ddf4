using CoGen.Semantics.Catalog;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Calls;

/// <summary>
/// Says which <c>using</c> becomes <c>await using</c>: where the end of the resource is a coroutine, or where its type has a real <c>DisposeAsync</c>,
/// one that stands beside its <c>Dispose</c>. What is inherited from below a <c>Dispose</c> does not know it and would skip it: so that the type that is
/// there at run time must be known.
/// </summary>
internal sealed class Disposals
{
    private readonly SemanticModel _model;
    private readonly KnownTypes _known;

    public Disposals(SemanticModel model, KnownTypes known)
    {
        _model = model;
        _known = known;
    }

    /// <summary>The <c>Dispose</c> whose twin can end all resources of a <c>using</c>; null to leave it.</summary>
    /// <param name="declaration">What it declares, or null.</param>
    /// <param name="expression">What it is given, or null.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public IMethodSymbol? TwinOf(VariableDeclarationSyntax? declaration, ExpressionSyntax? expression, CancellationToken cancellationToken)
    {
        if (declaration is null)
            return expression is not null && _model.GetTypeInfo(expression, cancellationToken).Type is { } type ? TwinOf(type, expression, cancellationToken) : null;

        IMethodSymbol? found = null;
        foreach (VariableDeclaratorSyntax variable in declaration.Variables)
        {
            if (variable.Initializer is not { Value: { } value } || _model.GetDeclaredSymbol(variable, cancellationToken) is not ILocalSymbol local ||
                TwinOf(local.Type, value, cancellationToken) is not { } twin)
            {
                return null;
            }

            found = twin;
        }

        return found;
    }

    /// <summary>The <c>Dispose</c> of a resource of a <c>using</c> that is told of where it is called by name, with what is said of it; null when there is none.</summary>
    /// <inheritdoc cref="TwinOf(VariableDeclarationSyntax?, ExpressionSyntax?, CancellationToken)"/>
    public (IMethodSymbol Dispose, PatchRule Rule)? BlockingOf(VariableDeclarationSyntax? declaration, ExpressionSyntax? expression, CancellationToken cancellationToken) =>
        _model.GetTypeInfo((SyntaxNode?)declaration?.Type ?? expression!, cancellationToken).Type is { } type && Find(type, "Dispose") is { } dispose &&
        _known.Rules.FindBlocking(dispose, type) is { Action: PatchAction.Warn or PatchAction.Hint } rule
            ? (dispose, rule)
            : null;

    /// <summary>The <c>Dispose</c> of <paramref name="type"/>, where it is a coroutine whose twin ends what is of that type; else null.</summary>
    public IMethodSymbol? CoroutineOf(ITypeSymbol type, CancellationToken cancellationToken) =>
        Find(type, "Dispose") is { } dispose && _known.IsCoroutine(dispose) && IsAwaited(dispose, type, cancellationToken) ? dispose : null;

    private IMethodSymbol? TwinOf(ITypeSymbol type, ExpressionSyntax value, CancellationToken cancellationToken)
    {
        if (type is not INamedTypeSymbol { IsRefLikeType: false } || Find(type, "Dispose") is not { } dispose)
            return null;
        if (_known.IsCoroutine(dispose))
            return IsAwaited(dispose, type, cancellationToken) ? dispose : null;

        // What is declared must have the member, what is there must have a real one.
        return Find(type, "DisposeAsync") is { } declared && Awaitables.TryGetResult(declared.ReturnType, out ITypeSymbol? result) && result.SpecialType == SpecialType.System_Void &&
            ExactTypeOf(type, value, cancellationToken) is { } exact && IsReal(exact) ? dispose : null;
    }

    private bool IsAwaited(IMethodSymbol dispose, ITypeSymbol type, CancellationToken cancellationToken)
    {
        if (CoroutineShape.TwinNameOf(dispose, _known) != "DisposeAsync")
            return false;

        return SymbolEqualityComparer.Default.Equals(dispose.ContainingAssembly, _model.Compilation.Assembly)
            ? dispose.DeclaredAccessibility == Accessibility.Public && CoroutineShape.HasTwin(dispose, _known, cancellationToken)
            : Find(type, "DisposeAsync") is { } twin && _known.IsTwin(twin);
    }

    private static bool IsReal(ITypeSymbol exact)
    {
        if (RealDisposals.Contains(exact))
            return true;
        if (exact.ContainingAssembly?.Name is "System.Private.CoreLib" or "System.Runtime" || exact.ContainingNamespace?.ToDisplayString().StartsWith("System", StringComparison.Ordinal) == true)
            return false;

        // The one that is declared last knows all others.
        for (ITypeSymbol? current = exact; current is not null; current = current.BaseType)
        {
            bool isAsync = current.GetMembers("DisposeAsync").Any(static m => m is IMethodSymbol { Parameters.IsEmpty: true, IsStatic: false });
            bool isPlain = current.GetMembers("Dispose").Any(static m => m is IMethodSymbol { IsStatic: false });
            if (isAsync || isPlain)
                return isAsync;
        }

        return false;
    }

    /// <summary>The type of <paramref name="value"/> at run time, where that is certain.</summary>
    private ITypeSymbol? ExactTypeOf(ITypeSymbol declared, ExpressionSyntax value, CancellationToken cancellationToken)
    {
        while (value is ParenthesizedExpressionSyntax parenthesized)
            value = parenthesized.Expression;

        ITypeSymbol? type = _model.GetTypeInfo(value, cancellationToken).Type;
        bool isMade = value is ObjectCreationExpressionSyntax or ImplicitObjectCreationExpressionSyntax ||
            (_model.GetSymbolInfo(value, cancellationToken).Symbol is IMethodSymbol { ContainingType: { Name: "File" or "FileInfo", ContainingNamespace: { Name: "IO", ContainingNamespace.Name: "System" } } });
        if (isMade && type is not null)
            return type;

        return declared is { IsSealed: true } or { IsValueType: true } ? declared : null;
    }

    private static IMethodSymbol? Find(ITypeSymbol type, string name)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers(name))
            {
                if (member is IMethodSymbol { IsStatic: false, Parameters.IsEmpty: true, Arity: 0, DeclaredAccessibility: Accessibility.Public } method)
                    return method;
            }
        }

        return null;
    }
}

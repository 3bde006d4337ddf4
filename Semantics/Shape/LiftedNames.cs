using CoGen.Semantics.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Shape;

/// <summary>Looks for names in a local function that mean nothing beside the method around it.</summary>
internal static class LiftedNames
{
    /// <summary>The first of them, in words and with advice; null when there is none.</summary>
    public static string? FindObstacle(IMethodSymbol function, LocalFunctionStatementSyntax syntax, SemanticModel model, KnownTypes known, CancellationToken cancellationToken)
    {
        bool callsOthers = false;
        foreach (SimpleNameSyntax name in syntax.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            switch (model.GetSymbolInfo(name, cancellationToken).Symbol)
            {
                case { } symbol when IsOfMethod(symbol) && !IsDeclaredIn(symbol, syntax):
                    return $"it is a local function that uses '{symbol.Name}' of the method around it, which its twin could not see; pass '{symbol.Name}' as an argument, or tag the method around it";
                case IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } parameter when !IsOfPrimaryConstructor(parameter):
                    return $"it is a local function that uses '{parameter.Name}' of the constructor around it, which its twin could not see; pass '{parameter.Name}' as an argument";
                case IMethodSymbol { MethodKind: MethodKind.LocalFunction } other when SymbolEqualityComparer.Default.Equals(other.OriginalDefinition, function) || !IsDeclaredIn(other, syntax):
                    callsOthers = true;
                    if (!IsAwaitedCall(name, other, syntax, model, known) || known.OptionsOf(function).Keeps(other) || other.Parameters.Any(p => TwinSignature.FormOf(p, known) != ParameterForm.Same))
                        return $"it is a local function that uses '{other.Name}' where its twin could not call that; make '{other.Name}' a method";
                    break;
            }
        }

        return callsOthers && syntax.DescendantNodes().OfType<VariableDesignationSyntax>().Cast<SyntaxNode>().Concat(syntax.DescendantNodes().OfType<VariableDeclaratorSyntax>())
            .Any(n => model.GetDeclaredSymbol(n, cancellationToken) is ILocalSymbol { Type.IsRefLikeType: true } or ILocalSymbol { IsRef: true })
            ? "it is a local function that calls another and holds a span or reference; make that a method"
            : null;
    }

    public static bool IsDeclaredIn(ISymbol symbol, SyntaxNode syntax) => symbol.DeclaringSyntaxReferences.Any(reference =>
        reference.SyntaxTree == syntax.SyntaxTree && syntax.Span.Contains(reference.Span) && reference.Span != syntax.Span);

    private static bool IsOfMethod(ISymbol symbol) => symbol switch
    {
        ILocalSymbol or IRangeVariableSymbol => true,
        ITypeParameterSymbol parameter => parameter.DeclaringMethod is not null,
        IParameterSymbol parameter => parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor },
        _ => false,
    };

    private static bool IsOfPrimaryConstructor(IParameterSymbol parameter) =>
        parameter.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax().Parent?.Parent is TypeDeclarationSyntax;

    // What stays as it is would name the local function, which is out of sight there.
    private static bool IsAwaitedCall(SimpleNameSyntax name, IMethodSymbol called, LocalFunctionStatementSyntax syntax, SemanticModel model, KnownTypes known)
    {
        ExpressionSyntax place = name.Parent is InvocationExpressionSyntax call && call.Expression == name ? call : name;
        if (place == name)
        {
            return name.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax entry } && model.FindOperation(entry) is IInvocationOperation invocation &&
                new EntryArguments(known).Find(invocation.Arguments).Any(reference => reference.Syntax == name && SymbolEqualityComparer.Default.Equals(reference.Method, called));
        }

        SyntaxNode child = place;
        for (SyntaxNode? node = place.Parent; node is not null && node != syntax; child = node, node = node.Parent)
        {
            if (node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or QueryExpressionSyntax or LockStatementSyntax or CatchFilterClauseSyntax or
                UnsafeStatementSyntax or FixedStatementSyntax or ConditionalAccessExpressionSyntax or AttributeSyntax or EqualsValueClauseSyntax { Parent: ParameterSyntax })
            {
                return false;
            }
        }

        return child is BlockSyntax or ArrowExpressionClauseSyntax;
    }
}

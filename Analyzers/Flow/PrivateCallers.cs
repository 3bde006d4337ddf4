using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Flow;

/// <summary>Looks at who calls a private method, all of whom are in sight.</summary>
internal static class PrivateCallers
{
    private const int Deepest = 3;

    /// <summary>Whether each call of <paramref name="method"/> stands in a <c>lock</c>, or in a private method of which that is true.</summary>
    public static bool AllHoldLock(IMethodSymbol method, KnownTypes known, CancellationToken cancellationToken) => AllHoldLock(method, known, Deepest, cancellationToken);

    private static bool AllHoldLock(IMethodSymbol method, KnownTypes known, int depth, CancellationToken cancellationToken)
    {
        if (depth == 0 || Uses(method, known, cancellationToken) is not { Count: > 0 } uses)
        {
            return false;
        }

        return uses.All(use => use.Name.Ancestors().Any(static outer => outer is LockStatementSyntax)
            || (MethodAround(use.Name, use.Model, cancellationToken) is IMethodSymbol caller
                && (((int)caller.MethodImplementationFlags & 32) != 0
                    || (!SymbolEqualityComparer.Default.Equals(caller, method) && AllHoldLock(caller, known, depth - 1, cancellationToken)))));
    }

    /// <summary>Whether <paramref name="method"/> is only ever the entry of one fiber of each object.</summary>
    public static bool IsOneFiber(IMethodSymbol method, KnownTypes known, CancellationToken cancellationToken) =>
        Uses(method, known, cancellationToken) is [(SimpleNameSyntax name, SemanticModel model)]
        && name.FirstAncestorOrSelf<ArgumentSyntax>() is ArgumentSyntax argument
        && argument.Expression.DescendantNodesAndSelf().Contains(name)
        && argument.Expression is SimpleNameSyntax or MemberAccessExpressionSyntax
        && model.FindOperation(argument, cancellationToken) is IArgumentOperation { Parameter: IParameterSymbol parameter }
        && known.IsEntry(parameter)
        && !argument.Ancestors().Any(static outer => outer is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax);

    /// <summary>Whether the field is private, and nothing but <paramref name="method"/> and constructors writes it.</summary>
    public static bool IsWrittenBy(IMethodSymbol method, ISymbol member, KnownTypes known, CancellationToken cancellationToken) =>
        member is IFieldSymbol or IPropertySymbol
        && member.DeclaredAccessibility == Accessibility.Private
        && NamesIn(member.ContainingType, member.Name, known, cancellationToken).All(use =>
            !SymbolEqualityComparer.Default.Equals(use.Model.GetSymbolInfo(use.Name, cancellationToken).Symbol?.OriginalDefinition, member.OriginalDefinition)
            || !IsWritten(use.Name)
            || MethodAround(use.Name, use.Model, cancellationToken) is not IMethodSymbol writer
            || writer.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor
            || SymbolEqualityComparer.Default.Equals(writer.OriginalDefinition, method.OriginalDefinition));

    /// <summary>The methods that call <paramref name="method"/>, and where; null where not all of them are in sight.</summary>
    public static IEnumerable<(IMethodSymbol Caller, SyntaxNode Call)>? CallersOf(IMethodSymbol method, KnownTypes known, CancellationToken cancellationToken) =>
        Uses(method, known, cancellationToken)?
            .Where(static use => IsCalled(use.Name))
            .Select(use => (Caller: MethodAround(use.Name, use.Model, cancellationToken)!, Call: (SyntaxNode)use.Name))
            .Where(static use => use.Caller is not null);

    private static bool IsCalled(SimpleNameSyntax name) =>
        name.Parent is InvocationExpressionSyntax call ? call.Expression == name
            : name.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax outer } access && access.Name == name && outer.Expression == access;

    private static bool IsWritten(SimpleNameSyntax name)
    {
        SyntaxNode use = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return use.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == use,
            PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax => true,
            ArgumentSyntax argument => argument.RefKindKeyword.RawKind != 0 || argument.Parent is TupleExpressionSyntax,
            MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ConditionalAccessExpressionSyntax => true,
            _ => false,
        };
    }

    private static List<(SimpleNameSyntax Name, SemanticModel Model)>? Uses(IMethodSymbol method, KnownTypes known, CancellationToken cancellationToken) =>
        method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private or Accessibility.NotApplicable, ExplicitInterfaceImplementations.IsEmpty: true }
            ?
            [
                .. NamesIn(method.ContainingType, method.Name, known, cancellationToken).Where(use =>
                    use.Model.GetSymbolInfo(use.Name, cancellationToken) is SymbolInfo info
                    && (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is ISymbol symbol
                    && SymbolEqualityComparer.Default.Equals(symbol.OriginalDefinition, method.OriginalDefinition)),
            ]
            : null;

    private static IEnumerable<(SimpleNameSyntax Name, SemanticModel Model)> NamesIn(INamedTypeSymbol type, string name, KnownTypes known, CancellationToken cancellationToken)
    {
        while (type.ContainingType is INamedTypeSymbol outer)
        {
            type = outer;
        }

        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            SemanticModel model = known.Compilation.GetSemanticModel(reference.SyntaxTree);
            foreach (SimpleNameSyntax use in reference.GetSyntax(cancellationToken).DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (use.Identifier.ValueText == name)
                {
                    yield return (use, model);
                }
            }
        }
    }

    private static IMethodSymbol? MethodAround(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        ISymbol? symbol = model.GetEnclosingSymbol(node.SpanStart, cancellationToken);
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
        {
            symbol = symbol.ContainingSymbol;
        }

        return symbol as IMethodSymbol;
    }
}

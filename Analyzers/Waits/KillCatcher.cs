using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Analyzers.Waits;

/// <summary>What becomes of a kill in a <c>try</c> statement.</summary>
/// <remarks>
/// A kill is a <c>FiberKilledException</c> where the fiber waits for something of CoGen's, and whatever <c>OperationCanceledException</c> the I/O ends
/// with that its token has cancelled. So only who lets the second pass, lets all kills pass.
/// </remarks>
internal sealed class KillCatcher(SemanticModel model, KnownTypes known, CancellationToken cancellationToken)
{
    private readonly INamedTypeSymbol? _kill = known.Compilation.GetTypeByMetadataName("CoGen.FiberKilledException");
    private readonly INamedTypeSymbol? _cancelled = known.Compilation.GetTypeByMetadataName("System.OperationCanceledException");

    /// <summary>The clause that a kill ends up in without the user having thought of it; null when there is none, or it is not certain.</summary>
    /// <param name="attempt">The statement.</param>
    /// <param name="passes">Whether the kill goes on outwards.</param>
    public CatchClauseSyntax? ClauseOf(TryStatementSyntax attempt, out bool passes)
    {
        passes = false;
        foreach (CatchClauseSyntax clause in attempt.Catches)
        {
            ITypeSymbol? type = clause.Declaration is CatchDeclarationSyntax declaration ? model.GetTypeInfo(declaration.Type, cancellationToken).Type : null;
            if (clause.Declaration is not null && !IsKill(type))
            {
                continue;
            }

            if (clause.Filter is CatchFilterClauseSyntax filter)
            {
                if (Excludes(filter.FilterExpression))
                {
                    continue;
                }

                return null;
            }

            if (!Goes(clause))
            {
                passes = true;
                return null;
            }

            return SymbolEqualityComparer.Default.Equals(type, _kill) || IsAware(clause.Block) ? null : clause;
        }

        passes = true;
        return null;
    }

    /// <summary>Whether the clause ends in any other way than by throwing.</summary>
    private bool Goes(CatchClauseSyntax clause) =>
        model.AnalyzeControlFlow(clause.Block) is not { Succeeded: true } flow
        || flow.EndPointIsReachable || !flow.ExitPoints.IsEmpty;

    /// <summary>Whether a kill is a <paramref name="type"/>.</summary>
    private bool IsKill(ITypeSymbol? type)
    {
        for (ITypeSymbol? kill = _kill; kill is not null; kill = kill.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(kill, type))
            {
                return true;
            }
        }

        return false;
    }

    // Whether the filter is false for every kill, or was written with kills in mind.
    private bool Excludes(ExpressionSyntax filter) => filter switch
    {
        ParenthesizedExpressionSyntax inner => Excludes(inner.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both => Excludes(both.Left) || Excludes(both.Right),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } either => Excludes(either.Left) && Excludes(either.Right),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: ParenthesizedExpressionSyntax { Expression: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression, Right: TypeSyntax type } } } =>
            IsKill(TypeOf(type)),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression, Right: TypeSyntax type } => IsOther(type),
        IsPatternExpressionSyntax pattern => Excludes(pattern.Pattern),
        _ => false,
    };

    private bool Excludes(PatternSyntax pattern) => pattern switch
    {
        ParenthesizedPatternSyntax inner => Excludes(inner.Pattern),
        UnaryPatternSyntax negated => Includes(negated.Pattern),
        BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern } either => Excludes(either.Left) && Excludes(either.Right),
        BinaryPatternSyntax both => Excludes(both.Left) || Excludes(both.Right),
        ConstantPatternSyntax { Expression: TypeSyntax or MemberAccessExpressionSyntax } constant => IsOther(constant.Expression),
        TypePatternSyntax type => IsOther(type.Type),
        DeclarationPatternSyntax declaration => IsOther(declaration.Type),
        RecursivePatternSyntax { Type: TypeSyntax type } => IsOther(type),
        _ => false,
    };

    private bool Includes(PatternSyntax pattern) => pattern switch
    {
        ParenthesizedPatternSyntax inner => Includes(inner.Pattern),
        BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern } either => Includes(either.Left) || Includes(either.Right),
        ConstantPatternSyntax { Expression: TypeSyntax or MemberAccessExpressionSyntax } constant => IsKill(TypeOf(constant.Expression)),
        TypePatternSyntax type => IsKill(TypeOf(type.Type)),
        DeclarationPatternSyntax declaration => IsKill(TypeOf(declaration.Type)),
        _ => false,
    };

    private bool IsOther(ExpressionSyntax name) =>
        TypeOf(name) is INamedTypeSymbol { TypeKind: TypeKind.Class } type && !IsKill(type) && !IsCancellation(type);

    private ITypeSymbol? TypeOf(ExpressionSyntax name) => model.GetSymbolInfo(name, cancellationToken).Symbol as ITypeSymbol;

    private bool IsCancellation(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, _cancelled))
            {
                return true;
            }
        }

        return false;
    }

    // The clause asks for the kind of the error or for a token, keeps the error for later, or does not return: then somebody has thought about what it means.
    private bool IsAware(BlockSyntax block) => block.DescendantNodes().Any(node => node switch
    {
        TypeSyntax { Parent: not CatchDeclarationSyntax } name => TypeOf(name) is ITypeSymbol type && IsCancellation(type),
        AssignmentExpressionSyntax assignment => model.GetTypeInfo(assignment.Right, cancellationToken).Type is ITypeSymbol assigned && IsError(assigned),
        IfStatementSyntax choice => IsAsked(choice),
        InvocationExpressionSyntax call => model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method && (DoesNotReturn(method) || method is { Name: "Capture", ContainingType.Name: "ExceptionDispatchInfo" }),
        _ => false,
    }) || block.DescendantTokens().Any(static token => token.ValueText is "IsCancellationRequested");

    // Whether the error is thrown on depends on what it is.
    private static bool IsAsked(IfStatementSyntax choice) =>
        choice.FirstAncestorOrSelf<CatchClauseSyntax>()?.Declaration is CatchDeclarationSyntax { Identifier.ValueText: { Length: > 0 } name }
        && choice.Condition.DescendantNodesAndSelf().Any(node => node is IdentifierNameSyntax asked && asked.Identifier.ValueText == name)
        && choice.DescendantNodes().Any(static node => node is ThrowStatementSyntax);

    private static bool IsError(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current is { Name: "Exception" or "ExceptionDispatchInfo", ContainingNamespace: { Name: "System" or "ExceptionServices" } })
            {
                return true;
            }
        }

        return false;
    }

    private static bool DoesNotReturn(IMethodSymbol method) =>
        method.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "DoesNotReturnAttribute" });
}

using CoGen.Analyzers.Paths;
using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Waits;

/// <summary>Loops of a coroutine without a wait, that nothing ends, or only somebody who does not get a turn.</summary>
/// <remarks>A loop that computes and ends by itself is left alone, however long it takes: that cannot be known.</remarks>
internal sealed class UnendingLoop(CoroutineWaits waits, SemanticModel model, KnownTypes known, BlockingPaths paths, CancellationToken cancellationToken)
{
    /// <summary>Whether <paramref name="loop"/> is endless: nothing leaves it, but perhaps an exception of what it calls.</summary>
    public bool IsEndless(StatementSyntax loop) =>
        ConditionOf(loop) is var condition && (condition is null || model.GetConstantValue(condition, cancellationToken) is { HasValue: true, Value: true })
        && IsWithoutWaits(loop)
        && model.AnalyzeControlFlow(loop) is { Succeeded: true, EndPointIsReachable: false, ExitPoints.IsEmpty: true, ReturnStatements.IsEmpty: true }
        && !loop.DescendantNodes().Any(Leaves);

    /// <summary>What <paramref name="loop"/> spins for, as one would name it; null when it does anything else than look again and again.</summary>
    public string? SpinsFor(StatementSyntax loop)
    {
        ExpressionSyntax? condition = ConditionOf(loop);
        StatementSyntax? body = BodyOf(loop);
        if (condition is null || model.GetConstantValue(condition, cancellationToken) is { HasValue: true, Value: true })
        {
            // while (true) { if (done) break; }
            StatementSyntax[] statements = body is BlockSyntax block ? [.. block.Statements] : body is null ? [] : [body];
            if (statements.OfType<IfStatementSyntax>().ToArray() is not [{ Else: null } exit] || !IsExit(exit.Statement))
            {
                return null;
            }

            return IsWithoutWaits(loop) && statements.All(statement => statement == exit || IsIdle(statement)) ? SharedIn(exit.Condition, loop) : null;
        }

        return loop is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax { Incrementors.Count: 0 } && body is not null && IsWithoutWaits(loop) && IsIdle(body)
            ? SharedIn(condition, loop)
            : null;
    }

    private bool IsWithoutWaits(StatementSyntax loop) => !waits.Any(loop) && !waits.AnyUnpatched(loop) && !loop.DescendantNodes().Any(static node => node is YieldStatementSyntax);

    private bool Leaves(SyntaxNode node) => node switch
    {
        ThrowStatementSyntax or ThrowExpressionSyntax or AwaitExpressionSyntax => true,
        InvocationExpressionSyntax call => model.FindOperation(call, cancellationToken) is not IInvocationOperation invocation
            ? model.FindOperation(call, cancellationToken) is not INameOfOperation
            : invocation.TargetMethod is { MethodKind: MethodKind.DelegateInvoke }
                || IsOurs(invocation.TargetMethod)
                || invocation.TargetMethod.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "DoesNotReturnAttribute" })
                || (MethodBody.PlainMethod(invocation.TargetMethod, known) is IMethodSymbol { IsIterator: false } method && paths.From(method, cancellationToken) is not null),
        _ => false,
    };

    private bool IsOurs(IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, known.Co?.ContainingAssembly);

    private static bool IsExit(StatementSyntax statement) => statement switch
    {
        BreakStatementSyntax or ReturnStatementSyntax { Expression: null or LiteralExpressionSyntax or IdentifierNameSyntax } => true,
        BlockSyntax { Statements: [StatementSyntax only] } => IsExit(only),
        _ => false,
    };

    // Nothing, or a pause of the processor.
    private bool IsIdle(StatementSyntax statement) => statement switch
    {
        EmptyStatementSyntax or ContinueStatementSyntax => true,
        BlockSyntax block => block.Statements.All(IsIdle),
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } => model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol
        {
            Name: "SpinWait" or "SpinOnce" or "MemoryBarrier" or "Reset",
            ContainingType: { Name: "Thread" or "SpinWait" or "Interlocked", ContainingNamespace.Name: "Threading" },
        },
        ExpressionStatementSyntax { Expression: PostfixUnaryExpressionSyntax { Operand: IdentifierNameSyntax } or PrefixUnaryExpressionSyntax { Operand: IdentifierNameSyntax } } => true,
        _ => false,
    };

    /// <summary>The thing in <paramref name="condition"/> that only somebody else can change; null when anything in it changes by itself, or in the loop.</summary>
    private string? SharedIn(ExpressionSyntax condition, StatementSyntax loop)
    {
        string? shared = null;
        foreach (SyntaxNode node in condition.DescendantNodesAndSelf())
        {
            if (node is AnonymousFunctionExpressionSyntax or AssignmentExpressionSyntax or AwaitExpressionSyntax or BaseObjectCreationExpressionSyntax or QueryExpressionSyntax
                or PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression }
                or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression })
            {
                return null;
            }

            if (node is not (SimpleNameSyntax or ElementAccessExpressionSyntax) || model.GetSymbolInfo(node, cancellationToken).Symbol is not ISymbol symbol)
            {
                continue;
            }

            switch (symbol)
            {
                case IFieldSymbol { IsConst: false, IsReadOnly: false } field when !IsSet(field, loop):
                    shared ??= Written(node);
                    break;
                case IFieldSymbol { IsConst: false, IsReadOnly: false }:
                    return null;
                case IPropertySymbol { IsIndexer: false } property when !IsClock(property.ContainingType) && IsPlain(property):
                    shared ??= Written(node);
                    break;
                case IPropertySymbol:
                    return null;
                case ILocalSymbol or IParameterSymbol when IsSet(symbol, loop):
                    return null;
                case ILocalSymbol or IParameterSymbol when IsCaptured(symbol, loop):
                    shared ??= Written(node);
                    break;
                case IMethodSymbol { ContainingType: { Name: "Volatile" or "Interlocked", ContainingNamespace.Name: "Threading" } }:
                    break;
                case IMethodSymbol { Name: "TryDequeue" or "TryTake" or "TryPop" or "TryPeek" or "TryRead", ContainingNamespace.Name: "Concurrent" or "Channels" }:
                    shared ??= Written(node);
                    break;
                case IMethodSymbol:
                    return null;
            }
        }

        return shared;
    }

    private static string Written(SyntaxNode name) => (name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name).ToString();

    private static bool IsClock(INamedTypeSymbol type) => type.Name is "DateTime" or "DateTimeOffset" or "Stopwatch" or "Environment" or "TimeProvider" or "Random";

    // A getter with a body may do anything.
    private static bool IsPlain(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.IsEmpty || property.DeclaringSyntaxReferences.All(static reference =>
            reference.GetSyntax() is PropertyDeclarationSyntax { ExpressionBody: null, AccessorList: AccessorListSyntax accessors }
            && accessors.Accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null }));

    private bool IsSet(ISymbol symbol, StatementSyntax loop) => loop.DescendantNodes().Any(node => node switch
    {
        AssignmentExpressionSyntax assignment => Is(assignment.Left, symbol),
        PostfixUnaryExpressionSyntax change => Is(change.Operand, symbol),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } change => Is(change.Operand, symbol),
        ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword } argument => Is(argument.Expression, symbol) && symbol is not ILocalSymbol,
        ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword } argument => Is(argument.Expression, symbol) && symbol is not IFieldSymbol,
        _ => false,
    });

    private bool IsCaptured(ISymbol symbol, StatementSyntax loop)
    {
        SyntaxNode? member = loop.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        SyntaxNode? own = CoroutineWaits.FunctionAround(loop);
        return member is not null && member.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment =>
            Is(assignment.Left, symbol) && CoroutineWaits.FunctionAround(assignment) != own);
    }

    private bool Is(ExpressionSyntax expression, ISymbol symbol) =>
        expression is SimpleNameSyntax or MemberAccessExpressionSyntax && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(expression, cancellationToken).Symbol, symbol);

    private static ExpressionSyntax? ConditionOf(StatementSyntax loop) => loop switch
    {
        WhileStatementSyntax endless => endless.Condition,
        DoStatementSyntax repeated => repeated.Condition,
        ForStatementSyntax counted => counted.Condition,
        _ => null,
    };

    private static StatementSyntax? BodyOf(StatementSyntax loop) => loop switch
    {
        WhileStatementSyntax endless => endless.Statement,
        DoStatementSyntax repeated => repeated.Statement,
        ForStatementSyntax counted => counted.Statement,
        _ => null,
    };
}

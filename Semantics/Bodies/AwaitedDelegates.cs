using System.Collections.Immutable;
using CoGen.Semantics.Calls;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Bodies;

/// <summary>
/// Finds the tagged methods that only call the delegates they are given: <c>Retry(() =&gt; Read())</c>. They have a second twin, which takes
/// delegates that are awaited.
/// </summary>
public static class AwaitedDelegates
{
    /// <summary>The name of the second twin. It is none of <c>FooAsync</c>, where a lambda could be meant for either.</summary>
    public static string NameOf(IMethodSymbol method) => method.Name + "AwaitingAsync";

    /// <summary>Which parameters of <paramref name="method"/> take delegates that its second twin awaits; none when it has no such twin.</summary>
    public static ImmutableArray<int> Of(IMethodSymbol method, KnownTypes known, CancellationToken cancellationToken) =>
        method.Parameters.Any(static p => IsPlainDelegate(p.Type)) && CoroutineShape.HasTwin(method, known, cancellationToken)
            ? known.AwaitedDelegatesOf(method, definition => Find(definition, known, cancellationToken))
            : [];

    /// <summary>The type that the second twin takes in place of <paramref name="type"/>.</summary>
    public static INamedTypeSymbol? AsyncTypeOf(ITypeSymbol type, KnownTypes known)
    {
        if (type is not INamedTypeSymbol { DelegateInvokeMethod: { } invoke } || known.Coroutine is null || known.CoroutineOfT is null)
            return null;

        ITypeSymbol result = invoke.ReturnsVoid ? known.Coroutine : known.CoroutineOfT.Construct([invoke.ReturnType], [invoke.ReturnNullableAnnotation]);
        ITypeSymbol[] arguments = [.. invoke.Parameters.Select(static p => p.Type), result];
        return known.Compilation.GetTypeByMetadataName("System.Func`" + arguments.Length)?.Construct(arguments);
    }

    private static ImmutableArray<int> Find(IMethodSymbol method, KnownTypes known, CancellationToken cancellationToken)
    {
        if (method is not { MethodKind: MethodKind.Ordinary, IsExtern: false } || TwinSignature.CallsOriginalBecause(method, known) is not null ||
            method.Parameters.Any(p => TwinSignature.FormOf(p, known) != ParameterForm.Same) ||
            CoroutineShape.FormOf(method, known, cancellationToken) != TwinForm.Coroutine || CoroutineShape.PlanOf(method, known, cancellationToken).Role != TwinRole.Plain ||
            method.ContainingType.GetMembers(NameOf(method)).Any(member => member is not IMethodSymbol taken || !known.IsTwin(taken)) ||
            BodyDeclaration.Of(method, cancellationToken) is not { Body: { } body } declaration || !known.Compilation.ContainsSyntaxTree(body.SyntaxTree) ||
            BodyRefusal.Of(method, declaration, body, known, cancellationToken) is not null)
        {
            return [];
        }

        SemanticModel model = known.Compilation.GetSemanticModel(body.SyntaxTree);
        MemoryArguments memory = new(model, known, method);
        RewrittenVariables variables = new(method, body, model, known, memory);
        AwaitPlaces places = new(
            body, model, new ConditionalChains(model), new RefLikeValues(body, model, variables), WholeBody.ObstacleTo(method, body, model, known, memory));
        return [.. method.Parameters.Where(p => IsPlainDelegate(p.Type) && IsOnlyCalled(p, body, model, places)).Select(static p => p.Ordinal)];
    }

    private static bool IsPlainDelegate(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Action" or "Func", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true }, DelegateInvokeMethod: { } invoke } &&
        invoke.Parameters.Length < 15 && !invoke.ReturnType.IsRefLikeType && (invoke.ReturnsVoid || !Awaitables.TryGetResult(invoke.ReturnType, out _));

    private static bool IsOnlyCalled(IParameterSymbol parameter, SyntaxNode body, SemanticModel model, AwaitPlaces places)
    {
        bool isCalled = false;
        string name = parameter.Name;
        foreach (IdentifierNameSyntax use in body.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (use.Identifier.ValueText != name || !SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(use).Symbol, parameter))
                continue;

            ExpressionSyntax callee = use.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke" } access && access.Expression == use ? access : use;
            if (callee.Parent is InvocationExpressionSyntax call && call.Expression == callee)
            {
                if (places.ObstacleAt(call, static _ => false) is not null)
                    return false;
                isCalled = true;
            }
            else if (!IsLookedAt(use))
            {
                return false;
            }
        }

        return isCalled;
    }

    /// <summary>Whether it is only asked if there is a delegate at all.</summary>
    internal static bool IsLookedAt(IdentifierNameSyntax use) => use.Parent switch
    {
        IsPatternExpressionSyntax { Pattern: var pattern } => pattern.ToString() is "null" or "not null",
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison =>
            comparison.Left.IsKind(SyntaxKind.NullLiteralExpression) || comparison.Right.IsKind(SyntaxKind.NullLiteralExpression),
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => CallSite.NameOf(call.Expression)?.Identifier.ValueText is "nameof" or "ThrowIfNull",
        _ => false,
    };
}

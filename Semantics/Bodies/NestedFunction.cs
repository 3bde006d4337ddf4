using System.Collections.Immutable;
using CoGen.Semantics.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Bodies;

/// <summary>A lambda or local function of a coroutine that could become async, for everyone who calls it is in sight.</summary>
/// <param name="Syntax">The function.</param>
/// <param name="Calls">All calls of it. None when it is the entry of a coroutine of its own.</param>
/// <param name="Edits">What makes it async: its header, and the type of the variable that holds it.</param>
internal sealed record NestedFunction(SyntaxNode Syntax, ImmutableArray<ExpressionSyntax> Calls, ImmutableArray<TextEdit> Edits)
{
    /// <summary>Whether it is an argument of a call whose twin awaits it: then it is async whether or not it blocks.</summary>
    public bool IsArgument { get; init; }

    /// <summary>The local that holds it, or may hold others in its place: they become async together. Null for a function of its own.</summary>
    public ISymbol? Holder { get; init; }

    /// <summary>The tagged method whose twin the local holds in its place, where it is no function but names one.</summary>
    public IMethodSymbol? Named { get; init; }

    /// <summary>The functions that become async together with the calls that they are arguments of.</summary>
    public static IEnumerable<NestedFunction> ArgumentsIn(SyntaxNode body, SemanticModel model, CallResolver resolver, CancellationToken cancellationToken)
    {
        foreach (ExpressionSyntax call in body.DescendantNodes().OfType<ExpressionSyntax>())
        {
            CallVerdict? verdict = call switch
            {
                QueryExpressionSyntax query => resolver.Resolve(query),
                InvocationExpressionSyntax invocation when invocation.ArgumentList.Arguments.Any(static a => a.Expression is AnonymousFunctionExpressionSyntax) &&
                    model.FindOperation(call, cancellationToken) is { } operation => resolver.Resolve(operation, cancellationToken),
                _ => null,
            };
            (CallPatch? patch, ExpressionSyntax? consumer) = verdict switch
            {
                CallVerdict.Patched patched => (patched.Patch, call),
                CallVerdict.Sequence sequence => (sequence.Patch, resolver.Sequences.ConsumerOf(call, cancellationToken)),
                _ => (null, null),
            };
            if (consumer is not { } place)
                continue;
            foreach (SyntaxNode function in patch!.AsyncFunctions)
                yield return new NestedFunction(function, [place], []) { IsArgument = true };
        }
    }

    /// <summary>Finds those of <paramref name="body"/>.</summary>
    public static IEnumerable<NestedFunction> FindIn(SyntaxNode body, SemanticModel model, KnownTypes known)
    {
        foreach (SyntaxNode node in body.DescendantNodes())
        {
            NestedFunction? function = node switch
            {
                LocalFunctionStatementSyntax local => OfLocalFunction(local, body, model, known),
                LambdaExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } } lambda => OfVariable(lambda, variable, body, model, known),
                LambdaExpressionSyntax { Parent: ArgumentSyntax } lambda => OfEntry(lambda, model, known),
                _ => null,
            };
            if (function is not null)
                yield return function;
            else if (node is VariableDeclaratorSyntax { Initializer.Value: LambdaExpressionSyntax lambda } simple && OfVariable(lambda, simple, body, model, known) is not null)
                continue;
            else if (node is VariableDeclaratorSyntax variable)
            {
                foreach (NestedFunction held in DelegateLocal.FunctionsOf(variable, body, model, known))
                    yield return held;
            }
        }
    }

    private static NestedFunction? OfLocalFunction(LocalFunctionStatementSyntax local, SyntaxNode body, SemanticModel model, KnownTypes known)
    {
        if (model.GetDeclaredSymbol(local) is not IMethodSymbol symbol || !CanBeAsync(symbol) ||
            local.Modifiers.Any(static m => m.Kind() is SyntaxKind.UnsafeKeyword or SyntaxKind.ExternKeyword) ||
            local.DescendantNodes().Any(static n => n is YieldStatementSyntax) || FindCalls(symbol, body, model) is not { } calls)
        {
            return null;
        }

        TypeSyntax type = local.ReturnType;
        string header = "async " + CoroutineOf(symbol.ReturnsVoid ? null : type.ToString(), model, type.SpanStart, known);
        return new NestedFunction(local, calls, [new TextEdit(type.SpanStart, type.Span.Length, header)]);
    }

    private static NestedFunction? OfVariable(
        LambdaExpressionSyntax lambda, VariableDeclaratorSyntax variable, SyntaxNode body, SemanticModel model, KnownTypes known)
    {
        if (variable.Parent is not VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax } declaration ||
            model.GetDeclaredSymbol(variable) is not ILocalSymbol symbol || DelegateOf(lambda, model) is not { } @delegate ||
            FindCalls(symbol, body, model) is not { } calls)
        {
            return null;
        }

        TypeSyntax type = declaration.Type;
        if (type.IsVar)
            return lambda is ParenthesizedLambdaExpressionSyntax ? new NestedFunction(lambda, calls, [HeaderOf(lambda, @delegate, model, known)]) : null;

        SimpleNameSyntax? name = type switch { SimpleNameSyntax simple => simple, QualifiedNameSyntax qualified => qualified.Right, _ => null };
        if (name is null || name.Identifier.ValueText != symbol.Type.Name || lambda is ParenthesizedLambdaExpressionSyntax { ReturnType: not null })
            return null;

        IEnumerable<string> arguments = name is GenericNameSyntax generic ? generic.TypeArgumentList.Arguments.Select(static a => a.ToString()) : [];
        string coroutine = CoroutineOf(@delegate.ReturnsVoid ? null : arguments.Last(), model, type.SpanStart, known);
        IEnumerable<string> taken = @delegate.ReturnsVoid ? arguments : arguments.Take(arguments.Count() - 1);
        return new NestedFunction(lambda, calls,
        [
            new TextEdit(name.SpanStart, name.Span.Length, $"Func<{string.Join(", ", taken.Concat([coroutine]))}>"),
            TextEdit.Insert(lambda.SpanStart, "async "),
        ]);
    }

    private static NestedFunction? OfEntry(LambdaExpressionSyntax lambda, SemanticModel model, KnownTypes known)
    {
        if (model.FindOperation(lambda.Parent!) is not Microsoft.CodeAnalysis.Operations.IArgumentOperation { Parameter: { } parameter } ||
            !known.IsEntry(parameter) || DelegateOf(lambda, model) is not { } @delegate)
        {
            return null;
        }

        return new NestedFunction(lambda, [], [HeaderOf(lambda, @delegate, model, known)]);
    }

    /// <summary>The method of the delegate that <paramref name="lambda"/> becomes, an <c>Action</c> or <c>Func</c>; or null.</summary>
    private static IMethodSymbol? DelegateOf(LambdaExpressionSyntax lambda, SemanticModel model) =>
        LanguageLevel.HasTypedLambdas(lambda.SyntaxTree) && lambda.AttributeLists.Count == 0 && lambda.AsyncKeyword.IsKind(SyntaxKind.None) &&
        model.GetSymbolInfo(lambda).Symbol is IMethodSymbol symbol && CanBeAsync(symbol) &&
        model.GetTypeInfo(lambda).ConvertedType is INamedTypeSymbol { Name: "Action" or "Func", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } type
            ? type.DelegateInvokeMethod
            : null;

    // An async lambda without a return type of its own would be one of Task.
    private static TextEdit HeaderOf(LambdaExpressionSyntax lambda, IMethodSymbol @delegate, SemanticModel model, KnownTypes known)
    {
        int position = lambda.SpanStart;
        string result = "async " + CoroutineOf(@delegate.ReturnsVoid ? null : @delegate.ReturnType.ToMinimalDisplayString(model, position), model, position, known) + " ";
        string types = string.Join(", ", @delegate.Parameters.Zip(
            ((IMethodSymbol)model.GetSymbolInfo(lambda).Symbol!).Parameters,
            (p, own) => $"{p.Type.ToMinimalDisplayString(model, position)} {ScopedNames.Escape(own.Name)}"));
        return lambda switch
        {
            SimpleLambdaExpressionSyntax simple => new TextEdit(simple.Parameter.SpanStart, simple.Parameter.Span.Length, $"{result}({types})"),
            ParenthesizedLambdaExpressionSyntax { ReturnType: { } type } => new TextEdit(type.SpanStart, type.Span.Length, result.TrimEnd()),
            ParenthesizedLambdaExpressionSyntax parenthesized when parenthesized.ParameterList.Parameters.Any(static p => p.Type is null) =>
                new TextEdit(parenthesized.ParameterList.SpanStart, parenthesized.ParameterList.Span.Length, $"{result}({types})"),
            _ => TextEdit.Insert(((ParenthesizedLambdaExpressionSyntax)lambda).ParameterList.SpanStart, result),
        };
    }

    private static string CoroutineOf(string? result, SemanticModel model, int position, KnownTypes known) => result is null
        ? ScopedNames.Of(known.Coroutine!, model, position)
        : $"{ScopedNames.Of(known.CoroutineOfT!, model, position)}<{result}>";

    private static bool CanBeAsync(IMethodSymbol method) =>
        !method.IsAsync && !method.ReturnsByRef && !method.ReturnsByRefReadonly && !method.ReturnType.IsRefLikeType &&
        !Awaitables.TryGetResult(method.ReturnType, out _) &&
        method.Parameters.All(static p => p.RefKind == RefKind.None && !p.Type.IsRefLikeType && p.Type.TypeKind is not (TypeKind.Pointer or TypeKind.FunctionPointer));

    /// <summary>All calls of <paramref name="symbol"/>; null when there are none, or when it is used in any other way.</summary>
    private static ImmutableArray<ExpressionSyntax>? FindCalls(ISymbol symbol, SyntaxNode body, SemanticModel model)
    {
        ImmutableArray<ExpressionSyntax>.Builder calls = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        foreach (SimpleNameSyntax name in body.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (name.Identifier.ValueText != symbol.Name || !SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol?.OriginalDefinition, symbol))
                continue;

            ExpressionSyntax callee = name.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke" } invoke && invoke.Expression == name ? invoke : name;
            if (callee.Parent is not InvocationExpressionSyntax call || call.Expression != callee)
                return null;
            calls.Add(call);
        }

        return calls.Count == 0 ? null : calls.ToImmutable();
    }
}

using System.Collections.Immutable;
using CoGen.Semantics.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Calls;

/// <summary>Makes an anonymous function that is an argument into an async one, of the type that the twin of the call takes.</summary>
internal sealed class AsyncLambdas
{
    private const string Builders = "global::CoGen.CompilerServices.Fiber";

    private readonly SemanticModel _model;
    private readonly KnownTypes _known;

    public AsyncLambdas(SemanticModel model, KnownTypes known)
    {
        _model = model;
        _known = known;
    }

    /// <summary>Whether a function for <paramref name="original"/> can be made one for <paramref name="async"/>, which may take a token more.</summary>
    public bool Correspond(ITypeSymbol original, ITypeSymbol async)
    {
        if (original is not INamedTypeSymbol { DelegateInvokeMethod: { } from } || async is not INamedTypeSymbol { DelegateInvokeMethod: { } to } || !IsAwaited(to.ReturnType))
            return false;
        if (!Awaitables.TryGetResult(to.ReturnType, out ITypeSymbol? result) || !Signatures.AreEqual(result, from.ReturnType))
            return false;

        int extra = to.Parameters.Length - from.Parameters.Length;
        return extra is 0 or 1 && (extra == 0 || Signatures.AreEqual(to.Parameters[to.Parameters.Length - 1].Type, _known.CancellationToken)) &&
            from.Parameters.All(p => p.RefKind == RefKind.None && to.Parameters[p.Ordinal].RefKind == RefKind.None && Signatures.AreEqual(p.Type, to.Parameters[p.Ordinal].Type));
    }

    /// <summary>The edits of its header; null if it cannot be async.</summary>
    public ImmutableArray<TextEdit>? Edit(ExpressionSyntax argument, INamedTypeSymbol async)
    {
        if (!LanguageLevel.HasTypedLambdas(argument.SyntaxTree) || argument is not AnonymousFunctionExpressionSyntax { AsyncKeyword.RawKind: 0 } function || async.DelegateInvokeMethod is not { } invoke ||
            _model.GetSymbolInfo(function).Symbol is not IMethodSymbol symbol || symbol.Parameters.Any(static p => p.RefKind != RefKind.None) ||
            !IsNameable(invoke.ReturnType) || !invoke.Parameters.All(static p => IsNameable(p.Type)) || YieldsTo(symbol.ReturnType))
        {
            return null;
        }

        int position = function.SpanStart;
        string header = $"async {invoke.ReturnType.ToMinimalDisplayString(_model, position)} ";
        string list = $"({string.Join(", ", invoke.Parameters.Select(p => $"{p.Type.ToMinimalDisplayString(_model, position)} {NameOf(p, symbol, function)}"))})";
        bool keepsList = invoke.Parameters.Length == symbol.Parameters.Length;
        TextEdit edit = function switch
        {
            SimpleLambdaExpressionSyntax simple => Replace(simple.Parameter, header + list),
            ParenthesizedLambdaExpressionSyntax { ReturnType: { } type } typed => new TextEdit(
                type.SpanStart, (keepsList ? type.Span.End : typed.ParameterList.Span.End) - type.SpanStart, keepsList ? header.TrimEnd() : header + list),
            ParenthesizedLambdaExpressionSyntax lambda when keepsList && lambda.ParameterList.Parameters.All(static p => p.Type is not null) =>
                TextEdit.Insert(lambda.ParameterList.SpanStart, header),
            ParenthesizedLambdaExpressionSyntax lambda => Replace(lambda.ParameterList, header + list),
            AnonymousMethodExpressionSyntax method => new TextEdit(
                method.DelegateKeyword.SpanStart, method.Block.SpanStart - method.DelegateKeyword.SpanStart, $"{header}{list} => "),
            _ => default,
        };
        return BuilderOf(invoke.ReturnType) is { } builder
            ? [TextEdit.Insert(function.SpanStart, $"[global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof({builder}))] "), edit]
            : [edit];
    }

    /// <summary>A type that can be written in the twin's file.</summary>
    public static bool IsNameable(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol or { IsAnonymousType: true } or INamedTypeSymbol { IsFileLocal: true } => false,
        IArrayTypeSymbol array => IsNameable(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.All(IsNameable) && (named.ContainingType is null || IsNameable(named.ContainingType)),
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => false,
        _ => !type.IsRefLikeType,
    };

    // The lambda would hand on a task that it has made itself.
    private static bool YieldsTo(ITypeSymbol result) => result.SpecialType != SpecialType.System_Void && Awaitables.TryGetResult(result, out _);

    private string NameOf(IParameterSymbol parameter, IMethodSymbol symbol, AnonymousFunctionExpressionSyntax function)
    {
        if (parameter.Ordinal < symbol.Parameters.Length && symbol.Parameters[parameter.Ordinal].Name is { Length: > 0 } name && function is LambdaExpressionSyntax or AnonymousMethodExpressionSyntax { ParameterList: not null })
            return ScopedNames.Escape(symbol.Parameters[parameter.Ordinal].Name);

        return "__p" + parameter.Ordinal;
    }

    private bool IsAwaited(ITypeSymbol type) =>
        Signatures.AreEqual(type.OriginalDefinition, _known.Coroutine) || Signatures.AreEqual(type.OriginalDefinition, _known.CoroutineOfT) || BuilderOf(type) is not null;

    private static string? BuilderOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } } } task
            ? $"{Builders}{task.Name}MethodBuilder{(task.Arity == 0 ? "" : "<>")}"
            : null;

    private static TextEdit Replace(SyntaxNode node, string text) => new(node.SpanStart, node.Span.Length, text);
}

using CoGen.Generator.Models;
using CoGen.Semantics;
using CoGen.Semantics.Bodies;
using CoGen.Semantics.Calls;
using CoGen.Semantics.Catalog;
using CoGen.Semantics.Versions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Generator.Reading;

/// <summary>Reads a call that takes a coroutine's method group as its entry.</summary>
internal static class EntryCallReader
{
    private static readonly ReadingCache<EntryCallModel?> s_cache = new();

    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellationToken) =>
        node is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } &&
        arguments.Any(static a => a.Expression is SimpleNameSyntax or MemberAccessExpressionSyntax);

    /// <summary>Null when there is nothing to intercept, or when it cannot be: the runtime then finds the twin by itself.</summary>
    public static EntryCallModel? Read((GeneratorSyntaxContext Call, PatchFiles Files) source, CancellationToken cancellationToken)
    {
        GeneratorSyntaxContext context = source.Call;
        InvocationExpressionSyntax syntax = (InvocationExpressionSyntax)context.Node;
        return KnownTypes.Of(context.SemanticModel.Compilation, source.Files) is { } known && CallSite.NameOf(syntax.Expression)?.Identifier.ValueText is { } name && known.TakesEntries(name)
            ? s_cache.Get(syntax, known, () => Read(syntax, context.SemanticModel, known, cancellationToken), cancellationToken)
            : null;
    }

    private static EntryCallModel? Read(InvocationExpressionSyntax syntax, SemanticModel model, KnownTypes known, CancellationToken cancellationToken)
    {
        if (model.FindOperation(syntax, cancellationToken) is not IInvocationOperation call)
            return null;

        known.FindPatchAll(cancellationToken);
        EntryArguments entries = new(known);
        if (entries.Find(call.Arguments).ToArray() is not [var reference] || !entries.HasTwin(reference.Method, cancellationToken))
            return null;

        IParameterSymbol? entry = call.Arguments.FirstOrDefault(a => a.Syntax.Span.Contains(reference.Syntax.Span))?.Parameter;
        if (entry is null || EntryCallTypes.Of(call, entry, known) is not { } method || EntryTwinReader.Read(reference, entry, known) is not { } twin)
            return null;

        InterceptableLocation? location = model.GetInterceptableLocation(syntax, cancellationToken);
        return location is null
            ? null
            : new EntryCallModel(syntax.SyntaxTree.FilePath, location.Version, location.Data, PlaceOf(syntax), method, twin);
    }

    private static string PlaceOf(InvocationExpressionSyntax syntax)
    {
        FileLinePositionSpan place = syntax.SyntaxTree.GetLineSpan(syntax.Span);
        string text = syntax.ToString();
        int end = text.IndexOfAny(['\r', '\n']);
        return $"{(end < 0 ? text : text.Substring(0, end) + " …")}, line {place.StartLinePosition.Line + 1}";
    }
}

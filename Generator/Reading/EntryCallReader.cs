using CoGen.Generator.Models;
using CoGen.Semantics;
using CoGen.Semantics.Bodies;
using CoGen.Semantics.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Generator.Reading;

/// <summary>Reads a call that takes a coroutine's method group as its entry.</summary>
internal static class EntryCallReader
{
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellationToken) =>
        node is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } &&
        arguments.Any(static a => a.Expression is SimpleNameSyntax or MemberAccessExpressionSyntax);

    /// <summary>Null when there is nothing to intercept, or when it cannot be: the runtime then finds the twin by itself.</summary>
    public static EntryCallModel? Read(GeneratorSyntaxContext context, CancellationToken cancellationToken)
    {
        InvocationExpressionSyntax syntax = (InvocationExpressionSyntax)context.Node;
        if (KnownTypes.Of(context.SemanticModel.Compilation) is not { } known ||
            CallSite.NameOf(syntax.Expression)?.Identifier.ValueText is not { } name || !known.TakesEntries(name) ||
            context.SemanticModel.GetOperation(syntax, cancellationToken) is not IInvocationOperation call)
        {
            return null;
        }

        known.FindPatchAll(cancellationToken);
        EntryArguments entries = new(known);
        if (entries.Find(call.Arguments).ToArray() is not [var reference] || !entries.HasTwin(reference.Method, cancellationToken))
            return null;

        IParameterSymbol? entry = call.Arguments.FirstOrDefault(a => a.Syntax.Span.Contains(reference.Syntax.Span))?.Parameter;
        if (entry is null || EntryCallTypes.Of(call, entry, known) is not { } method || EntryTwinReader.Read(reference, entry, known) is not { } twin)
            return null;

        InterceptableLocation? location = context.SemanticModel.GetInterceptableLocation(syntax, cancellationToken);
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

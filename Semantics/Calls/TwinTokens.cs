using System.Collections.Immutable;
using CoGen.Semantics.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Calls;

/// <summary>Decides by what token a foreign twin is cancelled, and how it is waited for.</summary>
internal sealed class TwinTokens
{
    private readonly SemanticModel _model;
    private readonly KnownTypes _known;
    private readonly IMethodSymbol? _enclosing;

    public TwinTokens(SemanticModel model, KnownTypes known, IMethodSymbol? enclosing)
    {
        _model = model;
        _known = known;
        _enclosing = enclosing;
    }

    /// <summary>Whether the runtime has fair waits.</summary>
    public bool HasFair => Has("Fair");

    // What is given a token ends when the fiber is interrupted; otherwise it is the wait that ends, and the operation goes on.
    public string WaitOf(SyntaxNode call, bool isGivenToken, string? caller) => isGivenToken
        ? caller is null ? ScopedNames.Of(_known.Co!, _model, call.SpanStart) + ".Fair" : "global::CoGen.CompilerServices.TokenAwait.For"
        : ScopedNames.Of(_known.CoTask!, _model, call.SpanStart) + ".GetResultAsync";

    /// <summary>Gives the twin a token, or joins that which the original is given with the fiber's own.</summary>
    /// <param name="call">The call.</param>
    /// <param name="fit">Its twin.</param>
    /// <param name="caller">Gets the token that the twin is given joined with the fiber's own, so that an exception can be made to speak of it.</param>
    public ImmutableArray<TextEdit> Edit(CallSite call, TwinFit fit, ref string? caller)
    {
        if (fit.Token is not { } parameter || _known.ReturnsCoroutine(fit.Twin))
            return [];
        if (!fit.AddsToken && Passed(call) is { } passed)
        {
            if (passed.Syntax is not ArgumentSyntax { Expression: IdentifierNameSyntax name } || !Has("TokenOr") ||
                passed.Value is not IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } given } || !SymbolEqualityComparer.Default.Equals(given.ContainingSymbol, _enclosing))
            {
                return [];
            }

            caller = name.Identifier.Text;
            return [TextEdit.Insert(name.SpanStart, ScopedNames.Of(_known.Co!, _model, name.SpanStart) + ".TokenOr("), TextEdit.Insert(name.Span.End, ")")];
        }

        if (At(call.Syntax, ref caller) is not { } token)
            return [];

        SeparatedSyntaxList<ArgumentSyntax> arguments = call.Syntax.ArgumentList.Arguments;
        int place = parameter.Ordinal - (call.IsReducedExtension && fit.Twin.IsStatic ? 1 : 0) + (fit.Window < 0 ? 0 : 2);
        bool positional = place == arguments.Count && arguments.All(static a => a.NameColon is null);
        string text = positional ? token : $"{ScopedNames.Escape(parameter.Name)}: {token}";
        return [TextEdit.Insert(call.Syntax.ArgumentList.CloseParenToken.SpanStart, arguments.Count == 0 ? text : ", " + text)];
    }

    public IArgumentOperation? Passed(CallSite call) => call.Operation.Arguments.FirstOrDefault(a =>
        a.ArgumentKind != ArgumentKind.DefaultValue && Signatures.AreEqual(a.Parameter?.Type, _known.CancellationToken));

    /// <summary>What a twin is given at <paramref name="place"/> to be cancelled by; null when there is nothing.</summary>
    public string? At(SyntaxNode place)
    {
        string? caller = null;
        return At(place, ref caller);
    }

    public string? At(SyntaxNode place, ref string? caller)
    {
        if (!Has("Token"))
            return null;

        string co = ScopedNames.Of(_known.Co!, _model, place.SpanStart);
        foreach (IParameterSymbol parameter in Has("TokenOr") && !IsInStaticFunction(place) ? _enclosing?.Parameters ?? [] : [])
        {
            if (parameter.RefKind == RefKind.None && Signatures.AreEqual(parameter.Type, _known.CancellationToken))
            {
                caller = ScopedNames.Escape(parameter.Name);
                return $"{co}.TokenOr({caller})";
            }
        }

        return co + ".Token";
    }

    // There the parameters of the method around it are out of reach.
    private bool IsInStaticFunction(SyntaxNode node) => node.Ancestors().TakeWhile(static n => n is not MemberDeclarationSyntax)
        .Any(n => n is AnonymousFunctionExpressionSyntax { Modifiers: var modifiers } && modifiers.Any(SyntaxKind.StaticKeyword) ||
            n is LocalFunctionStatementSyntax local && local.Modifiers.Any(SyntaxKind.StaticKeyword) && !SymbolEqualityComparer.Default.Equals(_model.GetDeclaredSymbol(local), _enclosing));

    private bool Has(string token) => _known.Co?.GetMembers(token).Any(static m => m.IsStatic) == true;
}

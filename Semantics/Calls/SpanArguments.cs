using System.Collections.Immutable;
using CoGen.Semantics.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Calls;

/// <summary>Which parameters correspond, when the twin takes memory where the original takes a span or a part of an array.</summary>
internal sealed class SpanArguments
{
    private readonly SemanticModel _model;
    private readonly KnownTypes _known;

    public SpanArguments(SemanticModel model, KnownTypes known)
    {
        _model = model;
        _known = known;
    }

    /// <summary>Whether a twin may take <paramref name="twin"/> where the original takes the span or array <paramref name="original"/>.</summary>
    public bool Correspond(IParameterSymbol original, IParameterSymbol twin)
    {
        if (original.RefKind != twin.RefKind)
            return false;
        if (original is { IsParams: false, Type: IArrayTypeSymbol { Rank: 1 } window })
            return IsMemoryOf(twin.Type, window.ElementType);
        if (original.Type is not INamedTypeSymbol { Arity: 1 } span)
            return false;

        if (twin.Type is IArrayTypeSymbol { Rank: 1 } array)
        {
            return original.IsParams && twin.IsParams && IsSpan(span) &&
                Signatures.AreEqual(array.ElementType, span.TypeArguments[0]);
        }

        INamedTypeSymbol? memory = Signatures.AreEqual(span.OriginalDefinition, _known.Span) ? _known.Memory
            : Signatures.AreEqual(span.OriginalDefinition, _known.ReadOnlySpan) ? _known.ReadOnlyMemory
            : null;
        return memory is not null && twin.Type is INamedTypeSymbol { Arity: 1 } given &&
            Signatures.AreEqual(given.OriginalDefinition, memory) &&
            Signatures.AreEqual(given.TypeArguments[0], span.TypeArguments[0]);
    }

    /// <summary>Turns <c>buffer, 0, n</c> into <c>buffer.AsMemory(0, n)</c>; false when the arguments do not stand side by side.</summary>
    public bool TryEditWindow(IInvocationOperation call, int first, ImmutableArray<TextEdit>.Builder edits)
    {
        ArgumentSyntax? Find(int ordinal) =>
            call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == ordinal)?.Syntax is ArgumentSyntax { NameColon: null } syntax ? syntax : null;

        if (Find(first) is not { } array || Find(first + 1) is not { } offset || Find(first + 2) is not { } count)
            return false;

        // What may itself be awaited, or binds less tightly than a dot, would need parentheses.
        if (_model.GetSymbolInfo(array.Expression).Symbol is not (ILocalSymbol or IParameterSymbol or IFieldSymbol))
            return false;

        edits.Add(new TextEdit(array.Span.End, offset.SpanStart - array.Span.End, ".AsMemory("));
        edits.Add(TextEdit.Insert(count.Span.End, ")"));
        return true;
    }

    // An array converts to each of them by itself.
    private bool IsMemoryOf(ITypeSymbol type, ITypeSymbol element) =>
        type is INamedTypeSymbol { Arity: 1 } given && Signatures.AreEqual(given.TypeArguments[0], element) &&
        (Signatures.AreEqual(given.OriginalDefinition, _known.Memory) || Signatures.AreEqual(given.OriginalDefinition, _known.ReadOnlyMemory));

    private bool IsSpan(INamedTypeSymbol type) =>
        Signatures.AreEqual(type.OriginalDefinition, _known.Span) || Signatures.AreEqual(type.OriginalDefinition, _known.ReadOnlySpan);
}

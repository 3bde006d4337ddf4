using CoGen.Semantics.Bodies;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Calls;

/// <summary>Turns an expression that makes a span into one that makes the memory behind it: a span cannot live across a yield.</summary>
internal sealed class MemoryArguments
{
    private readonly SemanticModel _model;
    private readonly KnownTypes _known;
    private readonly IMethodSymbol? _enclosing;
    private readonly Dictionary<SyntaxNode, MemoryLocals> _locals = [];

    public MemoryArguments(SemanticModel model, KnownTypes known, IMethodSymbol? enclosing)
    {
        _model = model;
        _known = known;
        _enclosing = enclosing;
    }

    /// <summary>The span locals of the body that <paramref name="node"/> stands in which could be memory.</summary>
    public MemoryLocals LocalsAround(SyntaxNode node)
    {
        SyntaxNode body = node.AncestorsAndSelf().LastOrDefault(static n =>
            n is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax }) ?? node;
        if (!_locals.TryGetValue(body, out MemoryLocals? locals))
            _locals[body] = locals = new MemoryLocals(body, _model, _known, this);
        return locals;
    }

    /// <summary>Null when the span has no memory behind it that we know of.</summary>
    /// <param name="expression">What makes the span, or converts to it.</param>
    /// <param name="span">The type of span that is wanted.</param>
    public TwinArgument? TryMake(ExpressionSyntax expression, INamedTypeSymbol span) => TryMake(expression, span, known: null);

    /// <param name="expression">What makes the span, or converts to it.</param>
    /// <param name="span">The type of span that is wanted.</param>
    /// <param name="known">The locals that can be memory, or null to ask for them: they are found by this very function.</param>
    public TwinArgument? TryMake(ExpressionSyntax expression, INamedTypeSymbol span, Func<ILocalSymbol, bool>? known)
    {
        Parts parts = new();
        return TryAdd(expression, span, parts, known ?? (local => LocalsAround(expression).Contains(local)))
            ? new TwinArgument([.. parts.Variables], [.. parts.AsIs], [.. parts.Opening], [.. parts.Closing], TwinSignature.MemoryOf(span, _known))
            : null;
    }

    /// <summary>Whether <paramref name="parameter"/> is memory in the twin that the body becomes.</summary>
    public bool IsMemory(IParameterSymbol parameter) =>
        SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _enclosing) &&
        TwinSignature.FormOf(parameter, _known) == ParameterForm.Memory;

    private bool TryAdd(ExpressionSyntax expression, INamedTypeSymbol span, Parts parts, Func<ILocalSymbol, bool> isMemory)
    {
        ITypeSymbol? natural = _model.GetTypeInfo(expression).Type;
        if (natural is IArrayTypeSymbol)
            return true;
        if (natural?.SpecialType == SpecialType.System_String)
        {
            // What is awaited is no longer primary.
            if (expression is not (IdentifierNameSyntax or LiteralExpressionSyntax))
            {
                parts.Opening.Add(TextEdit.Insert(expression.SpanStart, "("));
                parts.Closing.Add(TextEdit.Insert(expression.Span.End, ")"));
            }

            parts.Closing.Add(TextEdit.Insert(expression.Span.End, ".AsMemory()"));
            return Signatures.AreEqual(span.OriginalDefinition, _known.ReadOnlySpan);
        }

        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return TryAdd(parenthesized.Expression, span, parts, isMemory);
            case IdentifierNameSyntax name when _model.GetSymbolInfo(name).Symbol is { } symbol && TwinSignature.IsSpan(natural, _known):
                if (symbol is IParameterSymbol parameter ? !IsMemory(parameter) : symbol is not ILocalSymbol local || !isMemory(local))
                    return false;
                parts.Variables.Add(symbol);
                parts.AsIs.Add(name);
                return true;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } access } invocation:
                return TryAddCall(invocation, access, name, span, parts, isMemory);
            case ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: RangeExpressionSyntax }] } element when TwinSignature.IsSpan(natural, _known):
                return TryAdd(element.Expression, span, parts, isMemory);
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Span" } view when IsMemoryType(_model.GetTypeInfo(view.Expression).Type):
                parts.Closing.Add(new TextEdit(view.Expression.Span.End, view.Span.End - view.Expression.Span.End, ""));
                return true;
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty", Expression: var type } when TwinSignature.IsSpan(_model.GetSymbolInfo(type).Symbol as ITypeSymbol, _known):
                return TryRename(type, parts);
            case ObjectCreationExpressionSyntax { ArgumentList.Arguments: [var first, ..], Initializer: null } creation
                when TwinSignature.IsSpan(natural, _known) && _model.GetTypeInfo(first.Expression).Type is IArrayTypeSymbol:
                return TryRename(creation.Type, parts);
            case StackAllocArrayCreationExpressionSyntax stack:
                parts.Closing.Add(new TextEdit(stack.StackAllocKeyword.SpanStart, stack.StackAllocKeyword.Span.Length, "new"));
                return true;
            case ImplicitStackAllocArrayCreationExpressionSyntax stack:
                parts.Closing.Add(new TextEdit(stack.StackAllocKeyword.SpanStart, stack.StackAllocKeyword.Span.Length, "new"));
                return true;
            case ConditionalExpressionSyntax conditional:
                return TryAdd(conditional.WhenTrue, span, parts, isMemory) && TryAdd(conditional.WhenFalse, span, parts, isMemory);
            case DefaultExpressionSyntax @default:
                return TryRename(@default.Type, parts);
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.DefaultLiteralExpression or (int)SyntaxKind.NullLiteralExpression }:
                return true;
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.Utf8StringLiteralExpression } bytes:
                parts.Opening.Add(TextEdit.Insert(bytes.SpanStart, $"(({TwinSignature.MemoryOf(span, _known).ToMinimalDisplayString(_model, bytes.SpanStart)})"));
                parts.Closing.Add(TextEdit.Insert(bytes.Span.End, ".ToArray())"));
                return true;
            case CollectionExpressionSyntax collection:
                parts.Opening.Add(TextEdit.Insert(collection.SpanStart, $"({TwinSignature.MemoryOf(span, _known).ToMinimalDisplayString(_model, collection.SpanStart)})({span.TypeArguments[0].ToMinimalDisplayString(_model, collection.SpanStart)}[])"));
                return true;
            default:
                return false;
        }
    }

    private bool TryAddCall(
        InvocationExpressionSyntax call, MemberAccessExpressionSyntax access, IdentifierNameSyntax name, INamedTypeSymbol span, Parts parts, Func<ILocalSymbol, bool> isMemory)
    {
        if (_model.GetSymbolInfo(call).Symbol is not IMethodSymbol method)
            return false;
        if (method.Name == "Slice" && TwinSignature.IsSpan(method.ContainingType, _known))
            return TryAdd(access.Expression, span, parts, isMemory);
        if (method.Name != "AsSpan" || !Signatures.AreEqual(method.ContainingType, _known.MemoryExtensions) ||
            SymbolEqualityComparer.Default.Equals(_model.GetSymbolInfo(access.Expression).Symbol, _known.MemoryExtensions))
        {
            return false;
        }

        parts.Closing.Add(new TextEdit(name.SpanStart, name.Span.Length, "AsMemory"));
        return true;
    }

    // Span<byte> in a declaration, a creation or before a dot.
    internal static bool TryRename(TypeSyntax type, List<TextEdit> edits)
    {
        GenericNameSyntax? name = type switch
        {
            GenericNameSyntax generic => generic,
            QualifiedNameSyntax { Right: GenericNameSyntax generic } => generic,
            AliasQualifiedNameSyntax { Name: GenericNameSyntax generic } => generic,
            _ => null,
        };
        string? memory = name?.Identifier.ValueText switch { "Span" => "Memory", "ReadOnlySpan" => "ReadOnlyMemory", _ => null };
        if (name is null || memory is null)
            return false;

        edits.Add(new TextEdit(name.Identifier.SpanStart, name.Identifier.Span.Length, memory));
        return true;
    }

    private static bool TryRename(ExpressionSyntax type, Parts parts) => type switch
    {
        TypeSyntax name => TryRename(name, parts.Closing),
        MemberAccessExpressionSyntax { Name: GenericNameSyntax name } => TryRename(name, parts.Closing),
        _ => false,
    };

    private bool IsMemoryType(ITypeSymbol? type) =>
        type is INamedTypeSymbol named && (Signatures.AreEqual(named.OriginalDefinition, _known.Memory) || Signatures.AreEqual(named.OriginalDefinition, _known.ReadOnlyMemory));

    private static bool IsPrimary(ExpressionSyntax expression) =>
        expression is IdentifierNameSyntax or LiteralExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or InterpolatedStringExpressionSyntax or ParenthesizedExpressionSyntax
            or MemberAccessExpressionSyntax;

    private sealed class Parts
    {
        public List<ISymbol> Variables { get; } = [];

        public List<SyntaxNode> AsIs { get; } = [];

        public List<TextEdit> Opening { get; } = [];

        public List<TextEdit> Closing { get; } = [];
    }
}

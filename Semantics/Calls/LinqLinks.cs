using CoGen.Semantics.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Calls;

/// <summary>
/// Turns LINQ into asynchronous LINQ, link by link: over a sequence whose values are awaited, or with a lambda that blocks. That a link
/// has a counterpart is not known by its name: what counts is that the same call binds to one.
/// </summary>
internal sealed class LinqLinks
{
    private const string AsyncLinq = "global::System.Linq.AsyncEnumerable";

    private readonly SemanticModel _model;
    private readonly KnownTypes _known;
    private readonly AsyncLambdas _lambdas;
    private readonly SequenceConsumers _sequences;
    private readonly Func<SyntaxNode, bool> _blocks;

    /// <param name="model">The model of the file.</param>
    /// <param name="known">The known types.</param>
    /// <param name="lambdas">Makes lambdas async.</param>
    /// <param name="sequences">Says which expressions become asynchronous sequences.</param>
    /// <param name="blocks">Whether a function holds a call that would be awaited.</param>
    public LinqLinks(SemanticModel model, KnownTypes known, AsyncLambdas lambdas, SequenceConsumers sequences, Func<SyntaxNode, bool> blocks)
    {
        _model = model;
        _known = known;
        _lambdas = lambdas;
        _sequences = sequences;
        _blocks = blocks;
    }

    /// <summary>Null for what is no LINQ, or stays as it is.</summary>
    public CallVerdict? Resolve(CallSite call)
    {
        if (_known.AsyncLinq is null || _known.AsyncEnumerable is null || !call.IsReducedExtension || !Signatures.AreEqual(call.Method.ContainingType, _known.Linq) ||
            call.Syntax.Expression is not MemberAccessExpressionSyntax access || CallSite.BindingOf(call.Syntax) is not null)
        {
            return null;
        }

        bool isOfRuntime = _sequences.IsOfRuntime(access.Expression);
        bool isOverSequence = isOfRuntime || IsSequence(access.Expression);
        Link link = new(call);
        bool blocks = false;
        foreach (IArgumentOperation argument in call.Operation.Arguments.Skip(1))
        {
            if (argument.Syntax is ArgumentSyntax { Expression: AnonymousFunctionExpressionSyntax function })
                blocks |= _blocks(function) || GivesSequence(call, function);
            else if (argument.Syntax is ArgumentSyntax { Expression: { } value } && TakesSequence(argument.Parameter))
                blocks |= IsAwaited(value);
        }

        if ((!isOverSequence && !blocks) || LinqOrder.Differs(call.Name.Identifier.ValueText, access.Expression, call.Operation.Arguments.Length > 1, blocks, _sequences.IsIterator, _sequences.Held))
            return null;

        ITypeSymbol? element = ElementOf(call.Operation.Arguments[0].Parameter!.Type);
        if (element is null || !AsyncLambdas.IsNameable(element) || !(isOverSequence || ElementOf(_model.GetTypeInfo(access.Expression).Type) is not null))
            return null;

        foreach (IArgumentOperation argument in call.Operation.Arguments.Skip(1))
        {
            if (argument.Syntax is ArgumentSyntax syntax && argument.ArgumentKind != ArgumentKind.DefaultValue && !TryEdit(link, call, argument, syntax, blocks))
                return null;
        }

        if (!isOverSequence)
            link.Closing.Insert(0, TextEdit.Insert(access.Expression.Span.End, ".ToAsyncEnumerable()"));
        return ToVerdict(link, element, isOfRuntime ? access.Expression : null);
    }

    /// <summary>Whether an argument for <paramref name="parameter"/> of a link is a sequence like its source.</summary>
    public static bool TakesSequence(IParameterSymbol? parameter) =>
        parameter?.Type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T;

    private CallVerdict? ToVerdict(Link link, ITypeSymbol element, ExpressionSyntax? source)
    {
        CallSite call = link.Call;
        bool isOrdered = call.Operation.Arguments[0].Parameter!.Type.Name == "IOrderedEnumerable";
        string probe = $"default({(isOrdered ? "global::System.Linq.IOrderedAsyncEnumerable" : "global::System.Collections.Generic.IAsyncEnumerable")}<{Full(element)}>)!";
        SyntaxToken name = call.Name.Identifier;
        if (ElementOf(call.Method.ReturnType) is { } result && !IsStored(call.Method.ReturnType))
        {
            return Bind(link, probe, name.Text) is { } lazy && Signatures.AreEqual(AsyncElementOf(lazy.ReturnType), result)
                ? new CallVerdict.Sequence(link.Await(source).ToPatch(lazy.Name))
                : null;
        }

        string twin = name.Text + "Async";
        if (Bind(link, probe, twin) is { } terminal && Yields(terminal, call.Method.ReturnType))
        {
            link.Closing.Add(new TextEdit(name.SpanStart, name.Span.Length, twin));
        }
        else if (name.Text is "Sum" or "Average" or "Min" or "Max" && call.Name is IdentifierNameSyntax && call.Operation.Arguments is [_, { Parameter.Type: INamedTypeSymbol { DelegateInvokeMethod.ReturnType: { } selected } }] &&
            AsyncLambdas.IsNameable(selected) && Bind(link, probe, "Select") is not null &&
            BindText(call, $"default(global::System.Collections.Generic.IAsyncEnumerable<{Full(selected)}>)!.{twin}()") is { } selectedTerminal && Yields(selectedTerminal, call.Method.ReturnType))
        {
            // There is none that selects too.
            link.Closing.Add(new TextEdit(name.SpanStart, name.Span.Length, "Select"));
            link.Closing.Add(TextEdit.Insert(call.Syntax.Span.End, $".{twin}()"));
        }
        else
        {
            return null;
        }

        link.Opening.Add(TextEdit.Insert(call.Syntax.SpanStart, "global::CoGen.CompilerServices.Sequences.InFiber("));
        link.Closing.Add(TextEdit.Insert(call.Syntax.Span.End, ")"));
        return new CallVerdict.Patched(link.Await(source).ToPatch(twin));
    }

    private bool TryEdit(Link link, CallSite call, IArgumentOperation argument, ArgumentSyntax syntax, bool blocks)
    {
        ITypeSymbol type = argument.Parameter!.Type;
        if (type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke })
        {
            if (!blocks)
                return true;

            if (syntax.Expression is AnonymousFunctionExpressionSyntax giver && GivesSequence(call, giver))
            {
                if (giver is not LambdaExpressionSyntax || !invoke.Parameters.All(static p => AsyncLambdas.IsNameable(p.Type)) || ElementOf(invoke.ReturnType) is not { } given || !AsyncLambdas.IsNameable(given))
                    return false;
                link.Probe.Add(Replace(syntax.Expression, $"default(global::System.Func<{string.Join(", ", invoke.Parameters.Select(static p => Full(p.Type)))}, global::System.Collections.Generic.IAsyncEnumerable<{Full(given)}>>)!"));
                return true;
            }

            if (AsyncFormOf(invoke) is not { } async || _lambdas.Edit(syntax.Expression, async) is not { } edits)
                return false;
            link.Closing.AddRange(edits);
            link.Functions.Add(syntax.Expression);
            link.Probe.Add(Replace(syntax.Expression, $"default({Full(async)})!"));
            return true;
        }

        if (TakesSequence(argument.Parameter))
        {
            ITypeSymbol element = ((INamedTypeSymbol)type).TypeArguments[0];
            if (!AsyncLambdas.IsNameable(element))
                return false;
            link.Probe.Add(Replace(syntax.Expression, $"default(global::System.Collections.Generic.IAsyncEnumerable<{Full(element)}>)!"));
            if (_sequences.IsOfRuntime(syntax.Expression))
            {
                link.Await(syntax.Expression);
            }
            else if (!IsSequence(syntax.Expression))
            {
                link.Opening.Add(TextEdit.Insert(syntax.Expression.SpanStart, $"{AsyncLinq}.ToAsyncEnumerable("));
                link.Closing.Add(TextEdit.Insert(syntax.Expression.Span.End, ")"));
                return syntax.Expression is not CollectionExpressionSyntax;
            }
        }

        return true;
    }

    /// <summary>Whether <paramref name="function"/> maps an item to the values of an iterator, which <c>SelectMany</c> awaits by itself.</summary>
    private bool GivesSequence(CallSite call, AnonymousFunctionExpressionSyntax function) =>
        call.Name.Identifier.ValueText == "SelectMany" && function.ExpressionBody is { } body && IsSequence(body);

    private bool IsAwaited(ExpressionSyntax expression) => IsSequence(expression) || _sequences.IsOfRuntime(expression);

    private bool IsSequence(ExpressionSyntax expression) => _sequences.IsSequence(expression, CancellationToken.None);

    private INamedTypeSymbol? AsyncFormOf(IMethodSymbol invoke)
    {
        if (invoke.ReturnsVoid || _known.ValueTaskOfT is null || _known.CancellationToken is null)
            return null;

        ITypeSymbol[] arguments = [.. invoke.Parameters.Select(static p => p.Type), _known.CancellationToken, _known.ValueTaskOfT.Construct(invoke.ReturnType)];
        return _known.Compilation.GetTypeByMetadataName("System.Func`" + arguments.Length)?.Construct(arguments);
    }

    private IMethodSymbol? Bind(Link link, string source, string name)
    {
        ArgumentListSyntax arguments = link.Call.Syntax.ArgumentList;
        string list = Speculation.Apply(arguments.ToString(), arguments.SpanStart, [.. link.Probe]);
        string typeArguments = link.Call.Name is GenericNameSyntax generic ? generic.TypeArgumentList.ToString() : "";
        return BindText(link.Call, $"{source}.{name}{typeArguments}{list}");
    }

    private IMethodSymbol? BindText(CallSite call, string text)
    {
        ExpressionSyntax expression = SyntaxFactory.ParseExpression(text, options: call.Syntax.SyntaxTree.Options);
        return !expression.ContainsDiagnostics &&
            _model.GetSpeculativeSymbolInfo(call.Syntax.SpanStart, expression, SpeculativeBindingOption.BindAsExpression).Symbol is IMethodSymbol bound &&
            Signatures.AreEqual(bound.ContainingType, _known.AsyncLinq)
                ? bound
                : null;
    }

    private static bool Yields(IMethodSymbol twin, ITypeSymbol result) =>
        twin.ReturnType is INamedTypeSymbol { Name: "ValueTask" } && Awaitables.TryGetResult(twin.ReturnType, out ITypeSymbol? yielded) && Signatures.AreEqual(yielded, result);

    // A dictionary or a list is enumerable too, and is there whole.
    private static bool IsStored(ITypeSymbol type) => type.OriginalDefinition.SpecialType != SpecialType.System_Collections_Generic_IEnumerable_T && type.Name != "IOrderedEnumerable";

    /// <summary>The type of the items of an array or sequence; null for what is none.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol? type)
    {
        if (type is IArrayTypeSymbol { Rank: 1 } array)
            return array.ElementType;
        if (type is null)
            return null;

        INamedTypeSymbol? sequence = type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
            ? (INamedTypeSymbol)type
            : type.AllInterfaces.FirstOrDefault(static i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T);
        return sequence?.TypeArguments[0];
    }

    private ITypeSymbol? AsyncElementOf(ITypeSymbol type)
    {
        INamedTypeSymbol? sequence = Signatures.AreEqual(type.OriginalDefinition, _known.AsyncEnumerable)
            ? (INamedTypeSymbol)type
            : type.AllInterfaces.FirstOrDefault(i => Signatures.AreEqual(i.OriginalDefinition, _known.AsyncEnumerable));
        return sequence?.TypeArguments[0];
    }

    /// <summary>A type by its full name.</summary>
    public static string Full(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));

    private static TextEdit Replace(SyntaxNode node, string text) => new(node.SpanStart, node.Span.Length, text);

    private sealed class Link(CallSite call)
    {
        public CallSite Call { get; } = call;

        public List<TextEdit> Opening { get; } = [];

        public List<TextEdit> Closing { get; } = [];

        public List<TextEdit> Probe { get; } = [];

        public List<SyntaxNode> Functions { get; } = [];

        /// <summary>Has the values of CoGen's own <paramref name="sequence"/> awaited.</summary>
        public Link Await(ExpressionSyntax? sequence)
        {
            if (sequence is not null)
            {
                Opening.Add(TextEdit.Insert(sequence.SpanStart, "global::CoGen.CompilerServices.Sequences.Awaited("));
                Closing.Insert(0, TextEdit.Insert(sequence.Span.End, ")"));
            }

            return this;
        }

        public CallPatch ToPatch(string twin) => new(TwinOrigin.Convention, Call.Syntax, "AsyncEnumerable." + twin, null, [.. Opening], [.. Closing])
        {
            AsyncFunctions = [.. Functions],
            IsLink = true,
        };
    }
}

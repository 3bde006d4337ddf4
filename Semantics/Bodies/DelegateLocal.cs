using System.Collections.Immutable;
using CoGen.Semantics.Calls;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Bodies;

/// <summary>
/// A local delegate of any type that is only called, compared with null and assigned: lambdas, anonymous methods and the names of tagged methods. It
/// becomes a <c>Func</c> that returns a coroutine, and all that it may hold becomes async with it.
/// </summary>
internal sealed class DelegateLocal
{
    private readonly ILocalSymbol _local;
    private readonly IMethodSymbol _invoke;
    private readonly INamedTypeSymbol _async;
    private readonly SemanticModel _model;
    private readonly KnownTypes _known;
    private readonly AsyncLambdas _lambdas;
    private readonly ImmutableArray<ExpressionSyntax>.Builder _calls = ImmutableArray.CreateBuilder<ExpressionSyntax>();
    private readonly List<(SyntaxNode Syntax, ImmutableArray<TextEdit> Edits, IMethodSymbol? Named)> _values = [];

    private DelegateLocal(ILocalSymbol local, IMethodSymbol invoke, INamedTypeSymbol async, SemanticModel model, KnownTypes known)
    {
        _local = local;
        _invoke = invoke;
        _async = async;
        _model = model;
        _known = known;
        _lambdas = new AsyncLambdas(model, known);
    }

    /// <summary>What the local may hold; nothing where it cannot become async.</summary>
    public static IEnumerable<NestedFunction> FunctionsOf(VariableDeclaratorSyntax variable, SyntaxNode body, SemanticModel model, KnownTypes known)
    {
        if (variable.Parent is not VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } } declaration ||
            !LanguageLevel.HasTypedLambdas(variable.SyntaxTree) || declaration.Type is RefTypeSyntax or ScopedTypeSyntax ||
            model.GetDeclaredSymbol(variable) is not ILocalSymbol { IsConst: false, Type: INamedTypeSymbol { DelegateInvokeMethod: { } invoke } type } local ||
            !CanBeAsync(invoke) || AwaitedDelegates.AsyncTypeOf(type, known) is not { } async || !AsyncLambdas.IsNameable(async))
        {
            return [];
        }

        DelegateLocal held = new(local, invoke, async, model, known);
        return (variable.Initializer is null || held.TryAdd(variable.Initializer.Value)) && held.TryAddUses(body) ? held.ToFunctions(declaration.Type) : [];
    }

    private IEnumerable<NestedFunction> ToFunctions(TypeSyntax type)
    {
        ImmutableArray<ExpressionSyntax> calls = _calls.ToImmutable();
        TextEdit edit = new(type.SpanStart, type.Span.Length, _async.ToMinimalDisplayString(_model, type.SpanStart));
        for (int i = 0; i < _values.Count; i++)
        {
            (SyntaxNode syntax, ImmutableArray<TextEdit> edits, IMethodSymbol? named) = _values[i];
            yield return new NestedFunction(syntax, calls, i == 0 ? edits.Add(edit) : edits) { Holder = _local, Named = named };
        }
    }

    private static bool CanBeAsync(IMethodSymbol invoke) =>
        invoke is { ReturnsByRef: false, ReturnsByRefReadonly: false, ReturnType: { IsRefLikeType: false, TypeKind: not (TypeKind.Pointer or TypeKind.FunctionPointer) }, Parameters.Length: < 15 } &&
        (invoke.ReturnsVoid || !Awaitables.TryGetResult(invoke.ReturnType, out _)) &&
        invoke.Parameters.All(static p => p.RefKind == RefKind.None && !p.Type.IsRefLikeType && p.Type.TypeKind is not (TypeKind.Pointer or TypeKind.FunctionPointer));

    private bool TryAddUses(SyntaxNode body)
    {
        foreach (IdentifierNameSyntax use in body.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (use.Identifier.ValueText != _local.Name || !SymbolEqualityComparer.Default.Equals(_model.GetSymbolInfo(use).Symbol, _local))
                continue;
            if (use.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax } assignment && assignment.Left == use)
            {
                if (!TryAdd(assignment.Right))
                    return false;
            }
            else if (CallBy(use) is { } call)
            {
                if (!IsPlain(call))
                    return false;
                _calls.Add(call);
            }
            else if (!AwaitedDelegates.IsLookedAt(use))
            {
                return false;
            }
        }

        return _calls.Count > 0;
    }

    private static InvocationExpressionSyntax? CallBy(IdentifierNameSyntax use) => use.Parent switch
    {
        InvocationExpressionSyntax call when call.Expression == use => call,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke", Parent: InvocationExpressionSyntax call } access when access.Expression == use && call.Expression == access => call,
        ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Invoke" } } call } chain when chain.Expression == use => call,
        _ => null,
    };

    // A Func knows neither the names of parameters nor their default values.
    private bool IsPlain(InvocationExpressionSyntax call) => call.ArgumentList.Arguments.All(static a => a.NameColon is null) &&
        _model.FindOperation(call) is IInvocationOperation { Arguments: var arguments } && arguments.All(static a => a.ArgumentKind == ArgumentKind.Explicit);

    private bool TryAdd(ExpressionSyntax value)
    {
        switch (value)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return TryAdd(parenthesized.Expression);
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure:
                return TryAdd(sure.Operand);
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression }:
                return true;
            case ConditionalExpressionSyntax conditional:
                return TryAdd(conditional.WhenTrue) && TryAdd(conditional.WhenFalse);
            case AnonymousFunctionExpressionSyntax function when _model.GetSymbolInfo(function).Symbol is IMethodSymbol symbol && Signatures.AreEqual(symbol.ReturnType, _invoke.ReturnType):
                if (_lambdas.Edit(function, _async) is not { } header)
                    return false;
                _values.Add((function, header, null));
                return true;
            case SimpleNameSyntax or MemberAccessExpressionSyntax:
                return TryAddNamed(value);
            default:
                return false;
        }
    }

    private bool TryAddNamed(ExpressionSyntax value)
    {
        if (_model.GetSymbolInfo(value).Symbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method || value is MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax } ||
            !(method.IsStatic || method.ContainingType.IsReferenceType) || method.IsExtensionMethod || CallSite.NameOf(value) is not { } name ||
            !MayBeCoroutine(method) || !Signatures.AreEqual(method.ReturnType, _invoke.ReturnType) || Signatures.IsCovariant(method) ||
            !method.Parameters.Select(static p => p.Type).SequenceEqual(_invoke.Parameters.Select(static p => p.Type), SymbolEqualityComparer.Default) ||
            method.Parameters.Any(p => TwinSignature.FormOf(p, _known) != ParameterForm.Same) || TwinSignature.CallsOriginalBecause(method.OriginalDefinition, _known) is not null)
        {
            return false;
        }

        string twin = CoroutineShape.TwinNameOf(method, _known);
        ITypeSymbol container = (_model.FindOperation(value) as IMethodReferenceOperation)?.Instance?.Type ?? method.ContainingType;
        if (Rivals.Find(_model, _known, value.SpanStart, container, twin, method.Parameters.Length) is not null)
            return false;

        SyntaxToken identifier = name.Identifier;
        _values.Add((value, [new TextEdit(identifier.SpanStart, identifier.Span.Length, Rivals.QualifierOf(_model, name, method, twin) + twin)], method));
        return true;
    }

    // Where only the tags are asked, a method of this compilation may be a coroutine for another reason.
    private bool MayBeCoroutine(IMethodSymbol method) => CoroutineShape.FormOf(method, _known, CancellationToken.None) == TwinForm.Coroutine ||
        (_known.IsOfTagsOnly && SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, _model.Compilation.Assembly));
}

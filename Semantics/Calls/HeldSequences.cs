using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Calls;

/// <summary>
/// Finds the locals that hold a sequence and are nothing but enumerated: assigned where they are declared, and each use is a loop, a query
/// or a chain of LINQ that awaits the values. In the twin such a local holds the asynchronous sequence.
/// </summary>
internal sealed class HeldSequences
{
    private readonly SemanticModel _model;
    private readonly SequenceConsumers _sequences;
    private readonly Action _forget;
    private readonly Dictionary<ISymbol, ExpressionSyntax?> _values = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _assumed = new(SymbolEqualityComparer.Default);

    /// <param name="model">The model of the file.</param>
    /// <param name="sequences">Says what is a sequence, and who takes its values.</param>
    /// <param name="forget">Drops the verdicts that were given on an assumption that has failed.</param>
    public HeldSequences(SemanticModel model, SequenceConsumers sequences, Action forget)
    {
        _model = model;
        _sequences = sequences;
        _forget = forget;
    }

    /// <summary>The sequence that <paramref name="expression"/> names, where that is such a local; else null.</summary>
    public ExpressionSyntax? ValueOf(ExpressionSyntax expression) =>
        expression is IdentifierNameSyntax name && IsValue(name) && _model.GetSymbolInfo(name).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var reference] } local &&
        reference.GetSyntax() is VariableDeclaratorSyntax declarator
            ? ValueOf(declarator, local)
            : null;

    // To ask what a method is called by costs as much as to bind its call.
    private static bool IsValue(IdentifierNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name != name,
        InvocationExpressionSyntax or MemberBindingExpressionSyntax => false,
        _ => true,
    };

    /// <summary>Whether what <paramref name="declarator"/> declares is such a local.</summary>
    public bool IsHeldBy(VariableDeclaratorSyntax declarator) => _model.GetDeclaredSymbol(declarator) is ILocalSymbol local && ValueOf(declarator, local) is not null;

    private ExpressionSyntax? ValueOf(VariableDeclaratorSyntax declarator, ILocalSymbol local)
    {
        if (_values.TryGetValue(local, out ExpressionSyntax? known))
            return known;
        if (declarator is not { Initializer.Value: { } value, Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0, Parent: { } scope } } } ||
            local.IsConst || local.IsRef || !Signatures.AreEqual(local.Type, _model.GetTypeInfo(value).Type) || !_sequences.IsSequence(value, CancellationToken.None))
        {
            return _values[local] = null;
        }

        // Whether its uses can await is asked on the assumption that it is a sequence. If it is none, what else was decided so is void.
        _values[local] = value;
        _assumed.Add(local);
        bool isHeld = CanAllAwait(local, value, scope);
        _assumed.Remove(local);
        if (isHeld)
            return value;

        foreach (ISymbol other in _values.Where(v => v.Value is not null && !_assumed.Contains(v.Key)).Select(static v => v.Key).ToArray())
            _values.Remove(other);
        _forget();
        return _values[local] = null;
    }

    private bool CanAllAwait(ILocalSymbol local, ExpressionSyntax value, SyntaxNode scope)
    {
        IdentifierNameSyntax[] uses = [.. scope.DescendantNodes().OfType<IdentifierNameSyntax>().Where(n => n.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(_model.GetSymbolInfo(n).Symbol, local))];
        return uses.Length > 0 && uses.All(u => CanAwait(u, scope)) && (!_sequences.IsForeign(value) || (uses.Length == 1 && !IsRepeated(uses[0], scope))) && !HoldsReferences(scope);
    }

    private bool CanAwait(IdentifierNameSyntax use, SyntaxNode scope)
    {
        SyntaxNode root = use;
        for (SyntaxNode? node = use.Parent; node is not null && node != scope; node = node.Parent)
        {
            if (node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or CatchFilterClauseSyntax or UnsafeStatementSyntax or FixedStatementSyntax or LockStatementSyntax or
                QueryBodySyntax or ConditionalAccessExpressionSyntax)
            {
                return false;
            }

            if (node is ExpressionSyntax or ArgumentSyntax or ArgumentListSyntax)
                root = node;
        }

        return _sequences.ConsumerOf(use, CancellationToken.None) is not null && !root.DescendantNodesAndSelf().Any(IsReference);
    }

    // The same enumeration of a foreign sequence need not be possible twice.
    private static bool IsRepeated(SyntaxNode use, SyntaxNode scope) => use.Ancestors().TakeWhile(n => n != scope).Any(n =>
        n is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or LabeledStatementSyntax || (n is CommonForEachStatementSyntax loop && !loop.Expression.Span.Contains(use.Span)));

    private bool HoldsReferences(SyntaxNode scope) => scope.AncestorsAndSelf().Last(static n => n is not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax or CompilationUnitSyntax))
        .DescendantNodes().Any(n => n is VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ParameterSyntax && _model.GetDeclaredSymbol(n) switch
        {
            ILocalSymbol local => local.IsRef || local.Type.IsRefLikeType,
            IParameterSymbol parameter => parameter.Type.IsRefLikeType,
            _ => false,
        });

    // What may not be alive across a yield, so that another rule could keep the use from awaiting.
    private bool IsReference(SyntaxNode node) => node switch
    {
        ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or RefExpressionSyntax => true,
        ExpressionSyntax expression => _model.GetTypeInfo(expression) is var type && (type.Type?.IsRefLikeType == true || type.ConvertedType?.IsRefLikeType == true) ||
            _model.GetSymbolInfo(expression).Symbol is IMethodSymbol { ReturnsByRef: true } or IMethodSymbol { ReturnsByRefReadonly: true } or IPropertySymbol { ReturnsByRef: true } or IPropertySymbol { ReturnsByRefReadonly: true },
        _ => false,
    };
}

using CoGen.Semantics.Calls;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Bodies;

/// <summary>
/// The variables of one body that are objects in the twin: parameters and locals that are passed by reference, and spans that are
/// memory. Says how each use of them is written.
/// </summary>
internal sealed class RewrittenVariables
{
    private readonly IMethodSymbol _method;
    private readonly SemanticModel _model;
    private readonly KnownTypes _known;
    private readonly SyntaxNode _body;
    private readonly MemoryArguments _memory;
    private readonly HashSet<ISymbol> _references = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _memories = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> _names = [];
    private readonly Dictionary<ArgumentSyntax, ExpressionSyntax> _passed = [];
    private readonly HashSet<SyntaxNode> _asMemory = [];

    public RewrittenVariables(IMethodSymbol method, SyntaxNode body, SemanticModel model, KnownTypes known, MemoryArguments memory)
    {
        _method = method;
        _model = model;
        _known = known;
        _body = body;
        _memory = memory;
        if (TwinSignature.CallsOriginalBecause(method, known) is not null)
            return;

        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (TwinSignature.FormOf(parameter, known) is ParameterForm.Reference or ParameterForm.Memory)
                Require(parameter);
        }
    }

    /// <summary>The parameters that move into a reference where the body begins, in order.</summary>
    public IEnumerable<IParameterSymbol> Moved => _method.Parameters.Where(p => p.RefKind == RefKind.None && _references.Contains(p));

    /// <summary>Whether there is any such variable so far.</summary>
    public bool Any => _names.Count > 0;

    /// <summary>Takes note of what <paramref name="patch"/> needs.</summary>
    public void Require(CallPatch patch)
    {
        foreach (ISymbol variable in patch.Variables)
            Require(variable);

        foreach (ArgumentSyntax argument in patch.Passed)
            _passed[argument] = patch.Call;
    }

    /// <summary>Makes <paramref name="variable"/> an object, and with it all that must be one then.</summary>
    public void Require(ISymbol variable)
    {
        bool isSpan = variable is ILocalSymbol { Type.IsRefLikeType: true } or IParameterSymbol { Type.IsRefLikeType: true };
        if (!Add(isSpan ? _memories : _references, variable))
            return;

        if (isSpan)
        {
            foreach (TwinArgument value in _memory.LocalsAround(_body).ValuesOf(variable))
            {
                _asMemory.UnionWith(value.AsIs);
                foreach (ISymbol other in value.Variables)
                    Require(other);
            }
        }
        else if (variable is ILocalSymbol { DeclaringSyntaxReferences: [var reference] } && reference.GetSyntax() is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax list })
        {
            foreach (VariableDeclaratorSyntax sibling in list.Variables)
            {
                if (_model.GetDeclaredSymbol(sibling) is { } symbol)
                    Add(_references, symbol);
            }
        }
    }

    public bool IsReference(ISymbol? symbol) => symbol is not null && _references.Contains(symbol);

    public bool IsMemory(ISymbol? symbol) => symbol is not null && _memories.Contains(symbol);

    /// <summary>Whether <paramref name="expression"/> names memory that other memory is made of, no span.</summary>
    public bool IsNamedAsMemory(SyntaxNode expression) => _asMemory.Contains(expression);

    /// <summary>The call that takes the variable itself in place of <paramref name="argument"/>, if one may.</summary>
    public ExpressionSyntax? TakerOf(ArgumentSyntax argument) => _passed.TryGetValue(argument, out ExpressionSyntax? call) ? call : null;

    /// <summary>The variable that <paramref name="name"/> stands for, when it is an object in the twin.</summary>
    public ISymbol? Find(IdentifierNameSyntax name)
    {
        if (!_names.Contains(name.Identifier.ValueText) || name.Parent is NameColonSyntax or NameEqualsSyntax ||
            _model.GetSymbolInfo(name).Symbol is not { } symbol)
        {
            return null;
        }

        return _references.Contains(symbol) || _memories.Contains(symbol) ? symbol : null;
    }

    /// <summary>The name under which <paramref name="variable"/> goes in the twin.</summary>
    public string NameOf(ISymbol variable)
    {
        string name = ScopedNames.Escape(variable.Name);
        if (variable is not IParameterSymbol { RefKind: RefKind.None } || IsMemory(variable))
            return name;

        name = "__" + variable.Name;
        while (_body.DescendantTokens().Any(t => t.ValueText == name))
            name = "_" + name;
        return name;
    }

    /// <summary>The declaration of <paramref name="type"/> as that of a reference.</summary>
    public string TypeOf(ITypeSymbol type, int position) => $"{ScopedNames.Of(_known.RefOfT!, _model, position)}<{Display(type, position)}>";

    /// <summary>What comes before the value of a new reference.</summary>
    public string Create(ITypeSymbol type, int position) => $"{ScopedNames.Of(_known.Ref!, _model, position)}.New<{Display(type, position)}>(";

    /// <summary>What follows the name where the value is used.</summary>
    public string SuffixOf(ISymbol variable, IdentifierNameSyntax name)
    {
        if (IsMemory(variable))
            return ".Span";

        ITypeSymbol type = variable is ILocalSymbol local ? local.Type : ((IParameterSymbol)variable).Type;
        return IsUsedInPlace(name, type) || (name.Parent is ArgumentSyntax argument && IsReadInPlace(argument)) ? ".Target" : ".Value";
    }

    /// <summary>Whether a variable is needed where <paramref name="name"/> stands, not just its value.</summary>
    public static bool IsUsedInPlace(ExpressionSyntax name, ITypeSymbol type)
    {
        ExpressionSyntax expression = name;
        while (expression.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
            expression = (ExpressionSyntax)expression.Parent;

        return expression.Parent switch
        {
            ArgumentSyntax { RefKindKeyword.RawKind: not 0 } => true,
            RefExpressionSyntax => true,
            PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.AddressOfExpression),
            MemberAccessExpressionSyntax access => access.Expression == expression && !type.IsReferenceType,
            ElementAccessExpressionSyntax element => element.Expression == expression && !type.IsReferenceType,
            MakeRefExpressionSyntax => true,
            _ => false,
        };
    }

    /// <summary>Whether <paramref name="argument"/> is one of an <see langword="in"/> parameter: a copy of the variable would not be the same.</summary>
    public bool IsReadInPlace(ArgumentSyntax argument) =>
        _model.FindOperation(argument) is IArgumentOperation { Parameter.RefKind: RefKind.In or RefKind.RefReadOnlyParameter };

    private string Display(ITypeSymbol type, int position) => type.ToMinimalDisplayString(_model, position);

    private bool Add(HashSet<ISymbol> set, ISymbol variable)
    {
        _names.Add(variable.Name);
        return set.Add(variable);
    }
}

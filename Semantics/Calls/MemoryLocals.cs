using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Calls;

/// <summary>
/// The span locals of a body that could be memory: each value that they are given is made of an array, a string or other memory, and
/// nobody takes them by reference. Parameters that are memory already are held to the same.
/// </summary>
internal sealed class MemoryLocals
{
    private readonly Dictionary<ISymbol, List<TwinArgument>> _values = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ExpressionSyntax, TwinArgument> _byExpression = [];

    public MemoryLocals(SyntaxNode body, SemanticModel model, KnownTypes known, MemoryArguments arguments)
    {
        if (known.Memory is null || known.ReadOnlyMemory is null)
            return;

        foreach (SyntaxNode node in body.DescendantNodes())
        {
            if (node is VariableDeclarationSyntax { Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } or ForStatementSyntax } declaration)
                AddDeclared(declaration, model, known);
        }

        HashSet<ISymbol> spoilt = new(SymbolEqualityComparer.Default);
        foreach (SyntaxNode node in body.DescendantNodes())
        {
            switch (node)
            {
                case VariableDeclaratorSyntax { Initializer.Value: { } value } variable when model.GetDeclaredSymbol(variable) is ILocalSymbol local && _values.ContainsKey(local):
                    Give(local, value);
                    break;
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } assignment when VariableOf(name) is { } variable:
                    if (assignment.Parent is ExpressionStatementSyntax or ForStatementSyntax && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression))
                        Give(variable, assignment.Right);
                    else
                        spoilt.Add(variable);
                    break;
                case IdentifierNameSyntax name when IsTakenByReference(name) && VariableOf(name) is { } variable:
                    spoilt.Add(variable);
                    break;
            }
        }

        Prune(spoilt);

        ISymbol? VariableOf(IdentifierNameSyntax name) => model.GetSymbolInfo(name).Symbol switch
        {
            ILocalSymbol local when _values.ContainsKey(local) => local,
            IParameterSymbol parameter when arguments.IsMemory(parameter) => parameter,
            _ => null,
        };

        void Give(ISymbol variable, ExpressionSyntax value)
        {
            INamedTypeSymbol span = (INamedTypeSymbol)(variable is ILocalSymbol local ? local.Type : ((IParameterSymbol)variable).Type);
            if (arguments.TryMake(value, span, _values.ContainsKey) is not { } argument)
            {
                spoilt.Add(variable);
                return;
            }

            if (!_values.TryGetValue(variable, out List<TwinArgument>? values))
                _values[variable] = values = [];
            values.Add(argument);
            _byExpression[value] = argument;
        }
    }

    /// <summary>Parameters that are given what cannot be memory, or are taken by reference: the body cannot be repeated.</summary>
    public IEnumerable<IParameterSymbol> SpoiltParameters { get; private set; } = [];

    public bool Contains(ILocalSymbol local) => _values.ContainsKey(local);

    /// <summary>How what <paramref name="value"/> gives to such a variable is written.</summary>
    public TwinArgument? ValueAt(ExpressionSyntax value) => _byExpression.TryGetValue(value, out TwinArgument? argument) ? argument : null;

    /// <summary>What is given to <paramref name="variable"/>.</summary>
    public IEnumerable<TwinArgument> ValuesOf(ISymbol variable) => _values.TryGetValue(variable, out List<TwinArgument>? values) ? values : [];

    private void AddDeclared(VariableDeclarationSyntax declaration, SemanticModel model, KnownTypes known)
    {
        TypeSyntax type = declaration.Type is ScopedTypeSyntax scoped ? scoped.Type : declaration.Type;

        // One declaration of several would need them all to change.
        if (declaration.Variables is [var variable] && model.GetDeclaredSymbol(variable) is ILocalSymbol { RefKind: RefKind.None } local &&
            TwinSignature.IsSpan(local.Type, known) && (type.IsVar || MemoryArguments.TryRename(type, [])) &&
            !(declaration.Parent is not ForStatementSyntax && declaration.Ancestors().OfType<SwitchSectionSyntax>().Any(s => s.Statements.Contains((StatementSyntax)declaration.Parent!))))
        {
            _values[local] = [];
        }
    }

    private void Prune(HashSet<ISymbol> spoilt)
    {
        bool again = true;
        while (again)
        {
            again = false;
            foreach (KeyValuePair<ISymbol, List<TwinArgument>> entry in _values)
            {
                if (!spoilt.Contains(entry.Key) && entry.Value.Any(v => v.Variables.Any(spoilt.Contains)))
                    again |= spoilt.Add(entry.Key);
            }
        }

        foreach (ISymbol symbol in spoilt)
            _values.Remove(symbol);
        SpoiltParameters = [.. spoilt.OfType<IParameterSymbol>()];
    }

    private static bool IsTakenByReference(IdentifierNameSyntax name) =>
        name.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or RefExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression };
}

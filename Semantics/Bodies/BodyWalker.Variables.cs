using CoGen.Semantics.Calls;
using CoGen.Semantics.Patches;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Bodies;

// Variables that are objects in the twin: their declarations and uses.
internal sealed partial class BodyWalker
{
    private readonly HashSet<SyntaxNode> _asIs = [];

    public override void VisitVariableDeclaration(VariableDeclarationSyntax node)
    {
        HoldSequence(node);
        OpenScope(node);
        foreach (VariableDeclaratorSyntax variable in node.Variables)
        {
            ISymbol? symbol = _model.GetDeclaredSymbol(variable);
            if (_variables.IsReference(symbol))
                DeclareReference(node, variable, ((ILocalSymbol)symbol!).Type);
            else if (_variables.IsMemory(symbol))
                DeclareMemory(node, variable);
            else
                VisitVariableDeclarator(variable);
        }
    }

    // What opens a scope in the twin may be another type.
    private void OpenScope(VariableDeclarationSyntax node)
    {
        if (node.Type.IsVar || node.Variables is not [{ Initializer.Value: { } value }] || !ScopeUses.IsScope(value, _model) || _model.FindOperation(value, _cancellationToken) is not { } operation ||
            _resolver.Resolve(operation, _cancellationToken) is not CallVerdict.Patched { Patch.Twin.ReturnType: { } returned })
        {
            return;
        }

        if (!Signatures.AreEqual(Awaitables.TryGetResult(returned, out ITypeSymbol? result) ? result : returned, _model.GetTypeInfo(value).Type))
            _edits.Add(new TextEdit(node.Type.SpanStart, node.Type.Span.Length, "var"));
    }

    /// <summary>Writes what is given to a variable that is memory; false for any other assignment.</summary>
    private bool TryVisitMemoryAssignment(AssignmentExpressionSyntax node)
    {
        if (node.Left is not IdentifierNameSyntax name || _variables.Find(name) is not { } variable || !_variables.IsMemory(variable))
            return false;

        _asIs.Add(name);
        VisitMemory(node.Right);
        return true;
    }

    // The twin is not unsafe as a whole.
    public override void VisitFixedStatement(FixedStatementSyntax node)
    {
        bool alone = UnsafeContext.IsGivenTo(node) && !node.Ancestors().TakeWhile(n => n != _body).Any(static n => n is UnsafeStatementSyntax or FixedStatementSyntax);
        if (alone)
            _edits.Add(TextEdit.Insert(node.SpanStart, "unsafe { "));
        base.VisitFixedStatement(node);
        if (alone)
            _edits.Add(TextEdit.Insert(node.Span.End, " }"));
    }

    // A variable that is declared where an ordinary call gives it its value.
    public override void VisitDeclarationExpression(DeclarationExpressionSyntax node)
    {
        if (node.Designation is not SingleVariableDesignationSyntax designation || _asIs.Contains(node) ||
            _model.GetDeclaredSymbol(designation) is not ILocalSymbol local || !_variables.IsReference(local))
        {
            return;
        }

        _edits.Add(TextEdit.Insert(node.SpanStart, _variables.Create(local.Type, node.SpanStart) + "out "));
        if (!node.Type.IsVar)
            _edits.Add(new TextEdit(node.Type.SpanStart, node.Type.Span.Length, "var"));
        _edits.Add(TextEdit.Insert(node.Span.End, ").Target"));
    }

    /// <summary>Writes a use of a variable that is an object; false for any other name.</summary>
    private bool TryVisitVariable(IdentifierNameSyntax name)
    {
        if (_variables.Find(name) is not { } variable)
            return false;

        if (_variables.IsReference(variable))
            KeepMemberName(name);
        string written = _variables.NameOf(variable);
        if (written != name.Identifier.Text)
            _edits.Add(new TextEdit(name.SpanStart, name.Span.Length, written));
        if (!_asIs.Contains(name))
            _edits.Add(TextEdit.Insert(name.Span.End, _variables.SuffixOf(variable, name)));
        return true;
    }

    // nameof(x) names the variable, nameof(x.Length) a member of its value.
    private void VisitNameOf(InvocationExpressionSyntax node)
    {
        if (node.ArgumentList.Arguments is [{ Expression: MemberAccessExpressionSyntax }] &&
            node.ArgumentList.DescendantNodes().OfType<IdentifierNameSyntax>().FirstOrDefault() is { } first)
        {
            TryVisitVariable(first);
        }
    }

    /// <summary>Moves the parameters that are passed on by reference into references.</summary>
    private string MoveParameters()
    {
        string text = "";
        foreach (IParameterSymbol parameter in _variables.Moved)
        {
            text += $" {_variables.TypeOf(parameter.Type, _body.SpanStart)} {_variables.NameOf(parameter)} = " +
                $"{_variables.Create(parameter.Type, _body.SpanStart)}{ScopedNames.Escape(parameter.Name)});";
        }

        return text;
    }

    private void DeclareReference(VariableDeclarationSyntax list, VariableDeclaratorSyntax variable, ITypeSymbol type)
    {
        if (variable == list.Variables[0] && !list.Type.IsVar)
            _edits.Add(new TextEdit(list.Type.SpanStart, list.Type.Span.Length, _variables.TypeOf(type, list.SpanStart)));

        string create = _variables.Create(type, variable.SpanStart);
        if (variable.Initializer is not { Value: { } value })
        {
            _edits.Add(TextEdit.Insert(variable.Identifier.Span.End, $" = {create})"));
            return;
        }

        // int[] a = { 1 } has no value that could stand elsewhere.
        string array = value is InitializerExpressionSyntax ? $"new {type.ToMinimalDisplayString(_model, value.SpanStart)} " : "";
        _edits.Add(TextEdit.Insert(value.SpanStart, create + array));
        Visit(value);
        _edits.Add(TextEdit.Insert(value.Span.End, ")"));
    }

    private void DeclareMemory(VariableDeclarationSyntax list, VariableDeclaratorSyntax variable)
    {
        TypeSyntax type = list.Type;
        if (type is ScopedTypeSyntax scoped)
        {
            type = scoped.Type;
            _edits.Add(new TextEdit(scoped.SpanStart, type.SpanStart - scoped.SpanStart, ""));
        }

        List<TextEdit> edits = [];
        if (!type.IsVar && MemoryArguments.TryRename(type, edits))
            _edits.AddRange(edits);
        if (variable.Initializer is { Value: { } value })
            VisitMemory(value);
    }

    private void VisitMemory(ExpressionSyntax value)
    {
        TwinArgument? argument = _resolver.Memory.LocalsAround(_body).ValueAt(value);
        if (argument is not null)
        {
            _asIs.UnionWith(argument.AsIs);
            _edits.AddRange(argument.Opening);
        }

        Visit(value);
        if (argument is not null)
            _edits.AddRange(argument.Closing);
    }

    // (x, y) and new { x } name their parts after what stands there.
    private void KeepMemberName(IdentifierNameSyntax name)
    {
        string text = name.Identifier.ValueText;
        switch (name.Parent)
        {
            case AnonymousObjectMemberDeclaratorSyntax { NameEquals: null }:
                _edits.Add(TextEdit.Insert(name.SpanStart, name.Identifier.Text + " = "));
                break;
            case ArgumentSyntax { NameColon: null, Parent: TupleExpressionSyntax tuple } when !IsTarget(tuple) && !IsReserved(text) && IsOnlyOne(tuple, text):
                _edits.Add(TextEdit.Insert(name.SpanStart, name.Identifier.Text + ": "));
                break;
        }
    }

    private static bool IsTarget(TupleExpressionSyntax tuple) => tuple.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == tuple,
        ArgumentSyntax { Parent: TupleExpressionSyntax outer } => IsTarget(outer),
        ForEachVariableStatementSyntax loop => loop.Variable == tuple,
        _ => false,
    };

    private static bool IsReserved(string name) =>
        name is "Rest" or "ToString" or "Equals" or "GetHashCode" or "CompareTo" or "Deconstruct" or "GetType" or "ToTuple" or "_" ||
        (name.StartsWith("Item", StringComparison.Ordinal) && int.TryParse(name.Substring(4), out _));

    private static bool IsOnlyOne(TupleExpressionSyntax tuple, string name) =>
        tuple.Arguments.Count(a => (a.NameColon?.Name.Identifier.ValueText ?? a.Expression switch
        {
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax binding } => binding.Name.Identifier.ValueText,
            _ => null,
        }) == name) == 1;
}

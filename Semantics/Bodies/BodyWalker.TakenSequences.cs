using CoGen.Semantics.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Bodies;

/// <summary>Tells where a sequence of CoGen's own is taken for a plain one: whoever enumerates it would wait for its values with the thread.</summary>
internal sealed partial class BodyWalker
{
    public override void VisitArgument(ArgumentSyntax node)
    {
        if (_resolver.Sequences.IsOfRuntime(node.Expression) && _model.FindOperation(node, _cancellationToken) is IArgumentOperation { Parameter: { } parameter })
            TellIfTaken(node.Expression, parameter);
        base.VisitArgument(node);
    }

    public override void VisitSpreadElement(SpreadElementSyntax node)
    {
        TellIfTaken(node.Expression, parameter: null);
        base.VisitSpreadElement(node);
    }

    // A link of LINQ, or another extension, that is not awaited.
    private void TellIfTaken(IInvocationOperation invocation)
    {
        if (invocation is { TargetMethod: { IsExtensionMethod: true, Parameters: [var source, ..] }, Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: { } receiver } } } &&
            invocation.Arguments is [{ Syntax: var syntax }, ..] && syntax == receiver)
        {
            TellIfTaken(receiver, source);
        }
    }

    private void TellIfTaken(ExpressionSyntax sequence, IParameterSymbol? parameter)
    {
        while (sequence is ParenthesizedExpressionSyntax inner)
            sequence = inner.Expression;

        SequenceConsumers sequences = _resolver.Sequences;
        if (parameter is not null && (!IsPlainSequence(parameter.Type) || SymbolEqualityComparer.Default.Equals(parameter.ContainingAssembly, _known.Co?.ContainingAssembly)))
            return;
        if (!sequences.IsOfRuntime(sequence) || sequences.IsSequence(sequence, _cancellationToken) || _model.GetTypeInfo(sequence, _cancellationToken).Type is not { } type)
            return;
        if (sequences.ConsumerOf(sequence, _cancellationToken) is { } consumer && consumer != sequence && _places.ObstacleAt(consumer, _functions.IsAsync) is null)
            return;

        ISymbol enumerated = type.GetMembers("GetEnumerator").FirstOrDefault() ?? type;
        _unpatched.Add(new UnpatchedCall(enumerated, UnpatchedReason.SequenceOutOfLoop, "", KnownToBlock: true, LocationOf(sequence)));
    }

    private static bool IsPlainSequence(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T or SpecialType.System_Collections_IEnumerable;
}

using System.Collections.Immutable;
using CoGen.Semantics.Calls;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Bodies;

/// <summary>Finds method groups that become the entry of a coroutine: <c>TaskA</c> in <c>Co.Spawn(TaskA)</c>.</summary>
public sealed class EntryArguments
{
    private readonly KnownTypes _known;

    public EntryArguments(KnownTypes known) => _known = known;

    /// <summary>The method groups among <paramref name="arguments"/> that stand for an entry.</summary>
    public IEnumerable<IMethodReferenceOperation> Find(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } && _known.IsEntry(parameter) &&
                Strip(argument.Value) is IDelegateCreationOperation { Target: IMethodReferenceOperation reference })
            {
                yield return reference;
            }
        }
    }

    /// <summary>Inside a coroutine, the entry is the twin.</summary>
    internal IEnumerable<TextEdit> EditsOf(ImmutableArray<IArgumentOperation> arguments, CancellationToken cancellationToken)
    {
        foreach (IMethodReferenceOperation reference in Find(arguments))
        {
            if (reference.Syntax is ExpressionSyntax syntax && CallSite.NameOf(syntax) is { } name && HasTwin(reference.Method, cancellationToken))
                yield return new TextEdit(name.Identifier.SpanStart, name.Identifier.Span.Length, CoroutineShape.PlanOf(reference.Method, _known, cancellationToken).Name);
        }
    }

    /// <summary>Whether a twin of <paramref name="method"/> that returns a coroutine is there, or will be.</summary>
    public bool HasTwin(IMethodSymbol method, CancellationToken cancellationToken) =>
        CoroutineShape.FormOf(method, _known, cancellationToken) == TwinForm.Coroutine && !Signatures.IsCovariant(method);

    // A delegate of the exact type still passes through an identity conversion.
    private static IOperation Strip(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                case IConversionOperation { OperatorMethod: null, Syntax: var syntax } conversion when syntax.Kind() is not SyntaxKind.CastExpression:
                    operation = conversion.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }
}

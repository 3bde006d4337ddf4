using System.Collections.Immutable;
using CoGen.Semantics.Bodies;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Calls;

/// <summary>Writes the arguments of a call as its twin takes them.</summary>
internal sealed class TwinArguments
{
    private static readonly SymbolDisplayFormat s_full = SymbolDisplayFormat.FullyQualifiedFormat;

    private readonly ReferenceArguments _references;
    private readonly MemoryArguments _memory;
    private readonly KnownTypes _known;

    public TwinArguments(ReferenceArguments references, MemoryArguments memory, KnownTypes known)
    {
        _references = references;
        _memory = memory;
        _known = known;
    }

    /// <summary>Null with the reason when one of them cannot be written so.</summary>
    /// <param name="call">The call.</param>
    /// <param name="formOf">What the twin takes for each parameter.</param>
    /// <param name="obstacle">Why not.</param>
    public Plan? TryPlan(CallSite call, Func<IParameterSymbol, ParameterForm> formOf, out CallVerdict.Unpatched? obstacle) => TryPlan(call.Operation.Arguments, formOf, out obstacle);

    /// <inheritdoc cref="TryPlan(CallSite, Func{IParameterSymbol, ParameterForm}, out CallVerdict.Unpatched?)"/>
    public Plan? TryPlan(ImmutableArray<IArgumentOperation> arguments, Func<IParameterSymbol, ParameterForm> formOf, out CallVerdict.Unpatched? obstacle)
    {
        obstacle = null;
        Plan plan = new();
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument is not { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter })
                continue;

            ArgumentSyntax? syntax = ArgumentOf(argument.Syntax);
            ExpressionSyntax? expression = syntax?.Expression ?? argument.Syntax as ExpressionSyntax;
            switch (formOf(parameter))
            {
                case ParameterForm.Reference:
                    TwinArgument? reference = expression is null ? null
                        : syntax is null ? _references.TryMakeReceiver(expression, parameter.Type)
                        : _references.TryMake(syntax, parameter.Type);
                    if (reference is null)
                    {
                        obstacle = new CallVerdict.Unpatched(UnpatchedReason.ReferenceDoesNotLast, argument.Syntax.ToString(), KnownToBlock: true);
                        return null;
                    }

                    plan.Add(reference, syntax ?? (SyntaxNode)expression!, isOpaque: true);
                    break;
                case ParameterForm.Memory:
                    if (expression is null || _memory.TryMake(expression, (INamedTypeSymbol)parameter.Type) is not { } memory)
                    {
                        obstacle = new CallVerdict.Unpatched(UnpatchedReason.TwinDoesNotFit, "cannot take a span across a yield", KnownToBlock: true);
                        return null;
                    }

                    plan.Add(memory, expression, isOpaque: !memory.AsIs.IsEmpty);
                    break;
                case ParameterForm.Value when LaterWrites.MayChange(argument, arguments):
                    obstacle = new CallVerdict.Unpatched(UnpatchedReason.TwinDoesNotFit, $"takes the value of '{argument.Value.Syntax}', which an argument after it may change", KnownToBlock: true);
                    return null;
                case ParameterForm.Value when syntax is not null && parameter.RefKind != RefKind.None:
                    plan.Passed.Add(syntax);
                    if (!syntax.RefKindKeyword.IsKind(SyntaxKind.None))
                        plan.Add(new TextEdit(syntax.RefKindKeyword.SpanStart, syntax.Expression.SpanStart - syntax.RefKindKeyword.SpanStart, ""));
                    break;
                case ParameterForm.Array when argument.Value.Type is not IArrayTypeSymbol && TwinSignature.IsSpan(argument.Parameter.Type, _known) && expression is not CollectionExpressionSyntax && !IsArray(argument.Value):
                    obstacle = new CallVerdict.Unpatched(UnpatchedReason.TwinDoesNotFit, "takes an array", KnownToBlock: true);
                    return null;
            }
        }

        return plan;
    }

    /// <summary>The argument that is written; null for the receiver of an extension. With a <c>!</c> behind it, the operation is of what stands before that.</summary>
    private static ArgumentSyntax? ArgumentOf(SyntaxNode syntax)
    {
        SyntaxNode? outer = syntax;
        while (outer is ExpressionSyntax { Parent: PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } or ArgumentSyntax })
            outer = outer.Parent;
        return outer as ArgumentSyntax;
    }

    private static bool IsArray(IOperation value) => value is IConversionOperation { Operand: { } operand } ? operand.Type is IArrayTypeSymbol : value.Type is IArrayTypeSymbol;

    /// <summary>The edits of all arguments of a call.</summary>
    internal sealed class Plan
    {
        public ImmutableArray<TextEdit>.Builder Opening { get; } = ImmutableArray.CreateBuilder<TextEdit>();

        public ImmutableArray<TextEdit>.Builder Closing { get; } = ImmutableArray.CreateBuilder<TextEdit>();

        public ImmutableArray<ISymbol>.Builder Variables { get; } = ImmutableArray.CreateBuilder<ISymbol>();

        public ImmutableArray<SyntaxNode>.Builder AsIs { get; } = ImmutableArray.CreateBuilder<SyntaxNode>();

        public ImmutableArray<ArgumentSyntax>.Builder Passed { get; } = ImmutableArray.CreateBuilder<ArgumentSyntax>();

        /// <summary>What the compiler is asked in place of edits that only mean something in the twin.</summary>
        public ImmutableArray<TextEdit>.Builder StandIns { get; } = ImmutableArray.CreateBuilder<TextEdit>();

        public void Add(TextEdit edit)
        {
            Closing.Add(edit);
            StandIns.Add(edit);
        }

        /// <summary>Puts something around an argument.</summary>
        public void Copy(ExpressionSyntax argument, string before, string after)
        {
            TextEdit opening = TextEdit.Insert(argument.SpanStart, before);
            TextEdit closing = TextEdit.Insert(argument.Span.End, after);
            Opening.Add(opening);
            Closing.Add(closing);
            StandIns.AddRange(opening, closing);
        }

        public void Add(TwinArgument argument, SyntaxNode syntax, bool isOpaque)
        {
            Opening.AddRange(argument.Opening);
            Closing.AddRange(argument.Closing);
            Variables.AddRange(argument.Variables);
            AsIs.AddRange(argument.AsIs);
            if ((syntax as ArgumentSyntax ?? syntax.Parent as ArgumentSyntax) is { } passed)
                Passed.Add(passed);
            if (!isOpaque)
            {
                StandIns.AddRange(argument.Opening);
                StandIns.AddRange(argument.Closing);
                return;
            }

            SyntaxNode value = syntax is ArgumentSyntax { Expression: var expression } ? expression : syntax;
            int start = syntax is ArgumentSyntax { RefKindKeyword: { RawKind: not 0 } keyword } ? keyword.SpanStart : value.SpanStart;
            StandIns.Add(new TextEdit(start, value.Span.End - start, $"default({argument.Type.ToDisplayString(s_full)})"));
        }
    }
}

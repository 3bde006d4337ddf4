using System.Collections.Immutable;
using CoGen.Semantics.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Bodies;

/// <summary>
/// Passes what the compiler fills in for the caller's name, and for the text of an argument that reads otherwise in the twin. Lines and files
/// are those of the original by themselves.
/// </summary>
internal sealed partial class BodyWalker
{
    private void PassCallerInfo(ExpressionSyntax node, IOperation operation, CallPatch? patch)
    {
        // What runs on another thread has been given all that.
        if (patch is { Origin: TwinOrigin.Offload })
            return;

        (ImmutableArray<IArgumentOperation> arguments, ArgumentListSyntax? list) = (operation, node) switch
        {
            (IInvocationOperation invocation, InvocationExpressionSyntax syntax) => (invocation.Arguments, syntax.ArgumentList),
            (IObjectCreationOperation creation, BaseObjectCreationExpressionSyntax syntax) => (creation.Arguments, syntax.ArgumentList),
            _ => ([], null),
        };
        List<string> texts = [];
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument is not { ArgumentKind: ArgumentKind.DefaultValue, Parameter: { Name.Length: > 0 } parameter, Value.ConstantValue: { HasValue: true, Value: string text } } ||
                !IsFilledInOtherwise(parameter, arguments) || (patch?.Twin is { } twin && !twin.Parameters.Any(p => p.Name == parameter.Name)))
            {
                continue;
            }

            texts.Add($"{ScopedNames.Escape(parameter.Name)}: {SymbolDisplay.FormatLiteral(text, quote: true)}");
        }

        if (texts.Count == 0)
            return;

        string all = string.Join(", ", texts);
        if (list is null)
        {
            if (node is ObjectCreationExpressionSyntax { Type: var type })
                _edits.Add(TextEdit.Insert(type.Span.End, $"({all})"));
            return;
        }

        int end = list.CloseParenToken.SpanStart;
        bool isFirst = list.Arguments.Count == 0 && patch?.Closing.Any(e => e.Start == end) != true;
        _edits.Add(TextEdit.Insert(end, isFirst ? all : ", " + all));
    }

    private bool IsFilledInOtherwise(IParameterSymbol parameter, ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (AttributeData attribute in parameter.GetAttributes())
        {
            switch (attribute.AttributeClass?.Name)
            {
                case "CallerMemberNameAttribute":
                    return true;
                case "CallerArgumentExpressionAttribute" when attribute.ConstructorArguments is [{ Value: string name }]:
                    return arguments.FirstOrDefault(a => a.Parameter?.Name == name) is { Syntax: var syntax } &&
                        _edits.Any(e => e.Start >= syntax.SpanStart && e.End <= syntax.Span.End);
            }
        }

        return false;
    }
}

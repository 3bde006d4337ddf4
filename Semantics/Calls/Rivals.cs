using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Calls;

/// <summary>Finds hand-written methods of a twin's name that an edited call might bind to.</summary>
internal static class Rivals
{
    /// <summary>
    /// What has to stand before the twin's name where the original's stands alone: a local or parameter of that name would be meant.
    /// </summary>
    /// <param name="model">The model of the file.</param>
    /// <param name="original">The name as it stands there.</param>
    /// <param name="member">The original.</param>
    /// <param name="name">The twin's name.</param>
    public static string QualifierOf(SemanticModel model, SimpleNameSyntax original, ISymbol member, string name)
    {
        if (original.Parent is MemberAccessExpressionSyntax access && access.Name == original || original.Parent is MemberBindingExpressionSyntax or AliasQualifiedNameSyntax ||
            !model.LookupSymbols(original.SpanStart, name: name).Any(static s => s is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction }))
        {
            return "";
        }

        return (member.IsStatic ? member.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) : "this") + ".";
    }

    /// <summary>
    /// The same for a call: an extension's twin is called on the receiver, whose own method of that name would come first.
    /// </summary>
    public static IMethodSymbol? Find(SemanticModel model, KnownTypes known, CallSite call, string name)
    {
        int position = call.Syntax.SpanStart;
        int count = call.Syntax.ArgumentList.Arguments.Count;
        ITypeSymbol? receiver = call.IsReducedExtension ? call.Operation.Arguments[0].Value.Type : call.Method.ContainingType.ExtensionParameter?.Type;
        return (receiver is null ? null : Find(model, known, position, receiver, name, count)) ??
            (call.Method.ContainingType.IsExtension ? null : Find(model, known, position, call.ReceiverType ?? call.Method.ContainingType, name, count));
    }

    /// <summary>The method that the twin's name could mean in its place, or null.</summary>
    /// <param name="model">The model of the file.</param>
    /// <param name="known">The known types.</param>
    /// <param name="position">Where the call stands.</param>
    /// <param name="container">The type that the twin is called on.</param>
    /// <param name="name">The twin's name.</param>
    /// <param name="count">How many arguments it is given.</param>
    public static IMethodSymbol? Find(SemanticModel model, KnownTypes known, int position, ITypeSymbol container, string name, int count)
    {
        foreach (ISymbol member in model.LookupSymbols(position, container, name))
        {
            if (member is IMethodSymbol method && !known.IsTwin(method) &&
                method.Parameters.Count(static p => !p.IsOptional && !p.IsParams) <= count &&
                (method.Parameters.Length >= count || method.Parameters.Any(static p => p.IsParams)))
            {
                return method;
            }
        }

        return null;
    }
}

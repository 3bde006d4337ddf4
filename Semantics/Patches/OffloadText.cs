using CoGen.Semantics.Calls;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Patches;

/// <summary>Writes the call that runs on the other thread.</summary>
internal static class OffloadText
{
    public static string CallOf(PatchSite site, OffloadArguments taken, Func<ITypeSymbol, string> nameOf, SemanticModel model)
    {
        bool isOnInstance = site.Instance is not null || site.Between is not null;
        string receiver = isOnInstance ? taken.Receiver : NameOf(site.Member.ContainingType, model, site.Syntax.SpanStart);
        return site.Member switch
        {
            IPropertySymbol { IsIndexer: true } => site.Use == PatchUse.Set ? $"{receiver}[{taken.Indexes}] = {taken.Value}" : $"{receiver}[{taken.Arguments}]",
            IPropertySymbol property => $"{receiver}.{ScopedNames.Escape(property.Name)}" + (site.Use == PatchUse.Set ? $" = {taken.Value}" : ""),
            IMethodSymbol { MethodKind: MethodKind.Constructor } => $"new {receiver}({taken.Arguments})",
            IMethodSymbol method => $"{receiver}.{ScopedNames.Escape(method.Name)}{TypeArgumentsOf(method, nameOf)}({taken.Arguments})",
            _ => "",
        };
    }

    private static string TypeArgumentsOf(IMethodSymbol method, Func<ITypeSymbol, string> nameOf) =>
        method.Arity > 0 && method.TypeArguments.All(AsyncLambdas.IsNameable) ? $"<{string.Join(", ", method.TypeArguments.Select(nameOf))}>" : "";

    // A local could have the name of the type.
    private static string NameOf(INamedTypeSymbol type, SemanticModel model, int position) =>
        type is { Arity: 0, ContainingType: null } ? ScopedNames.Of(type, model, position) : type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}

using CoGen.Generator.Models;
using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Generator.Reading;

/// <summary>
/// Reads the override of an asynchronous method that the base type has of its own, such as <c>Stream.FlushAsync</c>. It keeps that
/// method's shape and leads to the coroutine. It is not async itself: its awaits would leave the loop.
/// </summary>
internal static class AdapterReader
{
    public static MemberModel Read(TwinSource source)
    {
        IMethodSymbol adapted = source.Plan.Adapted!;
        IParameterSymbol? token = adapted.Parameters.LastOrDefault(p => Signatures.AreEqual(p.Type, source.Known.CancellationToken));
        bool addsToken = adapted.Parameters.Length > source.Method.Parameters.Length;
        Queue<string> names = new(source.Declaration.Parameters.Select(static p => p.Identifier.Text));
        List<string> parameters = [];
        string tokenName = "";
        foreach (IParameterSymbol parameter in adapted.Parameters)
        {
            bool isAdded = addsToken && SymbolEqualityComparer.Default.Equals(parameter, token);
            string name = isAdded ? "__token" : names.Dequeue();
            if (SymbolEqualityComparer.Default.Equals(parameter, token))
                tokenName = name;
            parameters.Add($"{(parameter.IsParams ? "params " : "")}{Nameable.Display(parameter.Type)} {name}{DefaultOf(parameter)}");
        }

        string arguments = string.Join(", ", source.Declaration.Parameters.Select(static p => p.Identifier.Text));
        bool isValueTask = adapted.ReturnType.Name == "ValueTask";
        string run = $"{source.Plan.Name}{BodyReader.TypeArguments(source.Declaration)}({arguments}).{(isValueTask ? "AsValueTask" : "AsTask")}()";
        if (tokenName.Length > 0)
            run = $"{tokenName}.IsCancellationRequested ? {Canceled(adapted, tokenName)} : {run}";
        string indent = new(' ', (source.Depth + 1) * 4);
        return new MemberModel(
            "",
            IsTwin: false,
            CallsOriginal: false,
            default,
            AccessibilityOf(adapted, source.Known) + " override ",
            Nameable.Display(adapted.ReturnType),
            adapted.Name,
            source.Declaration.TypeParameterList?.ToString() ?? "",
            string.Join(", ", parameters),
            default,
            new BodyModel(false, 0, "", $"{indent}=> {run};"));
    }

    private static string Canceled(IMethodSymbol adapted, string token)
    {
        string result = adapted.ReturnType is INamedTypeSymbol { TypeArguments: [var type] } ? $"<{Nameable.Display(type)}>" : "";
        string task = adapted.ReturnType.Name == "ValueTask" ? "global::System.Threading.Tasks.ValueTask" : "global::System.Threading.Tasks.Task";
        return $"{task}.FromCanceled{result}({token})";
    }

    private static string DefaultOf(IParameterSymbol parameter) => parameter switch
    {
        { HasExplicitDefaultValue: false } => "",
        { ExplicitDefaultValue: null } => " = default",
        { ExplicitDefaultValue: bool value } => value ? " = true" : " = false",
        { ExplicitDefaultValue: string value } => " = " + Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(value, quote: true),
        { ExplicitDefaultValue: var value } => $" = ({Nameable.Display(parameter.Type)})({Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)})",
    };

    // What is "protected internal" elsewhere is overridden as "protected".
    private static string AccessibilityOf(IMethodSymbol adapted, KnownTypes known) => adapted.DeclaredAccessibility switch
    {
        Accessibility.Public => "public",
        Accessibility.Internal => "internal",
        Accessibility.ProtectedAndInternal => "private protected",
        Accessibility.ProtectedOrInternal when known.Compilation.Assembly.Equals(adapted.ContainingAssembly, SymbolEqualityComparer.Default) ||
            adapted.ContainingAssembly.GivesAccessTo(known.Compilation.Assembly) => "protected internal",
        _ => "protected",
    };
}

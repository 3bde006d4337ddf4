using System.Collections.Immutable;
using CoGen.Semantics.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Generator.Reading;

/// <summary>Reads the second twin of a method that calls the delegates it is given: it awaits them.</summary>
internal static class AwaitingTwinReader
{
    /// <summary>Null for a method that has no such twin.</summary>
    public static (TwinSource Source, string Name, string Parameters)? Read(TwinSource source)
    {
        ImmutableArray<int> awaited = AwaitedDelegates.Of(source.Method, source.Known, CancellationToken.None);
        if (awaited.IsEmpty)
            return null;

        CoroutineAnalysis analysis = CoroutineAnalysis.Of(source.Method, source.Declaration.Syntax, source.Model, source.Known, CancellationToken.None, awaited);
        string parameters = string.Join(", ", source.Declaration.Parameters.Select((p, i) => awaited.Contains(i) ? Awaited(source, p, i) : p.ToString()));
        return (source with { Analysis = analysis }, AwaitedDelegates.NameOf(source.Method), parameters);
    }

    private static string Awaited(TwinSource source, ParameterSyntax parameter, int index)
    {
        string type = Nameable.Display(AwaitedDelegates.AsyncTypeOf(source.Method.Parameters[index].Type, source.Known)!);
        string modifiers = string.Concat(parameter.Modifiers.Select(static m => m.Text + " "));
        return $"{modifiers}{type}{(parameter.Type is NullableTypeSyntax ? "?" : "")} {parameter.Identifier.Text}{(parameter.Default is { } value ? " " + value : "")}";
    }
}

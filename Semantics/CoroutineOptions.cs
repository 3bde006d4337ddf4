using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics;

/// <summary>What the user has set at a <c>[Coroutine]</c>.</summary>
/// <param name="IsEnabled">Whether there is to be a twin.</param>
/// <param name="TwinName">What it is to be called; null for the usual name.</param>
/// <param name="KeepBlocking">The members whose calls stay as they are: <c>Flush</c>, <c>Stream.Flush</c>.</param>
public sealed record CoroutineOptions(bool IsEnabled, string? TwinName, ImmutableArray<string> KeepBlocking)
{
    public static CoroutineOptions Default { get; } = new(true, null, []);

    /// <summary>Whether calls of <paramref name="member"/> stay as they are.</summary>
    public bool Keeps(ISymbol member) => KeepBlocking.Any(name => IsNamed(member, name));

    /// <summary>Whether <paramref name="name"/> is that of <paramref name="member"/>.</summary>
    internal static bool IsNamed(ISymbol member, string name) =>
        name == member.Name || (member.ContainingType is { } type && name == $"{type.Name}.{member.Name}");

    internal static CoroutineOptions Read(AttributeData attribute)
    {
        CoroutineOptions options = Default;
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            options = argument switch
            {
                { Key: nameof(IsEnabled), Value.Value: bool enabled } => options with { IsEnabled = enabled },
                { Key: nameof(TwinName), Value.Value: string name } => options with { TwinName = name },
                { Key: nameof(KeepBlocking), Value: { Kind: TypedConstantKind.Array, IsNull: false } names } =>
                    options with { KeepBlocking = [.. names.Values.Select(static v => v.Value).OfType<string>()] },
                _ => options,
            };
        }

        return options;
    }
}

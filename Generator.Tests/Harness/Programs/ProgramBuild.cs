using System.Collections.Immutable;
using System.Reflection;

namespace CoGen.Generator.Tests.Harness.Programs;

/// <summary>A program that was compiled together with its twins.</summary>
/// <param name="Program">The program.</param>
/// <param name="Errors">Why it does not compile; then there is no assembly.</param>
/// <param name="Diagnostics">What the analyzers say, and where.</param>
/// <param name="Twins">The generated text.</param>
/// <param name="Assembly">What it was compiled to.</param>
internal sealed record ProgramBuild(
    ProgramText Program, ImmutableArray<string> Errors, ImmutableArray<string> Diagnostics, string Twins, Assembly? Assembly)
{
    private const BindingFlags AnyStatic = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Where the program starts.</summary>
    public MethodInfo Main => Find("Main") ?? throw new InvalidOperationException($"{Program}: no type has a static method Main().");

    /// <summary>The twin of that.</summary>
    public MethodInfo Twin => Main.DeclaringType!.GetMethod("MainAsync", AnyStatic, []) ??
        throw new InvalidOperationException($"{Program}: Main has no twin.");

    private MethodInfo? Find(string name) => Assembly!.GetTypes()
        .Where(type => Program.IsAlone || type.FullName!.StartsWith(Program.Namespace + ".", StringComparison.Ordinal))
        .Select(type => type.GetMethod(name, AnyStatic, []))
        .FirstOrDefault(static method => method is not null);
}

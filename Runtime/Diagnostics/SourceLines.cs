using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace CoGen;

/// <summary>Where in the sources a suspended state machine stands.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line.</param>
internal readonly record struct SourceLine(string File, int Line);

/// <summary>
/// Finds the sources of state machines in the symbols of their assemblies. What was found is kept; the files that were opened for it
/// are closed in the end.
/// </summary>
internal sealed class SourceLines : IDisposable
{
    /// <summary>By the definition of a state machine, the lines of its states.</summary>
    private static readonly ConditionalWeakTable<Type, Dictionary<int, SourceLine>> s_known = [];

    private readonly Dictionary<Module, ModuleSymbols?> _modules = [];

    /// <summary>The statement at which <paramref name="stateMachine"/> waits in <paramref name="state"/>; null if there are no symbols.</summary>
    internal SourceLine? Find(Type stateMachine, int state)
    {
        // Compiled ahead of time there is no code to look at: names must do.
        if (state < 0 || !RuntimeFeature.IsDynamicCodeSupported) return null;

        Type definition = stateMachine.IsGenericType ? stateMachine.GetGenericTypeDefinition() : stateMachine;
        if (!s_known.TryGetValue(definition, out Dictionary<int, SourceLine>? lines))
        {
            lines = Read(definition);
            s_known.TryAdd(definition, lines);
        }

        return lines.TryGetValue(state, out SourceLine line) ? line : null;
    }

    public void Dispose()
    {
        foreach (ModuleSymbols? symbols in _modules.Values) symbols?.Dispose();
        _modules.Clear();
    }

    private Dictionary<int, SourceLine> Read(Type definition)
    {
        Module module = definition.Module;
        if (!_modules.TryGetValue(module, out ModuleSymbols? symbols))
        {
            symbols = ModuleSymbols.TryOpen(PathOf(module));
            _modules.Add(module, symbols);
        }

        return symbols?.ReadLines(definition.MetadataToken) ?? [];
    }

    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "Without a file there are no lines, only names.")]
    private static string PathOf(Module module) => module.Assembly.Location;
}

using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace CoGen.CompilerServices;

/// <summary>
/// Finds the twin of the method behind a delegate, by reflection, once for each method. The way of captured delegates;
/// a call that names the method was redirected when it was compiled.
/// </summary>
internal static class TwinResolver
{
    private const string Kept = "Generated code roots every twin with [DynamicDependency]; a twin that is missing all the same is not used.";

    private static readonly ConcurrentDictionary<MethodInfo, MethodInfo?> s_twins = new();

    internal static TDelegate? Find<TDelegate>(Delegate entry)
        where TDelegate : Delegate
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (!entry.HasSingleTarget) return null;

        MethodInfo? twin = s_twins.GetOrAdd(entry.Method, FindTwin);
        return twin is null ? null : (TDelegate?)Delegate.CreateDelegate(typeof(TDelegate), entry.Target, twin, throwOnBindFailure: false);
    }

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Kept)]
    [UnconditionalSuppressMessage("Trimming", "IL2060", Justification = Kept)]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = Kept)]
    private static MethodInfo? FindTwin(MethodInfo method)
    {
        if (method.DeclaringType is not { } type || !method.IsDefined(typeof(CoroutineAttribute), inherit: false)) return null;

        string[] names = method.GetCustomAttribute<CoroutineAttribute>(inherit: false)?.TwinName is { Length: > 0 } given
            ? [given]
            : LocalFunctionIn(method.Name) is { } local ? [local]
            : [method.Name + "Async", method.Name + "Coroutine"];
        MethodInfo definition = method.IsGenericMethod ? method.GetGenericMethodDefinition() : method;
        const BindingFlags Declared =
            BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;
        foreach (MethodInfo candidate in type.GetMethods(Declared))
        {
            if (names.Contains(candidate.Name) && candidate.IsDefined(typeof(CoroutineTwinAttribute), inherit: false) && Matches(definition, candidate))
            {
                return method.IsGenericMethod ? candidate.MakeGenericMethod(method.GetGenericArguments()) : candidate;
            }
        }

        return null;
    }

    // <Main>g__Work|0_0 is the function Work in Main, whose twin stands beside Main.
    private static string? LocalFunctionIn(string name)
    {
        int start = name.LastIndexOf(">g__", StringComparison.Ordinal);
        int end = name.LastIndexOf('|');
        if (start < 0 || end < start) return null;

        // Which underscore parts the two names is told by the length of the first.
        string member = string.Concat(name[1..start].Select(static c => char.IsLetterOrDigit(c) || c == '_' ? c.ToString() : $"_{(int)c:x}"));
        string function = name[(start + 4)..end];
        return member.Contains('_') || function.Contains('_') ? $"__{member.Length}__{member}_{function}Async" : $"__{member}_{function}Async";
    }

    private static bool Matches(MethodInfo method, MethodInfo twin) =>
        method.IsStatic == twin.IsStatic
        && method.GetGenericArguments().Length == twin.GetGenericArguments().Length

        // By name: the type parameters of two methods are different types that a twin gives the same names.
        && method.GetParameters().Select(parameter => parameter.ParameterType.ToString())
            .SequenceEqual(twin.GetParameters().Select(parameter => parameter.ParameterType.ToString()));
}

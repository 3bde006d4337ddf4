using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Libraries;

/// <summary>
/// Finds how methods of referenced assemblies come to block, through their IL and that of the assemblies that they call. A virtual method is the declared one, or that of the
/// type that the stack shows; what is called by a delegate or an interface is not followed.
/// </summary>
public sealed class LibraryPaths(KnownTypes known)
{
    private static readonly ConditionalWeakTable<KnownTypes, LibraryPaths> s_cache = new();

    // Far from the call, what is found is seldom what happens.
    private const int MostSteps = 8;

    private readonly BlockingMembers _blocking = new(known);
    private readonly ReferencedImages _images = new(known.Compilation);
    private readonly ConcurrentDictionary<LibraryMethod, LibraryPath?> _paths = new();

    // Within how many calls of a method nothing blocks, as far as is known: so that what many methods call is walked through once. It hastens a search and changes no answer.
    private readonly ConcurrentDictionary<LibraryMethod, int> _quiet = new();

    public static LibraryPaths Of(KnownTypes known) => s_cache.GetValue(known, static known => new LibraryPaths(known));

    /// <summary>The shortest path from a method to a blocking call; null when there is none, or the assembly is the framework's.</summary>
    public LibraryPath? From(IMethodSymbol method, CancellationToken cancellationToken)
    {
        IMethodSymbol definition = (method.ReducedFrom ?? method.AssociatedExtensionImplementation ?? method).OriginalDefinition;
        return definition.ContainingAssembly is IAssemblySymbol assembly && !ReferencedImages.IsOfTheFramework(assembly.Name)
            && definition.ContainingType?.GetDocumentationCommentId() is string type && definition.GetDocumentationCommentId() is string member
                ? _paths.GetOrAdd(new LibraryMethod(assembly.Name, type.Substring("T:".Length), member), start => Search(start, cancellationToken))
                : null;
    }

    private LibraryPath? Search(LibraryMethod start, CancellationToken cancellationToken)
    {
        Dictionary<LibraryMethod, (LibraryMethod Caller, int Steps)> reached = new() { [start] = (start, 0) };
        Queue<LibraryMethod> pending = new([start]);
        bool isComplete = true;
        while (pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            LibraryMethod method = pending.Dequeue();
            if (_images.Find(method.Assembly)?.CallsOf(method.Member, method.Type) is not ImmutableArray<LibraryCall> calls)
            {
                continue;
            }

            int steps = reached[method].Steps + 1;

            // Who asks whether a task has ended takes its result without a wait.
            bool asks = calls.Any(static call => call.Member.Contains(".get_IsCompleted"));
            foreach (LibraryCall call in calls)
            {
                if (_images.Target(call, method.Assembly) is LibraryMethod callee)
                {
                    if (reached.ContainsKey(callee) || LibraryMethod.IsAsynchronous(callee.Type, callee.Member))
                    {
                        continue;
                    }

                    int quiet = _quiet.TryGetValue(callee, out int known) ? known : -1;
                    if (quiet < MostSteps - steps && steps <= MostSteps)
                    {
                        reached.Add(callee, (method, steps));
                        pending.Enqueue(callee);
                    }
                    else
                    {
                        isComplete &= quiet == int.MaxValue;
                    }
                }
                else if (!(asks && IsOfTask(call.Member)) && _blocking.NameOf(call) is string name)
                {
                    return PathTo(method, name, reached);
                }
            }
        }

        foreach (KeyValuePair<LibraryMethod, (LibraryMethod Caller, int Steps)> method in reached)
        {
            int quiet = isComplete ? int.MaxValue : MostSteps - method.Value.Steps;
            _quiet.AddOrUpdate(method.Key, quiet, (_, known) => Math.Max(known, quiet));
        }

        return null;
    }

    private static LibraryPath PathTo(LibraryMethod last, string call, Dictionary<LibraryMethod, (LibraryMethod Caller, int Steps)> reached)
    {
        List<string> through = [];
        for (LibraryMethod method = last; reached[method].Steps > 0; method = reached[method].Caller)
        {
            through.Add(method.Describe());
        }

        through.Reverse();
        return new LibraryPath([.. through], call, last.Assembly);
    }

    private static bool IsOfTask(string member) => member.StartsWith("M:System.Threading.Tasks.", StringComparison.Ordinal) || member.StartsWith("M:System.Runtime.CompilerServices.", StringComparison.Ordinal);
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CoGen.Semantics;
using CoGen.Semantics.Calls;
using CoGen.Semantics.Catalog;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Paths;

/// <summary>Finds how untagged methods of this compilation come to block. Each body is read once; a search is over bodies already read.</summary>
internal sealed class BlockingPaths
{
    // All analyzers of a compilation share what has been read; it goes when the compilation goes.
    private static readonly ConditionalWeakTable<KnownTypes, BlockingPaths> s_cache = new();

    private readonly KnownTypes _known;
    private readonly Func<IMethodSymbol, bool> _isLeftOut;
    private readonly Lazy<BlockingPaths> _asked;

    private readonly ConcurrentDictionary<IMethodSymbol, CallsOfBody> _calls = new(SymbolEqualityComparer.Default);

    // Methods that no path to a blocking call begins at, or to one about locks. It depends on nothing but the code, so that it does not matter who has found it out.
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _harmless = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _lockless = new(SymbolEqualityComparer.Default);

    private BlockingPaths(KnownTypes known, Func<IMethodSymbol, bool> isLeftOut)
    {
        _known = known;
        _isLeftOut = isLeftOut;
        _asked = new Lazy<BlockingPaths>(() => known.PatchAll is { Only.IsEmpty: false } ? new BlockingPaths(known, known.IsExcepted) : this);
        Steps = new Steps(known);
    }

    public static BlockingPaths Of(KnownTypes known) => s_cache.GetValue(known, static known => new BlockingPaths(known, known.IsLeftOut));

    /// <summary>The paths that concern who is a coroutine by the user's own word, by a tag or as an entry: what <c>PatchAll</c> patches is no matter there.</summary>
    public BlockingPaths Asked => _asked.Value;

    /// <summary>Which methods an operation runs.</summary>
    public Steps Steps { get; }

    /// <summary>The shortest path from a method to a blocking call, without the method itself; null when it does not block.</summary>
    public BlockingPath? From(IMethodSymbol method, CancellationToken cancellationToken) => From(method, isOfLock: false, cancellationToken);

    /// <summary>The shortest path from a method that does not block to a call that leaves a lock of the thread, or asks for one.</summary>
    public BlockingPath? ToLock(IMethodSymbol method, CancellationToken cancellationToken) => From(method, isOfLock: true, cancellationToken);

    private BlockingPath? From(IMethodSymbol method, bool isOfLock, CancellationToken cancellationToken)
    {
        ConcurrentDictionary<IMethodSymbol, bool> harmless = isOfLock ? _lockless : _harmless;
        if (harmless.ContainsKey(method))
        {
            return null;
        }

        BlockingPath? path = From(CallsOf(method, cancellationToken), isOfLock, cancellationToken);
        if (path is null)
        {
            harmless[method] = true;
        }

        return path;
    }

    /// <summary>The same for a body that belongs to no method of its own, such as a lambda's.</summary>
    public BlockingPath? From(IOperation body, SemanticModel model, CancellationToken cancellationToken) =>
        From(CallsOfBody.Read(body, model, new CallResolver(model, _known, enclosing: null), Steps, _known, cancellationToken), isOfLock: false, cancellationToken);

    private BlockingPath? From(CallsOfBody calls, bool isOfLock, CancellationToken cancellationToken) => EndIn(calls, isOfLock) ?? Search(calls, isOfLock, cancellationToken);

    private static BlockingPath? EndIn(CallsOfBody calls, bool isOfLock) => (isOfLock ? calls.LockCall : calls.BlockingCall) is string call ? new BlockingPath([], call, isOfLock) : null;

    private BlockingPath? Search(CallsOfBody start, bool isOfLock, CancellationToken cancellationToken)
    {
        ConcurrentDictionary<IMethodSymbol, bool> harmless = isOfLock ? _lockless : _harmless;
        Dictionary<IMethodSymbol, (Step Step, IMethodSymbol? Caller)> reached = new(SymbolEqualityComparer.Default);
        Queue<IMethodSymbol> pending = new();
        Enqueue(start, caller: null);
        while (pending.Count > 0)
        {
            IMethodSymbol method = pending.Dequeue();
            CallsOfBody calls = CallsOf(method, cancellationToken);
            if (EndIn(calls, isOfLock) is BlockingPath path)
            {
                for (IMethodSymbol? at = method; at is not null; at = reached[at].Caller)
                {
                    path = path.Before(reached[at].Step);
                }

                return path;
            }

            Enqueue(calls, method);
        }

        foreach (IMethodSymbol method in reached.Keys)
        {
            harmless[method] = true;
        }

        return null;

        void Enqueue(CallsOfBody calls, IMethodSymbol? caller)
        {
            foreach (Step callee in calls.Callees)
            {
                if (!reached.ContainsKey(callee.Method) && !harmless.ContainsKey(callee.Method))
                {
                    reached.Add(callee.Method, (callee, caller));
                    pending.Enqueue(callee.Method);
                }
            }
        }
    }

    private CallsOfBody CallsOf(IMethodSymbol method, CancellationToken cancellationToken) =>
        _calls.TryGetValue(method, out CallsOfBody? known) ? known : _calls.GetOrAdd(method, Read(method, cancellationToken));

    private CallsOfBody Read(IMethodSymbol method, CancellationToken cancellationToken)
    {
        // It blocks on purpose, or somebody has said that it does not.
        if (_known.IsSwitchedOff(method) || _isLeftOut(method) || _known.Rules.Find(method) is { Action: PatchAction.Leave })
        {
            return CallsOfBody.None;
        }

        ImmutableArray<Step>.Builder callees = ImmutableArray.CreateBuilder<Step>();
        string? lockCall = null;
        foreach ((IOperation operation, SemanticModel model) in MethodBody.Of(method, _known, cancellationToken))
        {
            CallsOfBody calls = CallsOfBody.Read(operation, model, new CallResolver(model, _known, method), Steps, _known, cancellationToken);
            if (calls.BlockingCall is not null)
            {
                return calls;
            }

            lockCall ??= calls.LockCall;
            callees.AddRange(calls.Callees);
        }

        if (MethodBody.UnsaidBase(method, cancellationToken) is IMethodSymbol constructor && MethodBody.PlainMethod(constructor, _known) is IMethodSymbol plain)
        {
            callees.Add(Step.To(plain, method.ContainingType.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken)));
        }

        return new CallsOfBody(null, callees.ToImmutable(), lockCall);
    }
}

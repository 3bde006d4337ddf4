using System.Collections.Immutable;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.PatchAll;

/// <summary>
/// Finds the coroutines of an assembly that is patched as a whole: from the calls that are patched in any case, up through whatever calls
/// them, until nothing is added. It goes by signatures and by what the bodies call; whether a twin has something to wait for is its body's affair.
/// </summary>
internal sealed class PatchAllSearch
{
    private readonly KnownTypes _tags;
    private readonly PatchAllOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly CallGraph _graph;
    private readonly IMethodSymbol? _entryPoint;
    private readonly Queue<(string Id, string Does)> _pending = new();
    private readonly HashSet<string> _reached = [];
    private readonly HashSet<string> _coroutines = [];
    private readonly List<IMethodSymbol> _methods = [];
    private readonly List<PatchAllRefusal> _refusals = [];
    private readonly Dictionary<Location, (ISymbol Type, List<string> Methods)> _notPartial = [];

    private PatchAllSearch(KnownTypes tags, PatchAllOptions options, CallGraph graph, CancellationToken cancellationToken)
    {
        _tags = tags;
        _options = options;
        _cancellationToken = cancellationToken;
        _graph = graph;
        _entryPoint = tags.Compilation.GetEntryPoint(cancellationToken);
    }

    /// <param name="tags">The known types, by which only what is tagged is a coroutine.</param>
    /// <param name="options">What the user has set.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static PatchAllSet Run(KnownTypes tags, PatchAllOptions options, CancellationToken cancellationToken)
    {
        CallGraph graph = CallGraph.Of(tags, cancellationToken);
        PatchAllSearch search = new(tags, options, graph, cancellationToken);
        foreach (BodyFacts facts in graph.Bodies)
        {
            if (facts.Waits is { } call)
                search.Reach(facts.Id, "calls " + call);
            foreach (DelegateFacts given in facts.Delegates)
            {
                if (given.Waits is { } inside && graph.OnlyCalls(given))
                    search.Reach(given.Taker, "calls what it is given, which calls " + inside);
            }
        }

        do
            search.Drain();
        while (search.ReachLocks());
        return search.ToSet();
    }

    private void Reach(string id, string does)
    {
        if (_reached.Add(id))
            _pending.Enqueue((id, does));
    }

    private void Drain()
    {
        while (_pending.Count > 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            (string id, string does) = _pending.Dequeue();
            if (_graph.Find(id) is not { } method || !Admit(method, does))
                continue;

            _coroutines.Add(id);
            foreach (Callee caller in _graph.CallersOf(id))
                Reach(caller.Id, "calls " + caller.Name);
            foreach (string @base in _graph.ImplementedBy(method))
                Reach(@base, $"may be {method.ContainingType.Name}.{NameOf(method)}");
        }
    }

    /// <summary>Whether a call of <paramref name="method"/> could be that of a twin, now or once its types are partial.</summary>
    private bool Admit(IMethodSymbol method, string does)
    {
        if (_tags.IsTagged(method))
            return CoroutineShape.HasTwin(method, _tags, _cancellationToken);
        if (_tags.IsSwitchedOff(method) || !_options.Cover(method) || IsEntryPoint(method) || CoroutineShape.FindHandWritten(method, _tags) is not null)
            return false;

        ImmutableArray<ShapeRefusal> refusals = CoroutineShape.JudgeMember(method, _cancellationToken);
        string? because = refusals.FirstOrDefault(static r => r.Kind != ShapeRefusalKind.ContainingTypeNotPartial)?.Detail ?? TwinSignature.CallsOriginalBecause(method, _tags);
        if (because is not null)
        {
            _refusals.Add(new PatchAllRefusal(method, does, because));
            return false;
        }

        if (refusals.IsEmpty)
            _methods.Add(method);
        foreach (ShapeRefusal refusal in refusals)
        {
            if (!_notPartial.TryGetValue(refusal.Location, out (ISymbol Type, List<string> Methods) type))
                _notPartial.Add(refusal.Location, type = (refusal.Subject, []));
            type.Methods.Add(NameOf(method));
        }

        return true;
    }

    // Plain code would be let in by the monitor of its thread while a fiber of that thread waits with the lock held.
    private bool ReachLocks()
    {
        LockFacts[] held =
        [
            .. _graph.Bodies.Where(f => _coroutines.Contains(f.Id)).SelectMany(static f => f.Locks)
                .Where(l => l.Waits || l.Callees.Any(_coroutines.Contains)),
        ];
        if (held.Length == 0)
            return false;

        foreach (BodyFacts facts in _graph.Bodies)
        {
            if (!facts.Locks.IsEmpty && !_reached.Contains(facts.Id) && facts.Locks.Any(l => held.Any(l.MayBe)))
                Reach(facts.Id, "takes a lock that a coroutine holds while it waits");
        }

        return _pending.Count > 0;
    }

    private PatchAllSet ToSet() => new(
        [.. _methods.OrderBy(_graph.OrderOf)],
        [.. _refusals.OrderBy(r => _graph.OrderOf(r.Method))],
        [.. _notPartial.Select(static t => new PatchAllType(t.Value.Type, t.Key, [.. t.Value.Methods.Distinct().OrderBy(static n => n, StringComparer.Ordinal)]))]);

    // Nothing calls it that could call a twin.
    private bool IsEntryPoint(IMethodSymbol method) =>
        _entryPoint is not null && (SymbolEqualityComparer.Default.Equals(method, _entryPoint) || SymbolEqualityComparer.Default.Equals(method.PartialDefinitionPart, _entryPoint));

    private static string NameOf(IMethodSymbol method)
    {
        string name = (method.AssociatedSymbol ?? method).Name;
        return name.Substring(name.LastIndexOf('.') + 1);
    }
}

using System.Collections.Concurrent;
using CoGen.Semantics;
using CoGen.Semantics.Calls;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Paths;

/// <summary>Finds how untagged methods of this compilation come to block. Each body is read once; a search is over bodies already read.</summary>
internal sealed class BlockingPaths(KnownTypes known)
{
    // A search that has seen so many methods has left the code that the user thinks of.
    private const int MostMethods = 500;

    private readonly ConcurrentDictionary<IMethodSymbol, CallsOfBody> _calls = new(SymbolEqualityComparer.Default);

    /// <summary>The shortest path from a method to a blocking call, without the method itself; null when it does not block.</summary>
    public BlockingPath? From(IMethodSymbol method, CancellationToken cancellationToken)
    {
        CallsOfBody calls = CallsOf(method, cancellationToken);
        return calls.BlockingCall is string call ? new BlockingPath([], call) : Search(calls, cancellationToken);
    }

    /// <summary>The same for a body that belongs to no method of its own, such as a lambda's.</summary>
    public BlockingPath? From(IOperation body, SemanticModel model, CancellationToken cancellationToken)
    {
        CallsOfBody calls = CallsOfBody.Read(body, new CallResolver(model, known, enclosing: null), cancellationToken);
        return calls.BlockingCall is string call ? new BlockingPath([], call) : Search(calls, cancellationToken);
    }

    private BlockingPath? Search(CallsOfBody start, CancellationToken cancellationToken)
    {
        Dictionary<IMethodSymbol, IMethodSymbol?> callerOf = new(SymbolEqualityComparer.Default);
        Queue<IMethodSymbol> pending = new();
        Enqueue(start, caller: null);
        while (pending.Count > 0 && callerOf.Count < MostMethods)
        {
            IMethodSymbol method = pending.Dequeue();
            CallsOfBody calls = CallsOf(method, cancellationToken);
            if (calls.BlockingCall is string call)
            {
                BlockingPath path = new([], call);
                for (IMethodSymbol? step = method; step is not null; step = callerOf[step])
                {
                    path = path.Before(step);
                }

                return path;
            }

            Enqueue(calls, method);
        }

        return null;

        void Enqueue(CallsOfBody calls, IMethodSymbol? caller)
        {
            foreach (IMethodSymbol callee in calls.Callees)
            {
                if (!callerOf.ContainsKey(callee))
                {
                    callerOf.Add(callee, caller);
                    pending.Enqueue(callee);
                }
            }
        }
    }

    private CallsOfBody CallsOf(IMethodSymbol method, CancellationToken cancellationToken) =>
        _calls.TryGetValue(method, out CallsOfBody? known) ? known : _calls.GetOrAdd(method, Read(method, cancellationToken));

    private CallsOfBody Read(IMethodSymbol method, CancellationToken cancellationToken)
    {
        // It blocks on purpose.
        if (known.IsSwitchedOff(method) || known.IsLeftOut(method))
        {
            return CallsOfBody.None;
        }

        foreach (SyntaxReference reference in method.DeclaringSyntaxReferences)
        {
            // In an editor a referenced project is source as well; a build sees its metadata only, so it is left out.
            if (!known.Compilation.ContainsSyntaxTree(reference.SyntaxTree))
            {
                continue;
            }

            // The method often stands in another file than the code under analysis, so the model at hand does not serve.
            SemanticModel model = known.Compilation.GetSemanticModel(reference.SyntaxTree);
            if (model.GetOperation(reference.GetSyntax(cancellationToken), cancellationToken) is IOperation body)
            {
                return CallsOfBody.Read(body, new CallResolver(model, known, method), cancellationToken);
            }
        }

        return CallsOfBody.None;
    }
}

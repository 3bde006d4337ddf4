using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Bodies;

/// <summary>
/// Settles which nested functions of a coroutine become async: those that block, if all their calls can be awaited.
/// </summary>
internal sealed class NestedFunctions
{
    private readonly Dictionary<SyntaxNode, NestedFunction> _async;
    private readonly HashSet<ExpressionSyntax> _calls;

    /// <param name="candidates">The functions that could become async.</param>
    /// <param name="blockingCalls">The calls of the body that a twin could take the place of.</param>
    /// <param name="places">Where calls can be awaited.</param>
    public NestedFunctions(IEnumerable<NestedFunction> candidates, Func<IEnumerable<ExpressionSyntax>> blockingCalls, AwaitPlaces places)
    {
        _async = candidates.ToDictionary(static f => f.Syntax);
        _calls = [];
        if (_async.Count == 0)
            return;

        ExpressionSyntax[] blocking = [.. blockingCalls()];
        Narrow(blocking, places);
        while (FindUnawaitable(places) is { Length: > 0 } unawaitable)
        {
            foreach (SyntaxNode function in unawaitable)
                _async.Remove(function);
            Narrow(blocking, places);
        }

        _calls = [.. _async.Values.Where(static f => !f.IsArgument).SelectMany(static f => f.Calls)];
    }

    public bool IsAsync(SyntaxNode node) => _async.ContainsKey(node);

    /// <summary>The methods whose twins are held by local delegates, where they are named.</summary>
    public IEnumerable<(IMethodSymbol Method, ExpressionSyntax Name)> Named => _async.Values.Where(static f => f.Named is not null).Select(static f => (f.Named!, (ExpressionSyntax)f.Syntax));

    public bool IsAwaited(InvocationExpressionSyntax call) => _calls.Contains(call);

    public IEnumerable<TextEdit> Edits => _async.Values.SelectMany(static f => f.Edits);

    /// <summary>Keeps the functions that block: by themselves, or through one that does.</summary>
    private void Narrow(ExpressionSyntax[] blocking, AwaitPlaces places)
    {
        HashSet<SyntaxNode> needed = [.. _async.Values.Where(static f => f.IsArgument).Select(static f => f.Syntax)];
        Queue<ExpressionSyntax> calls = new(blocking);
        foreach (NestedFunction named in _async.Values.Where(static f => f.Named is not null))
            Need(named);
        while (calls.Count > 0)
        {
            ExpressionSyntax call = calls.Dequeue();
            if (places.ObstacleAt(call, _async.ContainsKey) is null &&
                call.Ancestors().FirstOrDefault(_async.ContainsKey) is { } function)
            {
                Need(_async[function]);
            }
        }

        foreach (SyntaxNode function in _async.Keys.Where(k => !needed.Contains(k)).ToArray())
            _async.Remove(function);

        void Need(NestedFunction function)
        {
            if (!needed.Add(function.Syntax))
                return;
            foreach (ExpressionSyntax caller in function.Calls)
                calls.Enqueue(caller);
            foreach (NestedFunction other in _async.Values.Where(f => function.Holder is not null && SymbolEqualityComparer.Default.Equals(f.Holder, function.Holder)))
                Need(other);
        }
    }

    private SyntaxNode[] FindUnawaitable(AwaitPlaces places) =>
        [.. _async.Values.Where(f => f.Calls.Any(c => places.ObstacleAt(c, _async.ContainsKey) is not null)).Select(static f => f.Syntax)];
}

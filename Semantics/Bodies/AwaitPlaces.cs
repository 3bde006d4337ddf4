using CoGen.Semantics.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Bodies;

/// <summary>Says where in a body <c>await</c> can stand.</summary>
internal sealed class AwaitPlaces
{
    private readonly SyntaxNode _body;
    private readonly SemanticModel _model;
    private readonly KnownTypes _known;
    private readonly RefLikeValues _refLike;
    private readonly ConditionalChains _chains;
    private readonly UnpatchedReason? _everywhere;
    private readonly Dictionary<LockStatementSyntax, string?> _monitorUses = [];

    /// <param name="body">The body.</param>
    /// <param name="model">The model of its file.</param>
    /// <param name="known">The known types.</param>
    /// <param name="chains">How its <c>?.</c> chains are written out.</param>
    /// <param name="refLike">What is alive where.</param>
    /// <param name="everywhere">What keeps the whole body from being repeated, or null.</param>
    public AwaitPlaces(SyntaxNode body, SemanticModel model, KnownTypes known, ConditionalChains chains, RefLikeValues refLike, UnpatchedReason? everywhere)
    {
        _body = body;
        _model = model;
        _known = known;
        _chains = chains;
        _refLike = refLike;
        _everywhere = everywhere;
    }

    /// <summary>What keeps <c>await</c> from standing at <paramref name="call"/>, or null.</summary>
    /// <param name="call">The call that would be awaited.</param>
    /// <param name="isAsync">Says which nested functions become async themselves.</param>
    public UnpatchedReason? ObstacleAt(ExpressionSyntax call, Func<SyntaxNode, bool> isAsync)
    {
        if (_everywhere is not null)
            return _everywhere;
        if (!_chains.CanAwait(call))
            return UnpatchedReason.InConditionalAccess;

        return ObstacleAround(call, isAsync) ??
            (_refLike.AliveAcross(call, isAsync, other => ObstacleAt(other, isAsync) is null) ? UnpatchedReason.AcrossRefLike : null);
    }

    /// <summary>What keeps the end of <paramref name="statement"/> at <paramref name="end"/> from being awaited, or null.</summary>
    public UnpatchedReason? ObstacleAfter(StatementSyntax statement, int end, Func<SyntaxNode, bool> isAsync) =>
        _everywhere ?? ObstacleAround(statement, isAsync) ?? (_refLike.AliveAt(end) ? UnpatchedReason.AcrossRefLike : null);

    private UnpatchedReason? ObstacleAround(SyntaxNode place, Func<SyntaxNode, bool> isAsync)
    {
        SyntaxNode child = place;
        for (SyntaxNode? node = place.Parent; node is not null && child != _body && !isAsync(node); child = node, node = node.Parent)
        {
            if (ObstacleIn(node, child, isAsync) is { } reason)
                return reason;
        }

        return null;
    }

    /// <summary>What keeps <paramref name="node"/> a lock of the thread, or null.</summary>
    public UnpatchedReason? ObstacleTo(LockStatementSyntax node, Func<SyntaxNode, bool> isAsync) =>
        MonitorUseIn(node) is null ? ObstacleAt(node.Expression, isAsync) : UnpatchedReason.LockStays;

    /// <summary>The first call in the body of <paramref name="node"/> that only the holder of the monitor may make, or null.</summary>
    public string? MonitorUseIn(LockStatementSyntax node)
    {
        if (!_monitorUses.TryGetValue(node, out string? use))
            _monitorUses.Add(node, use = MonitorUses.FindIn(node, _model, _known));

        return use;
    }

    private UnpatchedReason? ObstacleIn(SyntaxNode node, SyntaxNode child, Func<SyntaxNode, bool> isAsync) => node switch
    {
        AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax => UnpatchedReason.InNestedFunction,
        JoinClauseSyntax join => child == join.InExpression ? null : UnpatchedReason.InNestedFunction,
        QueryBodySyntax => child is JoinClauseSyntax or QueryContinuationSyntax ? null : UnpatchedReason.InNestedFunction,
        LockStatementSyntax @lock when child == @lock.Statement && ObstacleTo(@lock, isAsync) is not null => UnpatchedReason.InLock,
        InvocationExpressionSyntax link when child == link.ArgumentList && !_chains.CanAwait(link) && CopiedReceivers.TypeIn(link, _model, default) is not null => UnpatchedReason.InConditionalAccess,
        CatchFilterClauseSyntax => UnpatchedReason.InCatchFilter,
        UnsafeStatementSyntax or FixedStatementSyntax => UnpatchedReason.InUnsafe,
        _ => null,
    };
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Calls;

/// <summary>A <c>foreach</c> that is written out, because what it calls unsaid is to be awaited and <c>await foreach</c> would not find it.</summary>
/// <param name="Symbol">What blocks: how the enumerator moves on, or else what is asked before and after.</param>
/// <param name="Twin">Its twin as one would name it.</param>
/// <param name="Begin">What opens the run, around the sequence.</param>
/// <param name="Move">What moves it on, around the enumerator.</param>
/// <param name="Current">What reads the value, around the enumerator.</param>
/// <param name="End">What disposes of the enumerator, around it; null where nothing does.</param>
internal sealed record ExplicitLoop(
    ISymbol Symbol, string Twin, (string Before, string After) Begin, (string Before, string After) Move, (string Before, string After) Current, (string Before, string After)? End);

/// <summary>What becomes of a loop whose enumerator blocks.</summary>
/// <param name="Symbol">What blocks.</param>
/// <param name="Loop">How the loop is written out; null where it stays.</param>
/// <param name="Obstacle">Why it stays.</param>
internal sealed record ExplicitLoopVerdict(ISymbol Symbol, ExplicitLoop? Loop, CallVerdict.Unpatched? Obstacle);

/// <summary>Decides which loops are written out.</summary>
internal sealed class ExplicitLoops
{
    private readonly SemanticModel _model;
    private readonly UnsaidTwins _twins;
    private readonly Disposals _disposals;
    private readonly SequenceConsumers _sequences;

    public ExplicitLoops(SemanticModel model, UnsaidTwins twins, Disposals disposals, SequenceConsumers sequences)
    {
        _model = model;
        _twins = twins;
        _disposals = disposals;
        _sequences = sequences;
    }

    /// <summary>Null for a loop that does not block, as far as anybody knows, or that <c>await foreach</c> can do.</summary>
    public ExplicitLoopVerdict? Of(CommonForEachStatementSyntax loop, CancellationToken cancellationToken)
    {
        ForEachStatementInfo info = _model.GetForEachStatementInfo(loop);
        if (!loop.AwaitKeyword.IsKind(SyntaxKind.None) || info is not { GetEnumeratorMethod: { ReturnType: { } run } opener, MoveNextMethod: { } mover, CurrentProperty: { } value } ||
            _model.GetTypeInfo(loop.Expression, cancellationToken).Type is not { TypeKind: not (TypeKind.Dynamic or TypeKind.Array) } type ||
            _sequences.IsSequence(loop.Expression, cancellationToken) || _sequences.EnumerationTwinOf(loop, cancellationToken) is not null)
        {
            return null;
        }

        UnsaidVerdict begin = _twins.Of(opener.ReducedFrom ?? opener, type, loop.Expression, cancellationToken);
        UnsaidVerdict move = _twins.Of(mover, run, loop.Expression, cancellationToken);
        UnsaidVerdict current = _twins.OfGetter(value, run, loop.Expression, cancellationToken);
        IMethodSymbol? dispose = IsDisposable(run) ? _disposals.CoroutineOf(run, cancellationToken) : null;
        ISymbol? symbol = Blocks(move) ? mover : Blocks(begin) ? opener : Blocks(current) ? value : dispose;
        if (symbol is null)
            return null;
        if ((move.Obstacle ?? begin.Obstacle ?? current.Obstacle) is { } obstacle)
            return new ExplicitLoopVerdict(symbol, null, obstacle);
        if (run.IsRefLikeType || run is ITypeParameterSymbol { AllowsRefLikeType: true })
            return new ExplicitLoopVerdict(symbol, null, new CallVerdict.Unpatched(UnpatchedReason.AcrossRefLike, "", KnownToBlock: true));
        if (!CanBegin(loop, opener))
            return new ExplicitLoopVerdict(symbol, null, UnsaidVerdict.Unfit("would not be called by the loop that is written out").Obstacle);

        return new ExplicitLoopVerdict(symbol, new ExplicitLoop(
            symbol, (move.Twin ?? begin.Twin ?? current.Twin)?.Name ?? $"{run.Name}.DisposeAsync",
            Around(begin.Twin, "." + opener.Name + "()"), Around(move.Twin, "." + mover.Name + "()"), Around(current.Twin, "." + value.Name), EndOf(run, dispose)), null);
    }

    private static bool Blocks(UnsaidVerdict verdict) => verdict.Twin is not null || verdict.Obstacle is not null;

    private static (string Before, string After) Around(UnsaidTwin? twin, string original) => twin is null ? ("", original) : (twin.Before, twin.After);

    // As the loop itself does it: what is declared to be disposable is disposed of, and what may be so in a derived type is asked.
    private static (string Before, string After)? EndOf(ITypeSymbol run, IMethodSymbol? dispose)
    {
        if (run.IsValueType)
            return !IsDisposable(run) ? null : dispose is null ? ("((global::System.IDisposable)", ").Dispose();") : ("await ", ".DisposeAsync();");
        if (run.IsSealed && !IsDisposable(run))
            return null;

        return dispose is null ? ("(", " as global::System.IDisposable)?.Dispose();") : ("await (", "?.DisposeAsync() ?? default);");
    }

    private static bool IsDisposable(ITypeSymbol type) => type.SpecialType == SpecialType.System_IDisposable || type.AllInterfaces.Any(static i => i.SpecialType == SpecialType.System_IDisposable);

    // A sequence behind an interface, or a struct that may be null, is converted by the loop and not by a call.
    private bool CanBegin(CommonForEachStatementSyntax loop, IMethodSymbol opener)
    {
        ExpressionSyntax call = SyntaxFactory.ParseExpression($"({loop.Expression}).{opener.Name}()", options: loop.SyntaxTree.Options);
        return !call.ContainsDiagnostics &&
            _model.GetSpeculativeSymbolInfo(loop.Expression.SpanStart, call, SpeculativeBindingOption.BindAsExpression).Symbol is IMethodSymbol bound &&
            SymbolEqualityComparer.Default.Equals((bound.ReducedFrom ?? bound).OriginalDefinition, (opener.ReducedFrom ?? opener).OriginalDefinition);
    }
}

using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Paths;

/// <summary>How code that is no coroutine comes to block: through which untagged methods, to which call.</summary>
/// <param name="Through">The methods that are called one by the other, the outermost first.</param>
/// <param name="Call">The blocking call at the end, as one would say it: <c>Thread.Sleep</c>.</param>
/// <param name="IsOfLock">Whether that does not block, but leaves a lock of the thread, or asks for one: <c>Monitor.Exit</c>.</param>
internal sealed record BlockingPath(ImmutableArray<Step> Through, string Call, bool IsOfLock = false)
{
    public BlockingPath Before(Step step) => this with { Through = Through.Insert(0, step) };

    /// <summary><c>it calls Load, which calls Stream.Read</c>; of a virtual one, <c>it calls Load, which may be FileStore.Load, which calls File.ReadAllText</c>.</summary>
    public string Describe() => Describe(first: null);

    /// <summary>The same for a member that is called and may be another.</summary>
    public string DescribeFrom(Step first) => Describe(first);

    private string Describe(Step? first)
    {
        StringBuilder text = new("it ");
        if (first is Step { IsOneOfSeveral: true } called)
        {
            text.Append("may be ").Append(DisplayName.OfCall(called.Method)).Append(", which ");
        }

        foreach (Step step in Through)
        {
            text.Append("calls ").Append(step.Called is IMethodSymbol method ? DisplayName.Of(method) : DisplayName.OfCall(step.Called)).Append(", which ");
            if (step.IsOneOfSeveral)
            {
                text.Append("may be ").Append(DisplayName.OfCall(step.Method)).Append(", which ");
            }
        }

        return text.Append("calls ").Append(Call).ToString();
    }
}

using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Paths;

/// <summary>How code that is no coroutine comes to block: through which untagged methods, to which call.</summary>
/// <param name="Through">The methods that are called one by the other, the outermost first.</param>
/// <param name="Call">The blocking call at the end, as one would say it: <c>Thread.Sleep</c>.</param>
internal sealed record BlockingPath(ImmutableArray<IMethodSymbol> Through, string Call)
{
    public BlockingPath Before(IMethodSymbol caller) => new(Through.Insert(0, caller), Call);

    /// <summary><c>it calls Load, which calls Stream.Read</c>.</summary>
    public string Describe()
    {
        StringBuilder text = new("it calls ");
        foreach (IMethodSymbol method in Through)
        {
            text.Append(DisplayName.Of(method)).Append(", which calls ");
        }

        return text.Append(Call).ToString();
    }
}

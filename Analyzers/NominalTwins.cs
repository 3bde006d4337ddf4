using CoGen.Analyzers.Paths;
using CoGen.Analyzers.Rules;
using CoGen.Semantics;
using CoGen.Semantics.Bodies;
using CoGen.Semantics.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers;

/// <summary>
/// Finds calls that are swapped for a twin that only calls the original: that of a base class of the framework, where the receiver's own type has none. A receiver
/// whose type is the base class itself may be anything, and is left alone.
/// </summary>
internal static class NominalTwins
{
    public static IEnumerable<Diagnostic> In(CoroutineAnalysis analysis, SemanticModel model, KnownTypes known, CancellationToken cancellationToken)
    {
        foreach (PatchedCall call in analysis.Patched)
        {
            if (call.Patch is { Origin: TwinOrigin.Convention, Twin: IMethodSymbol twin }
                && call.Symbol is IMethodSymbol original
                && EffectOf(twin) is string effect
                && ReceiverOf(call, model, cancellationToken) is INamedTypeSymbol receiver
                && IsOnlyInherited(receiver, original, twin, known)
                && MayBlock(receiver, original, known, cancellationToken))
            {
                yield return Diagnostic.Create(CG1028TwinBlocksToo.Descriptor, call.Location, DisplayName.OfCall(call.Symbol), call.Patch.TwinName, receiver.Name, effect, original.Name);
            }
        }
    }

    private static string? EffectOf(IMethodSymbol twin) => twin.ContainingType switch
    {
        { Name: "DbConnection" or "DbCommand" or "DbDataReader" or "DbTransaction" or "DbBatch", ContainingNamespace: { Name: "Common", ContainingNamespace: { Name: "Data", ContainingNamespace.Name: "System" } } } =>
            "it calls the original and blocks the thread of all coroutines",
        { Name: "Stream" or "TextReader" or "TextWriter", ContainingNamespace: { Name: "IO", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } =>
            "it runs the original on a thread of the pool, which waits",
        _ => null,
    };

    private static INamedTypeSymbol? ReceiverOf(PatchedCall call, SemanticModel model, CancellationToken cancellationToken)
    {
        IOperation? receiver = (model.FindOperation(call.Patch.Call, cancellationToken) as IInvocationOperation)?.Instance;
        while (receiver is IConversionOperation { IsImplicit: true } conversion)
        {
            receiver = conversion.Operand;
        }

        return receiver?.Type as INamedTypeSymbol;
    }

    // Streams, readers and writers of the framework know what they do; its providers of databases are packages like any other.
    private static bool IsOnlyInherited(INamedTypeSymbol receiver, IMethodSymbol original, IMethodSymbol twin, KnownTypes known)
    {
        bool isDatabase = twin.ContainingType.Name.StartsWith("Db", StringComparison.Ordinal);
        bool isReplaced = false;
        for (INamedTypeSymbol? type = receiver; type is not null && !SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, twin.ContainingType.OriginalDefinition); type = type.BaseType)
        {
            if (!isDatabase && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, known.Compilation.GetSpecialType(SpecialType.System_Object).ContainingAssembly))
            {
                return false;
            }

            foreach (IMethodSymbol method in type.GetMembers().OfType<IMethodSymbol>())
            {
                bool isOriginal = method.IsOverride && DoesTheWork(method.Name, original.Name);

                // A tagged original has the override that is missing.
                if ((method.IsOverride && DoesTheWork(method.Name, twin.Name)) || (isOriginal && known.IsCoroutine(method)))
                {
                    return false;
                }

                isReplaced |= isOriginal;
            }
        }

        return isReplaced;
    }

    /// <summary>Whether overriding the one changes what the other does.</summary>
    private static bool DoesTheWork(string name, string called) => name == called || called switch
    {
        "ReadAsync" or "ReadExactlyAsync" or "ReadAtLeastAsync" or "CopyToAsync" => name is "ReadAsync" or "BeginRead",
        "WriteAsync" => name is "BeginWrite",
        "ReadExactly" or "ReadAtLeast" or "CopyTo" => name == "Read",
        "BeginTransactionAsync" => name == "BeginDbTransactionAsync",
        "BeginTransaction" => name == "BeginDbTransaction",
        "ExecuteReaderAsync" => name == "ExecuteDbDataReaderAsync",
        "ExecuteReader" => name == "ExecuteDbDataReader",
        _ => false,
    };

    // What is here can be looked at: a stream in memory waits for nothing.
    private static bool MayBlock(INamedTypeSymbol receiver, IMethodSymbol original, KnownTypes known, CancellationToken cancellationToken)
    {
        IMethodSymbol[] own = [.. receiver.GetMembers().OfType<IMethodSymbol>().Where(method => method.IsOverride && DoesTheWork(method.Name, original.Name))];
        return !SymbolEqualityComparer.Default.Equals(receiver.ContainingAssembly, known.Compilation.Assembly)
            || own.Length == 0
            || own.Any(method => BlockingPaths.Of(known).From(method.OriginalDefinition, cancellationToken) is not null);
    }
}

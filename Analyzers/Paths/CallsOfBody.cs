using System.Collections.Immutable;
using CoGen.Semantics;
using CoGen.Semantics.Calls;
using CoGen.Semantics.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Paths;

/// <summary>What one body does at its own level; what lambdas in it do is left out, for nobody knows who runs them.</summary>
/// <param name="BlockingCall">The first call that blocks, if any.</param>
/// <param name="Callees">The methods of this compilation that it calls and that are no coroutines.</param>
internal sealed record CallsOfBody(string? BlockingCall, ImmutableArray<IMethodSymbol> Callees)
{
    public static CallsOfBody None { get; } = new(null, []);

    public static CallsOfBody Read(IOperation body, CallResolver resolver, KnownTypes known, CancellationToken cancellationToken)
    {
        ImmutableArray<IMethodSymbol>.Builder callees = ImmutableArray.CreateBuilder<IMethodSymbol>();
        foreach (IOperation operation in OwnLevel(body))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (CalledMember(operation) is not ISymbol called)
            {
                continue;
            }

            if (Blocks(resolver.Resolve(operation, cancellationToken), called, known))
            {
                return new CallsOfBody(DisplayName.OfCall(called), []);
            }

            if (PlainMethod(called) is IMethodSymbol callee)
            {
                callees.Add(callee);
            }
        }

        return new CallsOfBody(null, callees.ToImmutable());
    }

    /// <summary>Whether a verdict means that the calling thread has to wait, and for more than the operating system.</summary>
    private static bool Blocks(CallVerdict verdict, ISymbol called, KnownTypes known) => verdict switch
    {
        CallVerdict.Patched { Patch: { IsAwaited: true, Origin: not TwinOrigin.Offload } } => true,
        CallVerdict.Patched { Patch.IsAwaited: true } or CallVerdict.Unpatched { KnownToBlock: true } => known.Rules.FindBlocking(called) is not { MayWaitLong: false },
        _ => false,
    };

    /// <summary>The method that runs, when its body is here and is plain blocking code.</summary>
    public static IMethodSymbol? PlainMethod(ISymbol called)
    {
        IMethodSymbol? method = called as IMethodSymbol ?? (called as IPropertySymbol)?.GetMethod;
        IMethodSymbol? definition = (method?.ReducedFrom ?? method)?.OriginalDefinition;
        definition = definition?.PartialImplementationPart ?? definition;
        return definition is { IsAsync: false, IsIterator: false, DeclaringSyntaxReferences.Length: > 0 } ? definition : null;
    }

    /// <summary>The method, constructor or property that an operation calls; a property that is written is left out.</summary>
    public static ISymbol? CalledMember(IOperation operation) => operation switch
    {
        IInvocationOperation call => ZeroTimeout.OnlyTries(call) ? null : call.TargetMethod,
        IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation assignment } written when assignment.Target == written => null,
        IPropertyReferenceOperation read => read.Property,
        IObjectCreationOperation creation => creation.Constructor,
        _ => null,
    };

    private static IEnumerable<IOperation> OwnLevel(IOperation body)
    {
        Stack<IOperation> pending = new();
        pending.Push(body);
        while (pending.Count > 0)
        {
            IOperation operation = pending.Pop();
            if (operation is INameOfOperation || (operation != body && operation is IAnonymousFunctionOperation or ILocalFunctionOperation))
            {
                continue;
            }

            yield return operation;
            foreach (IOperation child in operation.ChildOperations.Reverse())
            {
                pending.Push(child);
            }
        }
    }
}

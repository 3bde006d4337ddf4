using System.Collections.Immutable;
using CoGen.Semantics;
using CoGen.Semantics.Calls;
using CoGen.Semantics.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Paths;

/// <summary>What one body does at its own level, and in the lambdas that it runs itself; what it does in others is left out, for nobody knows who runs them.</summary>
/// <param name="BlockingCall">The first call that blocks, if any.</param>
/// <param name="Callees">The methods of this compilation that it runs and that are no coroutines.</param>
/// <param name="LockCall">The first call that leaves a lock of the thread, or asks for one, and does not block.</param>
internal sealed record CallsOfBody(string? BlockingCall, ImmutableArray<Step> Callees, string? LockCall = null)
{
    public static CallsOfBody None { get; } = new(null, []);

    public static CallsOfBody Read(IOperation body, SemanticModel model, CallResolver resolver, Steps steps, KnownTypes known, CancellationToken cancellationToken)
    {
        ImmutableArray<Step>.Builder callees = ImmutableArray.CreateBuilder<Step>();
        string? lockCall = null;
        foreach (IOperation operation in OwnLevel(body, known))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (BlockingMember(operation, resolver, known, cancellationToken) is ISymbol called)
            {
                return new CallsOfBody(DisplayName.OfCall(called), []);
            }

            if (lockCall is null && CalledMember(operation) is ISymbol member && IsOfLock(resolver.Resolve(operation, cancellationToken), member, known))
            {
                lockCall = DisplayName.OfCall(member);
            }

            callees.AddRange(steps.Of(operation, model, cancellationToken));
        }

        return new CallsOfBody(null, callees.ToImmutable(), lockCall);
    }

    /// <summary>The member that an operation calls, if the calling thread has to wait there.</summary>
    public static ISymbol? BlockingMember(IOperation operation, CallResolver resolver, KnownTypes known, CancellationToken cancellationToken) =>
        CalledMember(operation) is ISymbol called && Blocks(resolver.Resolve(operation, cancellationToken), operation, called, known) ? called : null;

    private static bool IsOfLock(CallVerdict verdict, ISymbol called, KnownTypes known) =>
        verdict is CallVerdict.Patched { Patch.IsAwaited: false } && known.Rules.Find(called) is { Action: PatchAction.Cooperate };

    /// <summary>Whether a verdict means that the calling thread has to wait, and for more than the operating system.</summary>
    private static bool Blocks(CallVerdict verdict, IOperation operation, ISymbol called, KnownTypes known) => verdict switch
    {
        CallVerdict.Patched { Patch: { IsAwaited: true, Origin: not TwinOrigin.Offload } } => true,
        CallVerdict.Patched { Patch.IsAwaited: true } or CallVerdict.Unpatched { KnownToBlock: true } => known.Rules.FindBlocking(called) is not { MayWaitLong: false },
        CallVerdict.Sequence { Patch.IsLink: false } => RunHere.IsEnumerated(operation, known),
        _ => false,
    };

    /// <summary>The method, constructor or property that an operation calls, as one would look its verdict up.</summary>
    private static ISymbol? CalledMember(IOperation operation) => operation switch
    {
        IInvocationOperation call => ZeroTimeout.OnlyTries(call) ? null : call.TargetMethod,
        IPropertyReferenceOperation { Parent: IAssignmentOperation assignment } written when assignment.Target == written => null,
        IPropertyReferenceOperation read => read.Property,
        IAssignmentOperation { Target: IPropertyReferenceOperation written } => written.Property,
        IObjectCreationOperation creation => creation.Constructor,
        _ => null,
    };

    /// <summary>The operations that run when the code does.</summary>
    public static IEnumerable<IOperation> OwnLevel(IOperation body, KnownTypes known)
    {
        Stack<IOperation> pending = new();
        pending.Push(body);
        while (pending.Count > 0)
        {
            IOperation operation = pending.Pop();
            if (operation is INameOfOperation
                || (operation != body && operation is ILocalFunctionOperation)
                || (operation != body && operation is IAnonymousFunctionOperation function && (function.Symbol.IsAsync || !RunHere.IsCalled(function, known))))
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

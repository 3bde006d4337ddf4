using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Paths;

/// <summary>Says which methods of this compilation one operation runs. Where the target is not known, as of a delegate that comes from elsewhere, it says nothing.</summary>
internal sealed class Steps(KnownTypes known)
{
    private readonly UnsaidCalls _unsaid = new(known);
    private readonly Overrides _overrides = new(known);
    private readonly Handlers _handlers = new(known);

    public IEnumerable<Step> Of(IOperation operation, SemanticModel model, CancellationToken cancellationToken) =>
        Called(operation, model, cancellationToken).SelectMany(Dispatch).Where(step => !step.Method.IsIterator || IsRun(step.Method, operation));

    private IEnumerable<Call> Called(IOperation operation, SemanticModel model, CancellationToken cancellationToken) => operation switch
    {
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call => OfDelegate(call, cancellationToken),
        IMethodReferenceOperation group when RunHere.IsCalled(group, known) => [new Call(group.Method, group.Instance?.Type, group.IsVirtual, group.Syntax)],
        IInvocationOperation or IPropertyReferenceOperation or IObjectCreationOperation or IEventAssignmentOperation => SaidCalls.Of(operation),
        _ => _unsaid.Of(operation, model),
    };

    // What an iterator does is done when its values are taken.
    private bool IsRun(IMethodSymbol iterator, IOperation operation) =>
        operation is IForEachLoopOperation || (iterator.ReturnType.Name == "IEnumerable" && RunHere.IsEnumerated(operation, known));

    private IEnumerable<Step> Dispatch(Call call)
    {
        if (call.Handled is IEventSymbol raised)
        {
            if (MethodBody.PlainMethod(call.Method, known) is IMethodSymbol handler)
            {
                yield return new Step(handler, raised, call.Place);
            }

            yield break;
        }

        IMethodSymbol definition = (call.Method.ReducedFrom ?? call.Method).OriginalDefinition;
        if (MethodBody.PlainMethod(call.Method, known) is IMethodSymbol plain && !plain.IsAbstract)
        {
            yield return Step.To(plain, call.Place) with { Form = call.Form };
        }

        if (call.IsVirtual)
        {
            foreach (IMethodSymbol other in _overrides.Of(definition, call.Receiver))
            {
                if (MethodBody.PlainMethod(other, known) is IMethodSymbol { IsAbstract: false } stand)
                {
                    yield return new Step(stand, definition, call.Place) { Form = call.Form };
                }
            }
        }
    }

    private IEnumerable<Call> OfDelegate(IInvocationOperation call, CancellationToken cancellationToken)
    {
        IOperation? target = call.Instance;
        if (target is IConditionalAccessInstanceOperation)
        {
            IOperation? outer = call.Parent;
            while (outer is not (null or IConditionalAccessOperation))
            {
                outer = outer.Parent;
            }

            target = (outer as IConditionalAccessOperation)?.Operation;
        }

        return target is IEventReferenceOperation { Event: IEventSymbol raised } && SymbolEqualityComparer.Default.Equals(raised.ContainingAssembly, known.Compilation.Assembly)
            ? _handlers.Of(raised, cancellationToken).Select(handler => new Call(handler, null, false, call.Syntax) { Handled = raised })
            : [];
    }
}

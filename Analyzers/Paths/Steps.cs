using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
        IInvocationOperation call => [new Call(call.TargetMethod, call.IsVirtual ? call.Instance?.Type : null, call.IsVirtual, call.Syntax) { Form = call.Syntax is InvocationExpressionSyntax ? CallForm.Named : CallForm.Unsaid }],
        IPropertyReferenceOperation property => OfProperty(property),
        IObjectCreationOperation { Constructor: IMethodSymbol constructor } creation => [Call.Exactly(constructor, creation.Syntax)],
        IMethodReferenceOperation group when RunHere.IsCalled(group, known) => [new Call(group.Method, group.Instance?.Type, group.IsVirtual, group.Syntax)],
        IEventAssignmentOperation { EventReference: IEventReferenceOperation reference } assignment =>
            (assignment.Adds ? reference.Event.AddMethod : reference.Event.RemoveMethod) is IMethodSymbol { IsImplicitlyDeclared: false } accessor
                ? [new Call(accessor, reference.Instance?.Type, true, assignment.Syntax)]
                : [],
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

    private static IEnumerable<Call> OfProperty(IPropertyReferenceOperation property)
    {
        bool isWritten = property.Parent is IAssignmentOperation assignment && assignment.Target == property;
        bool isChanged = (isWritten && property.Parent is not ISimpleAssignmentOperation) || property.Parent is IIncrementOrDecrementOperation;
        if ((!isWritten || isChanged) && Accessor(property.Property, static p => p.GetMethod) is IMethodSymbol getter)
        {
            yield return new Call(getter, property.Instance?.Type, IsVirtual(property), property.Syntax);
        }

        if ((isWritten || isChanged) && Accessor(property.Property, static p => p.SetMethod) is IMethodSymbol setter)
        {
            yield return new Call(setter, property.Instance?.Type, IsVirtual(property), property.Syntax);
        }
    }

    private static bool IsVirtual(IPropertyReferenceOperation property) => property.Instance?.Syntax is not BaseExpressionSyntax;

    // An override may have one accessor and inherit the other.
    private static IMethodSymbol? Accessor(IPropertySymbol? property, Func<IPropertySymbol, IMethodSymbol?> accessorOf)
    {
        while (property is not null && accessorOf(property) is null)
        {
            property = property.OverriddenProperty;
        }

        return property is null ? null : accessorOf(property);
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Shape;

/// <summary>Finds where the body of a struct method writes to <c>this</c>, or calls what may.</summary>
internal sealed class ThisWriteFinder : OperationWalker
{
    public IOperation? Write { get; private set; }

    public override void VisitSimpleAssignment(ISimpleAssignmentOperation operation)
    {
        // A ref to a field could be written through later.
        Check(operation.IsRef ? operation.Value : operation.Target);
        base.VisitSimpleAssignment(operation);
    }

    public override void VisitCompoundAssignment(ICompoundAssignmentOperation operation)
    {
        Check(operation.Target);
        base.VisitCompoundAssignment(operation);
    }

    public override void VisitCoalesceAssignment(ICoalesceAssignmentOperation operation)
    {
        Check(operation.Target);
        base.VisitCoalesceAssignment(operation);
    }

    public override void VisitDeconstructionAssignment(IDeconstructionAssignmentOperation operation)
    {
        foreach (IOperation part in operation.Target.DescendantsAndSelf())
            Check(part);
        base.VisitDeconstructionAssignment(operation);
    }

    public override void VisitIncrementOrDecrement(IIncrementOrDecrementOperation operation)
    {
        Check(operation.Target);
        base.VisitIncrementOrDecrement(operation);
    }

    public override void VisitEventAssignment(IEventAssignmentOperation operation)
    {
        Check(operation.EventReference);
        base.VisitEventAssignment(operation);
    }

    public override void VisitArgument(IArgumentOperation operation)
    {
        if (operation.Parameter is { RefKind: RefKind.Ref or RefKind.Out })
            Check(operation.Value);
        base.VisitArgument(operation);
    }

    public override void VisitVariableDeclarator(IVariableDeclaratorOperation operation)
    {
        if (operation is { Symbol.RefKind: RefKind.Ref, Initializer: { } initializer })
            Check(initializer.Value);
        base.VisitVariableDeclarator(operation);
    }

    public override void VisitInvocation(IInvocationOperation operation)
    {
        CheckReceiver(operation.Instance, operation.TargetMethod, operation);
        base.VisitInvocation(operation);
    }

    public override void VisitPropertyReference(IPropertyReferenceOperation operation)
    {
        CheckReceiver(operation.Instance, operation.Property.GetMethod, operation);
        base.VisitPropertyReference(operation);
    }

    private void CheckReceiver(IOperation? receiver, IMethodSymbol? method, IOperation call)
    {
        if (method is { IsReadOnly: false, ContainingType: { IsValueType: true, IsReadOnly: false } } && receiver is not null && IsPartOfThis(receiver))
            Write ??= call;
    }

    private void Check(IOperation target)
    {
        if (IsPartOfThis(target))
            Write ??= target;
    }

    private static bool IsPartOfThis(IOperation operation) => operation switch
    {
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => operation.Type?.IsValueType == true,
        IFieldReferenceOperation { Instance: { } instance, Field.IsReadOnly: false } => instance.Type?.IsValueType == true && IsPartOfThis(instance),
        IPropertyReferenceOperation { Instance: { } instance } => instance.Type?.IsValueType == true && IsPartOfThis(instance),
        IEventReferenceOperation { Instance: { } instance } => instance.Type?.IsValueType == true && IsPartOfThis(instance),
        IParenthesizedOperation parenthesized => IsPartOfThis(parenthesized.Operand),
        _ => false,
    };
}

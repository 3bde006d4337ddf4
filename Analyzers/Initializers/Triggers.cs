using CoGen.Analyzers.Paths;
using CoGen.Semantics;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Initializers;

/// <summary>
/// What the coroutines of a compilation use, themselves or through plain code that they run: static members, types that they create, the values of lazy fields. It is
/// found once, and only when there is an initializer that blocks.
/// </summary>
internal sealed class Triggers
{
    private readonly KnownTypes _known;
    private readonly Dictionary<ISymbol, Trigger> _fields = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, Trigger> _members = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, Trigger> _created = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, Trigger> _values = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> _read = new(SymbolEqualityComparer.Default);

    private Triggers(KnownTypes known) => _known = known;

    public static Triggers Find(KnownTypes known, CancellationToken cancellationToken)
    {
        Triggers triggers = new(known);
        foreach (IMethodSymbol method in MethodsIn(known.Compilation.Assembly.GlobalNamespace).Where(known.IsCoroutine))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (method.PartialImplementationPart is null && CoroutineShape.HasTwin(method, known, cancellationToken))
            {
                triggers.ReadCoroutine(method, cancellationToken);
            }
        }

        return triggers;
    }

    /// <summary>Who first makes the static fields of a type, whose initializer may run no sooner than the first of them is read.</summary>
    public Trigger? OfFields(INamedTypeSymbol type) => Of(_fields, type);

    /// <summary>Who first uses a type that has a static constructor, which runs at the first use of any kind.</summary>
    public Trigger? OfType(INamedTypeSymbol type) => Of(_fields, type) ?? Of(_members, type) ?? Of(_created, type);

    /// <summary>Who creates a type, or one that is derived from it.</summary>
    public Trigger? OfCreation(INamedTypeSymbol type) => Of(_created, type);

    /// <summary>Who asks a field that is lazy for its value.</summary>
    public Trigger? OfValue(ISymbol field) => Of(_values, field);

    private static Trigger? Of(Dictionary<ISymbol, Trigger> triggers, ISymbol symbol) => triggers.TryGetValue(symbol.OriginalDefinition, out Trigger? trigger) ? trigger : null;

    private void ReadCoroutine(IMethodSymbol coroutine, CancellationToken cancellationToken)
    {
        foreach ((IOperation body, SemanticModel model) in MethodBody.Of(coroutine, _known, cancellationToken))
        {
            foreach (IOperation operation in BodyOperations.Of(body))
            {
                Trigger? trigger = null;
                Trigger TriggerHere() => trigger ??= new Trigger(coroutine, Underline.CallAt(operation.Syntax));
                if (UsesAnything(operation) && !NestedFunctions.IsHandedOn(operation.Syntax, model, _known, cancellationToken))
                {
                    Add(operation, coroutine, TriggerHere);
                }

                foreach (Step step in BlockingPaths.Of(_known).Steps.Of(operation, model, cancellationToken))
                {
                    if (!_known.IsCoroutine(step.Method) && !_known.IsSwitchedOff(step.Method) && !NestedFunctions.IsHandedOn(operation.Syntax, model, _known, cancellationToken))
                    {
                        ReadPlain(step.Method, TriggerHere, cancellationToken);
                    }
                }
            }
        }
    }

    private void ReadPlain(IMethodSymbol start, Func<Trigger> trigger, CancellationToken cancellationToken)
    {
        Stack<IMethodSymbol> pending = new([start]);
        while (pending.Count > 0)
        {
            IMethodSymbol method = pending.Pop();
            if (!_read.Add(method))
            {
                continue;
            }

            foreach ((IOperation body, SemanticModel model) in MethodBody.Of(method, _known, cancellationToken))
            {
                foreach (IOperation operation in BodyOperations.Of(body))
                {
                    Add(operation, method, trigger);
                    foreach (Step step in BlockingPaths.Of(_known).Steps.Of(operation, model, cancellationToken))
                    {
                        if (!_known.IsCoroutine(step.Method))
                        {
                            pending.Push(step.Method);
                        }
                    }
                }
            }
        }
    }

    private static bool UsesAnything(IOperation operation) => operation is IFieldReferenceOperation or IInvocationOperation or IPropertyReferenceOperation or IObjectCreationOperation;

    private void Add(IOperation operation, IMethodSymbol within, Func<Trigger> trigger)
    {
        switch (operation)
        {
            case IFieldReferenceOperation { Field: { IsStatic: true, IsConst: false } field }:
                AddType(_fields, field.ContainingType);
                break;
            case IPropertyReferenceOperation { Property: { Name: "Value", ContainingType: { Name: "Lazy" or "ThreadLocal" } }, Instance: IOperation lazy }:
                if ((lazy as IMemberReferenceOperation)?.Member is ISymbol held)
                {
                    AddTo(_values, held);
                }

                break;
            case IPropertyReferenceOperation { Property: { IsStatic: true } property }:
                AddType(IsAuto(property) ? _fields : _members, property.ContainingType);
                break;
            case IInvocationOperation { TargetMethod: { IsStatic: true, MethodKind: MethodKind.Ordinary } method }:
                AddType(_members, method.ContainingType);
                break;
            case IObjectCreationOperation { Type: INamedTypeSymbol created }:
                for (INamedTypeSymbol? type = created; type is not null && IsOurs(type); type = type.BaseType)
                {
                    AddTo(_created, type);
                }

                break;
        }

        // An object method runs when there is an object, which somebody else may have made.
        void AddType(Dictionary<ISymbol, Trigger> triggers, INamedTypeSymbol type)
        {
            if (IsOurs(type) && !(SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, within.ContainingType?.OriginalDefinition) && within is { IsStatic: false, MethodKind: not MethodKind.Constructor }))
            {
                AddTo(triggers, type);
            }
        }

        void AddTo(Dictionary<ISymbol, Trigger> triggers, ISymbol symbol)
        {
            if (!triggers.ContainsKey(symbol.OriginalDefinition))
            {
                triggers.Add(symbol.OriginalDefinition, trigger());
            }
        }
    }

    private bool IsOurs(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _known.Compilation.Assembly);

    private static bool IsAuto(IPropertySymbol property) => property.ContainingType.GetMembers().Any(member => member is IFieldSymbol { AssociatedSymbol: IPropertySymbol of } && SymbolEqualityComparer.Default.Equals(of, property.OriginalDefinition));

    private static IEnumerable<IMethodSymbol> MethodsIn(INamespaceOrTypeSymbol outer)
    {
        foreach (ISymbol member in outer.GetMembers())
        {
            if (member is IMethodSymbol method)
            {
                yield return method;
            }
            else if (member is INamespaceOrTypeSymbol inner)
            {
                foreach (IMethodSymbol nested in MethodsIn(inner))
                {
                    yield return nested;
                }
            }
        }
    }
}

using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Paths;

/// <summary>The calls that the language makes without anybody writing them: of <c>Dispose</c>, <c>GetEnumerator</c>, operators, <c>ToString</c>, <c>Deconstruct</c>, <c>Add</c>.</summary>
internal sealed class UnsaidCalls(KnownTypes known)
{
    public IEnumerable<Call> Of(IOperation operation, SemanticModel model)
    {
        CallForm form = operation is IUsingOperation or IUsingDeclarationOperation or IForEachLoopOperation ? CallForm.InStatement : CallForm.Unsaid;
        return Find(operation, model).Select(call => call with { Form = form });
    }

    private IEnumerable<Call> Find(IOperation operation, SemanticModel model) => operation switch
    {
        IUsingOperation { IsAsynchronous: false, Resources: IOperation resources } => Disposals(resources, operation.Syntax),
        IUsingDeclarationOperation { IsAsynchronous: false } declaration => Disposals(declaration.DeclarationGroup, operation.Syntax),
        IForEachLoopOperation { IsAsynchronous: false, Syntax: CommonForEachStatementSyntax loop } => OfLoop(loop, model),
        IBinaryOperation { OperatorMethod: IMethodSymbol method } => [Call.Exactly(method, operation.Syntax)],
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } text =>
            Texts(text.LeftOperand, isFormatted: false).Concat(Texts(text.RightOperand, isFormatted: false)),
        IUnaryOperation { OperatorMethod: IMethodSymbol method } => [Call.Exactly(method, operation.Syntax)],
        IConversionOperation { OperatorMethod: IMethodSymbol method } => [Call.Exactly(method, operation.Syntax)],
        IIncrementOrDecrementOperation { OperatorMethod: IMethodSymbol method } => [Call.Exactly(method, operation.Syntax)],
        ICompoundAssignmentOperation { OperatorMethod: IMethodSymbol method } => [Call.Exactly(method, operation.Syntax)],
        IInterpolationOperation { Expression: IOperation value } => Texts(value, isFormatted: true),
        IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax assignment } => OfDeconstruction(model.GetDeconstructionInfo(assignment), assignment.Left),
        IRecursivePatternOperation { DeconstructSymbol: IMethodSymbol method } => [Call.Exactly(method, operation.Syntax)],
        ICollectionExpressionOperation collection => OfCollection(collection),
        _ => [],
    };

    private IEnumerable<Call> Disposals(IOperation resources, SyntaxNode place) => resources switch
    {
        IVariableDeclarationGroupOperation group => group.Declarations.SelectMany(static d => d.Declarators).SelectMany(d => Disposals(d.Symbol.Type, place)),
        _ => Disposals(WithoutConversion(resources).Type, place),
    };

    private IEnumerable<Call> Disposals(ITypeSymbol? type, SyntaxNode place) =>
        type is not null && DisposeOf(type) is IMethodSymbol dispose ? [new Call(dispose, type, true, place)] : [];

    private IMethodSymbol? DisposeOf(ITypeSymbol type)
    {
        INamedTypeSymbol disposable = known.Compilation.GetSpecialType(SpecialType.System_IDisposable);
        IMethodSymbol? contract = disposable.GetMembers("Dispose").OfType<IMethodSymbol>().FirstOrDefault();
        return (contract is null ? null : type.FindImplementationForInterfaceMember(contract) as IMethodSymbol)
            ?? (type.IsRefLikeType ? type.GetMembers("Dispose").OfType<IMethodSymbol>().FirstOrDefault(static m => m is { IsStatic: false, Parameters.IsEmpty: true }) : null);
    }

    private IEnumerable<Call> OfLoop(CommonForEachStatementSyntax loop, SemanticModel model)
    {
        ForEachStatementInfo info = model.GetForEachStatementInfo(loop);
        ITypeSymbol? run = info.GetEnumeratorMethod?.ReturnType;
        if (info.GetEnumeratorMethod is IMethodSymbol opener)
        {
            yield return new Call(opener, model.GetTypeInfo(loop.Expression).Type, true, loop);
        }

        if (info.MoveNextMethod is IMethodSymbol mover)
        {
            yield return new Call(mover, run, true, loop);
        }

        if (info.CurrentProperty?.GetMethod is IMethodSymbol current)
        {
            yield return new Call(current, run, true, loop);
        }

        foreach (Call dispose in Disposals(run, loop))
        {
            yield return dispose;
        }

        if (loop is ForEachVariableStatementSyntax variables)
        {
            foreach (Call call in OfDeconstruction(model.GetDeconstructionInfo(variables), variables.Variable))
            {
                yield return call;
            }
        }
    }

    private static IEnumerable<Call> OfDeconstruction(DeconstructionInfo info, SyntaxNode place)
    {
        if (info.Method is IMethodSymbol method)
        {
            yield return Call.Exactly(method, place);
        }

        foreach (DeconstructionInfo nested in info.Nested)
        {
            foreach (Call call in OfDeconstruction(nested, place))
            {
                yield return call;
            }
        }
    }

    // The text of an object is asked for by what it implements, and else by ToString.
    private IEnumerable<Call> Texts(IOperation operand, bool isFormatted)
    {
        IOperation value = WithoutConversion(operand);
        if (value.Type is not INamedTypeSymbol { SpecialType: SpecialType.None } type || !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, known.Compilation.Assembly))
        {
            return [];
        }

        IMethodSymbol? text = (isFormatted ? FormatOf(type, "System.ISpanFormattable", "TryFormat") ?? FormatOf(type, "System.IFormattable", "ToString") : null) ?? ToStringOf(type);
        return text is null ? [] : [new Call(text, type, true, value.Syntax)];
    }

    private IMethodSymbol? FormatOf(INamedTypeSymbol type, string contract, string name) =>
        known.Compilation.GetTypeByMetadataName(contract) is INamedTypeSymbol @interface && type.AllInterfaces.Contains(@interface, SymbolEqualityComparer.Default)
            ? @interface.GetMembers(name).Select(member => type.FindImplementationForInterfaceMember(member)).OfType<IMethodSymbol>().FirstOrDefault()
            : null;

    private static IMethodSymbol? ToStringOf(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers("ToString").OfType<IMethodSymbol>().FirstOrDefault(static method => method is { IsOverride: true, Parameters.IsEmpty: true }) is IMethodSymbol method)
            {
                return method;
            }
        }

        return null;
    }

    private IEnumerable<Call> OfCollection(ICollectionExpressionOperation collection)
    {
        if (collection.ConstructMethod is IMethodSymbol made)
        {
            yield return Call.Exactly(made, collection.Syntax);
            if (made.MethodKind == MethodKind.Constructor
                && made.ContainingType.GetMembers("Add").OfType<IMethodSymbol>().FirstOrDefault(static method => method is { IsStatic: false, Parameters.Length: 1 }) is IMethodSymbol add
                && !collection.Elements.IsEmpty)
            {
                yield return Call.Exactly(add, collection.Syntax);
            }
        }
    }

    private static IOperation WithoutConversion(IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null } conversion)
        {
            value = conversion.Operand;
        }

        return value;
    }
}

using System.Collections.Immutable;
using CoGen.Semantics.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Calls;

/// <summary>
/// What changes a property in place, as a call of its setter with the changed value of its getter: <c>o.P += f()</c>, <c>o.P++</c>,
/// <c>o.P ??= f()</c>. What stands before the property is then written twice, or held in variables.
/// </summary>
/// <param name="Syntax">The whole expression.</param>
/// <param name="Property">The property.</param>
/// <param name="Place">The property, as it is written.</param>
/// <param name="Operator">The operator between the old value and <paramref name="Value"/>; <c>??</c> where the old value may stay.</param>
/// <param name="Value">What the old value is changed by; null for 1.</param>
/// <param name="IsCast">Whether the result is less special than the property, so that the language casts it.</param>
internal sealed record PropertyChange(
    ExpressionSyntax Syntax, IPropertyReferenceOperation Property, ExpressionSyntax Place, string Operator, ExpressionSyntax? Value, bool IsCast)
{
    /// <summary>Null for what is no such change, or one that cannot be written so.</summary>
    public static PropertyChange? Of(IOperation operation, SemanticModel model)
    {
        PropertyChange? change = operation switch
        {
            ICompoundAssignmentOperation { Target: IPropertyReferenceOperation property, Syntax: AssignmentExpressionSyntax syntax, OperatorMethod: null or { IsStatic: true } } compound
                when syntax.OperatorToken.ValueText is { Length: > 1 } text && !IsLoose(property.Type) && !IsLoose(compound.Value.Type) =>
                new PropertyChange(syntax, property, syntax.Left, text.Substring(0, text.Length - 1), syntax.Right, compound.OperatorMethod is null && !compound.GetOutConversion().IsIdentity),
            ICoalesceAssignmentOperation { Target: IPropertyReferenceOperation property, Syntax: AssignmentExpressionSyntax syntax } when property.Type is { TypeKind: not TypeKind.Dynamic } =>
                new PropertyChange(syntax, property, syntax.Left, "??", syntax.Right, IsCast: false),
            IIncrementOrDecrementOperation { Target: IPropertyReferenceOperation property, Syntax: PrefixUnaryExpressionSyntax syntax } step when IsNumber(property.Type) =>
                new PropertyChange(syntax, property, syntax.Operand, OperatorOf(step), null, IsCast: true),
            IIncrementOrDecrementOperation { Target: IPropertyReferenceOperation property, Syntax: PostfixUnaryExpressionSyntax syntax } step when IsNumber(property.Type) =>
                new PropertyChange(syntax, property, syntax.Operand, OperatorOf(step), null, IsCast: true),
            _ => null,
        };
        if (change?.Property.Instance is not (null or { Type.IsReferenceType: true }) || change is null || !PropertyUses.IsValueUnused(change.Syntax, model) || CallSite.IsLinkOfConditionalChain(change.Place))
            return null;

        return change.IsRepeatable(model) ? change : HeldParts.Of(change.Place, change.Property, model) is { } held ? change with { Held = held } : null;
    }

    /// <summary>What is held in variables, because it must not be evaluated twice; null where all may be.</summary>
    public HeldParts? Held { get; init; }

    /// <summary>What comes before the edits of the parts.</summary>
    public ImmutableArray<TextEdit> Opening => Held is null ? [] : [Held.Open(Syntax)];

    /// <summary>The edits, around those of the value.</summary>
    /// <param name="getter">The name of the getter's twin.</param>
    /// <param name="setter">The name of the setter's twin.</param>
    /// <param name="model">The model of the file.</param>
    public ImmutableArray<TextEdit> Edits(string getter, string setter, SemanticModel model)
    {
        string cast = IsCast ? $"({Property.Property.Type.ToMinimalDisplayString(model, Syntax.SpanStart)})" : "";
        string old = $"await {CallOf(getter, model, "")})";
        string call = CallOf(setter, model, ", value: ");
        bool mayStay = Operator == "??";
        string open = mayStay ? $"{old} is null ? {call}" : $"{call}{cast}({old} {Operator} ";
        string close = mayStay ? ")" : "))";
        ImmutableArray<TextEdit>.Builder edits = ImmutableArray.CreateBuilder<TextEdit>();
        int from = Syntax.SpanStart;
        if (Held is not null)
        {
            edits.AddRange(Held.Edits());
            from = Held.End;
            open = (mayStay ? " && " : " ? ") + open;
        }

        if (Held is not null || mayStay)
            close += " : default)";
        if (Held is null && mayStay)
            open = "(" + open;
        if (Value is null)
        {
            edits.Add(Replace(from, Syntax.Span.End, open + "1" + close));
        }
        else
        {
            // As an operand the value needs parentheses, as an argument none.
            edits.Add(Replace(from, Value.SpanStart, mayStay ? open : open + "("));
            edits.Add(TextEdit.Insert(Value.Span.End, mayStay ? close : ")" + close));
        }

        return edits.ToImmutable();
    }

    // The call up to its last argument.
    private string CallOf(string name, SemanticModel model, string beforeValue)
    {
        if (Held is not null)
            return $"{Held.Receiver}.{name}({string.Join(", ", Held.Arguments)}{(Held.Arguments.IsEmpty ? "" : beforeValue)}";

        switch (Place)
        {
            case ElementAccessExpressionSyntax element:
                return $"{element.Expression}.{name}({element.ArgumentList.Arguments}{beforeValue}";
            case MemberAccessExpressionSyntax access:
                return $"{access.Expression}.{name}(";
            default:
                return $"{Rivals.QualifierOf(model, (SimpleNameSyntax)Place, Property.Property, name)}{name}(";
        }
    }

    private bool IsRepeatable(SemanticModel model) => Place switch
    {
        IdentifierNameSyntax => true,
        MemberAccessExpressionSyntax access => RepeatableExpressions.Contain(access.Expression, Value, model),
        ElementAccessExpressionSyntax element => RepeatableExpressions.Contain(element.Expression, Value, model) &&
            Property.Arguments.All(static a => a.ArgumentKind == ArgumentKind.Explicit) &&
            element.ArgumentList.Arguments.All(a => a.RefKindKeyword.IsKind(SyntaxKind.None) && RepeatableExpressions.Contain(a.Expression, Value, model)),
        _ => false,
    };

    private static string OperatorOf(IIncrementOrDecrementOperation step) => step.Kind == OperationKind.Increment ? "+" : "-";

    private static bool IsLoose(ITypeSymbol? type) => type is null or { TypeKind: TypeKind.Dynamic or TypeKind.Delegate or TypeKind.Pointer };

    private static bool IsNumber(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] })
            type = value;
        return type is { TypeKind: TypeKind.Enum } or
        {
            SpecialType: SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32 or
                SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Char or SpecialType.System_Single or
                SpecialType.System_Double or SpecialType.System_Decimal or SpecialType.System_IntPtr or SpecialType.System_UIntPtr
        };
    }

    private static TextEdit Replace(int start, int end, string text) => new(start, end - start, text);
}

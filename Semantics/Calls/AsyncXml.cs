using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Semantics.Calls;

/// <summary>
/// Knows the readers and writers of XML that were created with <c>Async = true</c> in sight: by <c>Create</c>, where they are used or where their local is
/// declared, with settings that are made there, too, or held by such a local. The asynchronous members of all others throw.
/// </summary>
internal sealed class AsyncXml
{
    private const string SettingName = "Async";

    private readonly SemanticModel _model;

    public AsyncXml(SemanticModel model) => _model = model;

    /// <summary>Whether all readers and writers that <paramref name="call"/> is on, or is given, are such.</summary>
    public bool IsSure(IInvocationOperation call)
    {
        IOperation[] users = [.. call.Arguments.Select(static a => a.Value).Append(call.Instance!).Where(static o => o is not null && IsUser(o.Type))];
        return users.Length > 0 && users.All(IsAsync);
    }

    private bool IsAsync(IOperation user) => Unwrap(user) switch
    {
        ILocalReferenceOperation { Local: var local } => LocalValues.Of(local, _model) is { } value && IsAsync(value),
        IInvocationOperation { TargetMethod: { Name: "Create", IsStatic: true } create } call => IsUser(create.ContainingType) &&
            call.Arguments.All(a => !IsUser(a.Value.Type) || IsAsync(a.Value)) && call.Arguments.Any(a => IsSettings(a.Parameter?.Type) && AreAsync(a.Value)),
        _ => false,
    };

    private bool AreAsync(IOperation settings) => Unwrap(settings) switch
    {
        IObjectCreationOperation { Initializer: { } initializer } => initializer.Initializers.OfType<ISimpleAssignmentOperation>()
            .LastOrDefault(static a => a.Target is IPropertyReferenceOperation { Property.Name: SettingName }) is { Value.ConstantValue: { HasValue: true, Value: true } },
        ILocalReferenceOperation { Local: var local } => LocalValues.Of(local, _model) is { } value && AreAsync(value) && LocalValues.UsesOf(local, _model).All(IsKept),
        _ => false,
    };

    // Whoever else has the settings could change them, and so does Reset.
    private bool IsKept(IdentifierNameSyntax settings) => settings.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Expression == settings => access.Name.Identifier.ValueText == SettingName
            ? !LocalValues.IsWritten(access)
            : _model.GetSymbolInfo(access).Symbol is IPropertySymbol,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => _model.GetSymbolInfo(call).Symbol is IMethodSymbol { Name: "Create" } create && IsUser(create.ContainingType),
        _ => false,
    };

    private static IOperation Unwrap(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        return operation;
    }

    private static bool IsUser(ITypeSymbol? type)
    {
        while (type is not null && !IsOfXml(type, "XmlReader", "XmlWriter"))
            type = type.BaseType;
        return type is not null;
    }

    private static bool IsSettings(ITypeSymbol? type) => type is not null && IsOfXml(type, "XmlReaderSettings", "XmlWriterSettings");

    private static bool IsOfXml(ITypeSymbol type, string reader, string writer) =>
        (type.Name == reader || type.Name == writer) && type.ContainingNamespace is { Name: "Xml", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}

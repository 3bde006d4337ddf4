using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Text;

namespace CoGen.Analyzers.Libraries;

/// <summary>Writes types in metadata as documentation ids do.</summary>
internal sealed class SignatureNames : ISignatureTypeProvider<string, object?>
{
    public static readonly SignatureNames Instance = new();

    private const string Unknown = "?";

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => "System." + typeCode;

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => Of(reader, handle);

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => Of(reader, handle);

    public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{string.Join(",", Enumerable.Repeat("0:", shape.Rank))}]";

    public string GetByReferenceType(string elementType) => elementType + "@";

    public string GetPointerType(string elementType) => elementType + "*";

    public string GetPinnedType(string elementType) => elementType;

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

    public string GetGenericMethodParameter(object? genericContext, int index) => "``" + index;

    public string GetGenericTypeParameter(object? genericContext, int index) => "`" + index;

    public string GetFunctionPointerType(MethodSignature<string> signature) => Unknown;

    /// <summary><c>System.Collections.Generic.List{System.String}</c>; of nested types each takes its own arguments.</summary>
    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments)
    {
        StringBuilder text = new();
        int next = 0;
        foreach (string part in genericType.Split('.'))
        {
            text.Append(text.Length > 0 ? "." : "");
            int tick = part.IndexOf('`');
            if (tick < 0 || !int.TryParse(part.Substring(tick + 1), out int arity) || next + arity > typeArguments.Length)
            {
                text.Append(part);
                continue;
            }

            text.Append(part, 0, tick).Append('{').Append(string.Join(",", typeArguments.Skip(next).Take(arity))).Append('}');
            next += arity;
        }

        return text.ToString();
    }

    /// <summary>The full name of a type, nested ones after a dot.</summary>
    public static string Of(MetadataReader reader, TypeDefinitionHandle handle)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        string name = reader.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } outer ? $"{Of(reader, outer)}.{name}" : Qualified(reader.GetString(type.Namespace), name);
    }

    /// <inheritdoc cref="Of(MetadataReader, TypeDefinitionHandle)"/>
    public static string Of(MetadataReader reader, TypeReferenceHandle handle)
    {
        TypeReference type = reader.GetTypeReference(handle);
        string name = reader.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference ? $"{Of(reader, (TypeReferenceHandle)type.ResolutionScope)}.{name}" : Qualified(reader.GetString(type.Namespace), name);
    }

    /// <summary>The definition of which a name is an instance: <c>System.Threading.Tasks.Task`1</c> for <c>System.Threading.Tasks.Task{System.Int32}</c>.</summary>
    public static string DefinitionOf(string type)
    {
        StringBuilder text = new();
        int depth = 0;
        int arity = 0;
        foreach (char c in type)
        {
            switch (c)
            {
                case '{':
                    arity = depth++ == 0 ? 1 : arity;
                    break;
                case '}':
                    if (--depth == 0)
                    {
                        text.Append('`').Append(arity);
                    }

                    break;
                case ',' when depth == 1:
                    arity++;
                    break;
                default:
                    if (depth == 0)
                    {
                        text.Append(c);
                    }

                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>The full name of a type that is not nested.</summary>
    public static string Qualified(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";
}

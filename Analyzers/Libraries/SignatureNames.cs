using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Text;
using System.Text.RegularExpressions;

namespace CoGen.Analyzers.Libraries;

/// <summary>Writes types in metadata as documentation ids do.</summary>
internal sealed class SignatureNames : ISignatureTypeProvider<string, object?>
{
    public static readonly SignatureNames Instance = new();

    private const string Unknown = "?";

    private const int MostNested = 100;

    private static readonly Regex s_parameter = new("(?<!`)`([0-9]+)", RegexOptions.CultureInvariant);

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
    /// <exception cref="BadImageFormatException">The types are nested in a circle.</exception>
    public static string Of(MetadataReader reader, TypeDefinitionHandle handle)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        string name = reader.GetString(type.Name);
        for (int i = 0; i < MostNested; i++)
        {
            if (type.GetDeclaringType() is not { IsNil: false } outer)
            {
                return Qualified(reader.GetString(type.Namespace), name);
            }

            type = reader.GetTypeDefinition(outer);
            name = $"{reader.GetString(type.Name)}.{name}";
        }

        throw new BadImageFormatException();
    }

    /// <inheritdoc cref="Of(MetadataReader, TypeDefinitionHandle)"/>
    public static string Of(MetadataReader reader, TypeReferenceHandle handle)
    {
        TypeReference type = reader.GetTypeReference(handle);
        string name = reader.GetString(type.Name);
        for (int i = 0; i < MostNested; i++)
        {
            if (type.ResolutionScope.Kind != HandleKind.TypeReference)
            {
                return Qualified(reader.GetString(type.Namespace), name);
            }

            type = reader.GetTypeReference((TypeReferenceHandle)type.ResolutionScope);
            name = $"{reader.GetString(type.Name)}.{name}";
        }

        throw new BadImageFormatException();
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

    /// <summary>The type arguments of an instance, those of the types around it first.</summary>
    public static IReadOnlyList<string> ArgumentsOf(string type)
    {
        List<string> arguments = [];
        int depth = 0;
        int start = 0;
        for (int i = 0; i < type.Length; i++)
        {
            depth += type[i] == '{' ? 1 : 0;
            if (depth == 1 && type[i] is '{' or ',' or '}')
            {
                if (type[i] != '{')
                {
                    arguments.Add(type.Substring(start, i - start));
                }

                start = i + 1;
            }

            depth -= type[i] == '}' ? 1 : 0;
        }

        return arguments;
    }

    /// <summary>A signature with type arguments in the place of the type parameters <c>`0</c>, <c>`1</c>; those of methods, <c>``0</c>, stay.</summary>
    public static string Substitute(string signature, IReadOnlyList<string> arguments) => s_parameter.Replace(
        signature, parameter => int.TryParse(parameter.Groups[1].Value, out int index) && index < arguments.Count ? arguments[index] : parameter.Value);

    /// <summary>The full name of a type that is not nested.</summary>
    public static string Qualified(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";
}

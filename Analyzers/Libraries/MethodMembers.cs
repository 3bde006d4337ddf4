using System.Collections.Concurrent;
using System.Reflection.Metadata;

namespace CoGen.Analyzers.Libraries;

/// <summary>A method that IL names.</summary>
/// <param name="Assembly">The simple name of the assembly that has it; null for the same.</param>
/// <param name="Type">The full name of its type.</param>
/// <param name="Id">Its documentation id.</param>
/// <param name="Signature">What it takes and returns.</param>
internal sealed record MethodMember(string? Assembly, string Type, string Id, MethodSignature<string> Signature);

/// <summary>Finds what the tokens in IL stand for.</summary>
internal sealed class MethodMembers(MetadataReader reader)
{
    private readonly ConcurrentDictionary<EntityHandle, MethodMember?> _found = new();

    /// <summary>The method that a token stands for; null where that cannot be said.</summary>
    public MethodMember? Find(EntityHandle token) => _found.GetOrAdd(token, Read);

    private MethodMember? Read(EntityHandle token)
    {
        try
        {
            switch (token.Kind)
            {
                case HandleKind.MethodSpecification:
                    return Find(reader.GetMethodSpecification((MethodSpecificationHandle)token).Method);
                case HandleKind.MethodDefinition:
                    MethodDefinition definition = reader.GetMethodDefinition((MethodDefinitionHandle)token);
                    string type = SignatureNames.Of(reader, definition.GetDeclaringType());
                    MethodSignature<string> signature = definition.DecodeSignature(SignatureNames.Instance, null);
                    return new MethodMember(null, type, IdOf(type, reader.GetString(definition.Name), signature), signature);
                case HandleKind.MemberReference:
                    MemberReference reference = reader.GetMemberReference((MemberReferenceHandle)token);
                    if (reference.GetKind() != MemberReferenceKind.Method || NameOf(reference.Parent) is not string parent)
                    {
                        return null;
                    }

                    string declaring = SignatureNames.DefinitionOf(parent);
                    MethodSignature<string> called = reference.DecodeMethodSignature(SignatureNames.Instance, null);
                    return new MethodMember(AssemblyOf(reference.Parent), declaring, IdOf(declaring, reader.GetString(reference.Name), called), called);
                default:
                    return null;
            }
        }
        catch (Exception odd) when (OddImage.Is(odd))
        {
            return null;
        }
    }

    /// <summary>The type of a field, unless it depends on type arguments.</summary>
    public string? FieldType(EntityHandle token) => token.Kind switch
    {
        HandleKind.FieldDefinition => reader.GetFieldDefinition((FieldDefinitionHandle)token).DecodeSignature(SignatureNames.Instance, null),
        HandleKind.MemberReference when reader.GetMemberReference((MemberReferenceHandle)token) is var reference && reference.GetKind() == MemberReferenceKind.Field =>
            reference.DecodeFieldSignature(SignatureNames.Instance, null),
        _ => null,
    };

    /// <summary>The full name of a type.</summary>
    public string? NameOf(EntityHandle type) => type.Kind switch
    {
        HandleKind.TypeDefinition => SignatureNames.Of(reader, (TypeDefinitionHandle)type),
        HandleKind.TypeReference => SignatureNames.Of(reader, (TypeReferenceHandle)type),
        HandleKind.TypeSpecification => reader.GetTypeSpecification((TypeSpecificationHandle)type).DecodeSignature(SignatureNames.Instance, null),
        _ => null,
    };

    /// <summary>The documentation id of a method.</summary>
    public static string IdOf(string type, string name, MethodSignature<string> signature)
    {
        string member = name.Replace('.', '#');
        string arity = signature.GenericParameterCount > 0 ? "``" + signature.GenericParameterCount : "";
        string parameters = signature.ParameterTypes.IsEmpty ? "" : $"({string.Join(",", signature.ParameterTypes)})";
        string result = name is "op_Implicit" or "op_Explicit" or "op_CheckedExplicit" ? "~" + signature.ReturnType : "";
        return $"M:{type}.{member}{arity}{parameters}{result}";
    }

    /// <summary>The simple name of the assembly that has a type; null for the same.</summary>
    public string? AssemblyOf(EntityHandle type)
    {
        switch (type.Kind)
        {
            case HandleKind.TypeReference:
                EntityHandle scope = reader.GetTypeReference((TypeReferenceHandle)type).ResolutionScope;
                return scope.Kind switch
                {
                    HandleKind.AssemblyReference => reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name),
                    HandleKind.TypeReference => AssemblyOf(scope),
                    _ => null,
                };
            case HandleKind.TypeSpecification:
                BlobReader signature = reader.GetBlobReader(reader.GetTypeSpecification((TypeSpecificationHandle)type).Signature);

                // GENERICINST (CLASS | VALUETYPE) TypeDefOrRef …
                if (signature.RemainingBytes > 2 && signature.ReadByte() == (byte)SignatureTypeCode.GenericTypeInstance)
                {
                    signature.ReadByte();
                    return AssemblyOf(signature.ReadTypeHandle());
                }

                return null;
            default:
                return null;
        }
    }
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CoGen.Analyzers.Libraries;

/// <summary>
/// The methods of an assembly, read from its file when they are asked for. It knows nothing of any compilation, so that all of them share it while one uses it.
/// </summary>
internal sealed class LibraryImage
{
    private static readonly ConcurrentDictionary<(string Path, Guid Version), WeakReference<LibraryImage>> s_images = new();

    private readonly PEReader _file;
    private readonly MetadataReader _reader;
    private readonly MethodMembers _members;
    private readonly Dictionary<string, TypeDefinitionHandle> _types = [];
    private readonly Dictionary<string, string> _forwards = [];
    private readonly ConcurrentDictionary<TypeDefinitionHandle, Dictionary<string, MethodDefinitionHandle>> _methods = new();
    private readonly ConcurrentDictionary<MethodDefinitionHandle, ImmutableArray<LibraryCall>> _calls = new();

    private LibraryImage(PEReader file)
    {
        _file = file;
        _reader = file.GetMetadataReader();
        _members = new MethodMembers(_reader);
        foreach (TypeDefinitionHandle type in _reader.TypeDefinitions)
        {
            if (NameOf(type) is string name)
            {
                _types[name] = type;
            }
        }

        foreach (ExportedType type in _reader.ExportedTypes.Select(_reader.GetExportedType))
        {
            if (type is { IsForwarder: true, Implementation.Kind: HandleKind.AssemblyReference })
            {
                _forwards[SignatureNames.Qualified(_reader.GetString(type.Namespace), _reader.GetString(type.Name))] =
                    _reader.GetString(_reader.GetAssemblyReference((AssemblyReferenceHandle)type.Implementation).Name);
            }
        }
    }

    /// <summary>The assembly in a file, if it is still the one that the compiler has read, and has bodies.</summary>
    public static LibraryImage? Open(string path, Guid version)
    {
        if (s_images.TryGetValue((path, version), out WeakReference<LibraryImage>? known) && known.TryGetTarget(out LibraryImage? image))
        {
            return image;
        }

        image = Read(path, version);
        if (image is not null)
        {
            foreach (KeyValuePair<(string Path, Guid Version), WeakReference<LibraryImage>> other in s_images)
            {
                if (!other.Value.TryGetTarget(out _))
                {
                    s_images.TryRemove(other.Key, out _);
                }
            }

            s_images[(path, version)] = new WeakReference<LibraryImage>(image);
        }

        return image;
    }

    public bool Has(string type) => _types.ContainsKey(type);

    /// <summary>The simple name of the assembly to which a type has moved; a nested one goes with the one around it.</summary>
    public string? ForwardOf(string type)
    {
        for (int end = type.Length; end > 0; end = type.LastIndexOf('.', end - 1))
        {
            if (_forwards.TryGetValue(type.Substring(0, end), out string? assembly))
            {
                return assembly;
            }
        }

        return null;
    }

    /// <summary>What a method calls; nothing for one that has no body here, and null for one that is not here.</summary>
    /// <param name="member">Its documentation id.</param>
    /// <param name="type">The full name of the type that has it.</param>
    public ImmutableArray<LibraryCall>? CallsOf(string member, string type) => Find(member, type) is MethodDefinitionHandle method ? _calls.GetOrAdd(method, Read) : null;

    /// <summary>Whether a method is here, and takes the place of one of a base type. What only hides it does not.</summary>
    /// <inheritdoc cref="CallsOf"/>
    public bool Overrides(string member, string type) =>
        Find(member, type) is MethodDefinitionHandle method && (_reader.GetMethodDefinition(method).Attributes & (MethodAttributes.Virtual | MethodAttributes.NewSlot)) == MethodAttributes.Virtual;

    /// <summary>The full name of the type from which <paramref name="type"/> is derived, with its type arguments, and the simple name of its assembly, which is null for the same.</summary>
    public (string Type, string? Assembly)? BaseOf(string type)
    {
        try
        {
            return _types.TryGetValue(type, out TypeDefinitionHandle handle) && _reader.GetTypeDefinition(handle).BaseType is { IsNil: false } parent && _members.NameOf(parent) is string name
                ? (name, _members.AssemblyOf(parent))
                : null;
        }
        catch (Exception odd) when (OddImage.Is(odd))
        {
            return null;
        }
    }

    private string? NameOf(TypeDefinitionHandle type)
    {
        try
        {
            return _members.NameOf(type);
        }
        catch (Exception odd) when (OddImage.Is(odd))
        {
            return null;
        }
    }

    private MethodDefinitionHandle? Find(string member, string type) =>
        _types.TryGetValue(type, out TypeDefinitionHandle declaring) && _methods.GetOrAdd(declaring, MethodsOf).TryGetValue(member, out MethodDefinitionHandle method) ? method : null;

    private Dictionary<string, MethodDefinitionHandle> MethodsOf(TypeDefinitionHandle type)
    {
        Dictionary<string, MethodDefinitionHandle> methods = [];
        foreach (MethodDefinitionHandle method in _reader.GetTypeDefinition(type).GetMethods())
        {
            if (_members.Find(method) is MethodMember member)
            {
                methods[member.Id] = method;
            }
        }

        return methods;
    }

    // What C++ compiles for the processor has a place in the file, too, and is no IL.
    private ImmutableArray<LibraryCall> Read(MethodDefinitionHandle handle)
    {
        try
        {
            MethodDefinition method = _reader.GetMethodDefinition(handle);
            return method.RelativeVirtualAddress == 0 || (method.ImplAttributes & MethodImplAttributes.CodeTypeMask) != MethodImplAttributes.IL
                ? []
                : IlCalls.In(method, _file.GetMethodBody(method.RelativeVirtualAddress), _reader, _members);
        }
        catch (Exception odd) when (OddImage.Is(odd))
        {
            return [];
        }
    }

    // The compiler hands out the metadata of a reference without the bodies, which only the file has.
#pragma warning disable RS1035 // Reading a file is what the user has asked for, by CoGenScanReferences, and nothing depends on when it is read: it is known by its version
    private static LibraryImage? Read(string path, Guid version)
    {
        PEReader? file = null;
        try
        {
            file = new PEReader(ImmutableArray.Create(File.ReadAllBytes(path)));
            if (file.HasMetadata && file.GetMetadataReader() is { IsAssembly: true } reader && reader.GetGuid(reader.GetModuleDefinition().Mvid) == version && !IsReferenceAssembly(reader))
            {
                LibraryImage image = new(file);
                file = null;
                return image;
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException || OddImage.Is(unreadable))
        {
        }
        finally
        {
            file?.Dispose();
        }

        return null;
    }
#pragma warning restore RS1035

    private static bool IsReferenceAssembly(MetadataReader reader) => reader.GetAssemblyDefinition().GetCustomAttributes().Any(handle =>
        reader.GetCustomAttribute(handle).Constructor is { Kind: HandleKind.MemberReference } constructor
        && reader.GetMemberReference((MemberReferenceHandle)constructor).Parent is { Kind: HandleKind.TypeReference } type
        && reader.StringComparer.Equals(reader.GetTypeReference((TypeReferenceHandle)type).Name, "ReferenceAssemblyAttribute"));
}

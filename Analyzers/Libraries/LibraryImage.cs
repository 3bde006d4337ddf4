using System.Collections.Concurrent;
using System.Collections.Immutable;
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
    private readonly ConcurrentDictionary<TypeDefinitionHandle, Dictionary<string, MethodDefinitionHandle>> _methods = new();
    private readonly ConcurrentDictionary<MethodDefinitionHandle, ImmutableArray<LibraryCall>> _calls = new();

    private LibraryImage(PEReader file)
    {
        _file = file;
        _reader = file.GetMetadataReader();
        _members = new MethodMembers(_reader);
        foreach (TypeDefinitionHandle type in _reader.TypeDefinitions)
        {
            _types[SignatureNames.Of(_reader, type)] = type;
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

    /// <summary>What a method calls; nothing for one that has no body here.</summary>
    /// <param name="member">Its documentation id.</param>
    /// <param name="type">The full name of the type that has it.</param>
    public ImmutableArray<LibraryCall>? CallsOf(string member, string type)
    {
        if (!_types.TryGetValue(type, out TypeDefinitionHandle declaring) || !MethodsOf(declaring).TryGetValue(member, out MethodDefinitionHandle method))
        {
            return null;
        }

        return _calls.GetOrAdd(method, Read);
    }

    /// <summary>The full name of the type from which <paramref name="type"/> is derived, if that is one of the same assembly.</summary>
    public string? BaseOf(string type) =>
        _types.TryGetValue(type, out TypeDefinitionHandle handle) && _reader.GetTypeDefinition(handle).BaseType is { IsNil: false } parent && _members.NameOf(parent) is string name
            ? SignatureNames.DefinitionOf(name)
            : null;

    private Dictionary<string, MethodDefinitionHandle> MethodsOf(TypeDefinitionHandle type) => _methods.GetOrAdd(type, handle =>
    {
        Dictionary<string, MethodDefinitionHandle> methods = [];
        foreach (MethodDefinitionHandle method in _reader.GetTypeDefinition(handle).GetMethods())
        {
            if (_members.Find(method) is MethodMember member)
            {
                methods[member.Id] = method;
            }
        }

        return methods;
    });

    private ImmutableArray<LibraryCall> Read(MethodDefinitionHandle handle)
    {
        MethodDefinition method = _reader.GetMethodDefinition(handle);
        try
        {
            return method.RelativeVirtualAddress == 0 ? [] : IlCalls.In(method, _file.GetMethodBody(method.RelativeVirtualAddress), _reader, _members);
        }
        catch (BadImageFormatException)
        {
            return [];
        }
    }

    // The compiler hands out the metadata of a reference without the bodies, which only the file has.
#pragma warning disable RS1035 // Reading a file is what the user has asked for, by CoGenScanReferences, and nothing depends on when it is read: it is known by its version
    private static LibraryImage? Read(string path, Guid version)
    {
        try
        {
            PEReader file = new(ImmutableArray.Create(File.ReadAllBytes(path)));
            if (!file.HasMetadata)
            {
                return null;
            }

            MetadataReader reader = file.GetMetadataReader();
            return reader.GetGuid(reader.GetModuleDefinition().Mvid) == version && !IsReferenceAssembly(reader) ? new LibraryImage(file) : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            return null;
        }
    }
#pragma warning restore RS1035

    private static bool IsReferenceAssembly(MetadataReader reader) => reader.GetAssemblyDefinition().GetCustomAttributes().Any(handle =>
        reader.GetCustomAttribute(handle).Constructor is { Kind: HandleKind.MemberReference } constructor
        && reader.GetMemberReference((MemberReferenceHandle)constructor).Parent is { Kind: HandleKind.TypeReference } type
        && reader.StringComparer.Equals(reader.GetTypeReference((TypeReferenceHandle)type).Name, "ReferenceAssemblyAttribute"));
}

using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace CoGen;

/// <summary>The code of an assembly, and the symbols that were embedded in it or lie beside it.</summary>
internal sealed class ModuleSymbols : IDisposable
{
    private readonly PEReader _image;
    private readonly MetadataReader _metadata;
    private readonly MetadataReaderProvider _provider;
    private readonly MetadataReader _symbols;

    private ModuleSymbols(PEReader image, MetadataReaderProvider provider)
    {
        _image = image;
        _metadata = image.GetMetadataReader();
        _provider = provider;
        _symbols = provider.GetMetadataReader();
    }

    /// <summary>Opens an assembly; null if it has no file, or no portable symbols.</summary>
    internal static ModuleSymbols? TryOpen(string path)
    {
        if (path.Length == 0) return null;
        PEReader? image = null;
        try
        {
            image = new PEReader(File.OpenRead(path));
            if (image.TryOpenAssociatedPortablePdb(path, OpenIfThere, out MetadataReaderProvider? provider, out _)) return new ModuleSymbols(image, provider!);
        }
        catch (Exception error) when (error is IOException or BadImageFormatException or UnauthorizedAccessException)
        {
            // A dump does without.
        }

        image?.Dispose();
        return null;

        static FileStream? OpenIfThere(string path) => File.Exists(path) ? File.OpenRead(path) : null;
    }

    /// <summary>The statements at which a state machine waits, by the number of its state.</summary>
    /// <param name="token">The metadata token of its type.</param>
    internal Dictionary<int, SourceLine> ReadLines(int token)
    {
        try
        {
            return MoveNextOf(token) is { } method ? ReadLines(method) : [];
        }
        catch (BadImageFormatException)
        {
            // Such as a type that came by Hot Reload, and is not in the file.
            return [];
        }
    }

    public void Dispose()
    {
        _provider.Dispose();
        _image.Dispose();
    }

    private MethodDefinitionHandle? MoveNextOf(int token)
    {
        TypeDefinition type = _metadata.GetTypeDefinition((TypeDefinitionHandle)MetadataTokens.EntityHandle(token));
        foreach (MethodDefinitionHandle handle in type.GetMethods())
        {
            if (_metadata.StringComparer.Equals(_metadata.GetMethodDefinition(handle).Name, "MoveNext")) return handle;
        }

        return null;
    }

    private Dictionary<int, SourceLine> ReadLines(MethodDefinitionHandle method)
    {
        MethodBodyBlock body = _image.GetMethodBody(_metadata.GetMethodDefinition(method).RelativeVirtualAddress);
        List<SequencePoint> points = [.. _symbols.GetMethodDebugInformation(method).GetSequencePoints().Where(static point => !point.IsHidden)];
        Dictionary<int, SourceLine> lines = [];
        foreach ((int state, int offset) in StateStores.Find(body.GetILReader(), IsStateField))
        {
            SequencePoint point = points.LastOrDefault(point => point.Offset <= offset);
            if (point.Document.IsNil) continue;
            lines[state] = new SourceLine(_symbols.GetString(_symbols.GetDocument(point.Document).Name), point.StartLine);
        }

        return lines;
    }

    private bool IsStateField(int token)
    {
        StringHandle name = MetadataTokens.EntityHandle(token) switch
        {
            { Kind: HandleKind.FieldDefinition } field => _metadata.GetFieldDefinition((FieldDefinitionHandle)field).Name,
            { Kind: HandleKind.MemberReference } field => _metadata.GetMemberReference((MemberReferenceHandle)field).Name,
            _ => default,
        };
        return !name.IsNil && _metadata.StringComparer.Equals(name, StateStores.Field);
    }
}

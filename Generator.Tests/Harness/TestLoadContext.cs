using System.Reflection;
using System.Runtime.Loader;

namespace CoGen.Generator.Tests.Harness;

/// <summary>Holds the assemblies of one test, which may refer to each other.</summary>
internal sealed class TestLoadContext() : AssemblyLoadContext(isCollectible: true)
{
    private readonly Dictionary<string, Assembly> _loaded = [];

    public Assembly Load(byte[] image)
    {
        using MemoryStream stream = new(image);
        Assembly assembly = LoadFromStream(stream);
        return _loaded[assembly.GetName().Name!] = assembly;
    }

    protected override Assembly? Load(AssemblyName assemblyName) => _loaded.GetValueOrDefault(assemblyName.Name!);
}

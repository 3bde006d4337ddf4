using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Libraries;

/// <summary>The assemblies that a compilation refers to, by their simple names, and which of their methods a call in one of them means.</summary>
internal sealed class ReferencedImages(Compilation compilation)
{
    // No hierarchy is as deep, and no type has moved as often, unless the tables of an assembly lead in a circle.
    private const int MostSteps = 100;

    private readonly ConcurrentDictionary<string, LibraryImage?> _images = new();

    /// <summary>An assembly with bodies that can be read; null for the framework's, and for what is there as source or as a reference assembly.</summary>
    public LibraryImage? Find(string assembly) => _images.GetOrAdd(assembly, Open);

    public static bool IsOfTheFramework(string assembly) =>
        assembly is "System" or "mscorlib" or "netstandard" or "CoGen" or "WindowsBase" or "PresentationCore" or "PresentationFramework" || assembly.StartsWith("System.", StringComparison.Ordinal) || assembly.StartsWith("Microsoft.Win32.", StringComparison.Ordinal)
        || assembly is "Microsoft.CSharp" or "Microsoft.VisualBasic" or "Microsoft.VisualBasic.Core";

    /// <summary>The method of a library that a call runs; null for one of the framework's.</summary>
    /// <param name="call">The call.</param>
    /// <param name="caller">The assembly in which it stands.</param>
    public LibraryMethod? Target(LibraryCall call, string caller)
    {
        string home = HomeOf(call.Type, call.Assembly ?? caller);
        return OverrideFor(call, caller, home) ?? (IsOfTheFramework(home) ? null : new LibraryMethod(home, call.Type, call.Member));
    }

    private LibraryMethod? OverrideFor(LibraryCall call, string caller, string home)
    {
        if (!call.IsVirtual || call.Receiver is null)
        {
            return null;
        }

        // A signature names no assembly. Most often the type is one of the caller's own.
        string type = SignatureNames.DefinitionOf(call.Receiver);
        string assembly = Find(caller)?.Has(type) == true ? caller : home;
        Stack<(LibraryImage Image, string Assembly, string Type, string Base)> hierarchy = new();
        while (hierarchy.Count < MostSteps && type != call.Type && Find(assembly = HomeOf(type, assembly)) is LibraryImage image && image.BaseOf(type) is (string parent, var its))
        {
            hierarchy.Push((image, assembly, type, parent));
            (type, assembly) = (SignatureNames.DefinitionOf(parent), its ?? assembly);
        }

        // What is declared for any T is overridden for the T of the base.
        LibraryMethod? found = null;
        string signature = call.Member.Substring("M:".Length + call.Type.Length);
        foreach ((LibraryImage image, string itsAssembly, string derived, string @base) in hierarchy)
        {
            signature = SignatureNames.Substitute(signature, SignatureNames.ArgumentsOf(@base));
            string member = "M:" + derived + signature;
            if (image.Overrides(member, derived))
            {
                found = new LibraryMethod(itsAssembly, derived, member);
            }
        }

        return found;
    }

    /// <summary>Where a type is now: what names it may have been compiled before it moved.</summary>
    private string HomeOf(string type, string assembly)
    {
        for (int i = 0; i < MostSteps && Find(assembly) is LibraryImage image && !image.Has(type) && image.ForwardOf(type) is string next; i++)
        {
            assembly = next;
        }

        return assembly;
    }

    private LibraryImage? Open(string name) =>
        !IsOfTheFramework(name)
        && compilation.SourceModule.ReferencedAssemblySymbols.FirstOrDefault(assembly => assembly.Name == name) is IAssemblySymbol assembly
        && compilation.GetMetadataReference(assembly) is PortableExecutableReference { FilePath: string path }
        && assembly.GetMetadata()?.GetModules() is [ModuleMetadata module, ..]
            ? LibraryImage.Open(path, module.GetModuleVersionId())
            : null;
}

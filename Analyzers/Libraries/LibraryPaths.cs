using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Libraries;

/// <summary>
/// Finds how methods of referenced assemblies come to block, through their IL and that of the assemblies that they call. A virtual method is the declared one, or that of the
/// type that the stack shows; what is called by a delegate or an interface is not followed.
/// </summary>
public sealed class LibraryPaths(KnownTypes known)
{
    private static readonly ConditionalWeakTable<KnownTypes, LibraryPaths> s_cache = new();

    // Far from the call, what is found is seldom what happens.
    private const int MostMethods = 2000;

    private readonly BlockingMembers _blocking = new(known);
    private readonly ConcurrentDictionary<string, LibraryImage?> _images = new();
    private readonly ConcurrentDictionary<Method, LibraryPath?> _paths = new();

    public static LibraryPaths Of(KnownTypes known) => s_cache.GetValue(known, static known => new LibraryPaths(known));

    /// <summary>The shortest path from a method to a blocking call; null when there is none, or the assembly is the framework's.</summary>
    public LibraryPath? From(IMethodSymbol method, CancellationToken cancellationToken)
    {
        IMethodSymbol definition = (method.ReducedFrom ?? method).OriginalDefinition;
        return definition.ContainingAssembly is IAssemblySymbol assembly && !IsOfTheFramework(assembly.Name) && definition.GetDocumentationCommentId() is string id
            ? _paths.GetOrAdd(new Method(assembly.Name, id, TypeOf(id)), start => Search(start, cancellationToken))
            : null;
    }

    private LibraryPath? Search(Method start, CancellationToken cancellationToken)
    {
        Dictionary<Method, Method> callerOf = new() { [start] = start };
        Queue<Method> pending = new([start]);
        while (pending.Count > 0 && callerOf.Count < MostMethods)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Method method = pending.Dequeue();
            if (ImageOf(method.Assembly)?.CallsOf(method.Member, method.Type) is not ImmutableArray<LibraryCall> calls)
            {
                continue;
            }

            // Who asks whether a task has ended takes its result without a wait.
            bool asks = calls.Any(static call => call.Member.Contains(".get_IsCompleted"));
            foreach (LibraryCall call in calls)
            {
                string assembly = call.Assembly ?? method.Assembly;
                if (IsOfTheFramework(assembly))
                {
                    if (!(asks && IsOfTask(call.Member)) && _blocking.NameOf(call) is string name)
                    {
                        return PathTo(method, name, callerOf);
                    }
                }
                else if (Target(assembly, call) is Method callee && !callerOf.ContainsKey(callee))
                {
                    callerOf.Add(callee, method);
                    pending.Enqueue(callee);
                }
            }
        }

        return null;
    }

    // What returns a task is asynchronous, and would block, if it did, against all custom.
    private Method? Target(string assembly, LibraryCall call)
    {
        string declared = TypeOf(call.Member);
        LibraryImage? image = ImageOf(assembly);
        for (string? type = call.Receiver is string receiver ? SignatureNames.DefinitionOf(receiver) : null; type is not null && type != declared; type = image?.BaseOf(type))
        {
            string member = "M:" + type + call.Member.Substring(2 + declared.Length);
            if (image?.CallsOf(member, type) is not null)
            {
                return new Method(assembly, member, type);
            }
        }

        return IsAsynchronous(call.Member) ? null : new Method(assembly, call.Member, declared);
    }

    private static LibraryPath PathTo(Method last, string call, Dictionary<Method, Method> callerOf)
    {
        List<string> through = [];
        for (Method method = last; callerOf[method] != method; method = callerOf[method])
        {
            through.Insert(0, NameOf(method));
        }

        return new LibraryPath([.. through], call, last.Assembly);
    }

    private LibraryImage? ImageOf(string name) => _images.GetOrAdd(name, _ =>
        known.Compilation.SourceModule.ReferencedAssemblySymbols.FirstOrDefault(assembly => assembly.Name == name) is IAssemblySymbol assembly
            && known.Compilation.GetMetadataReference(assembly) is PortableExecutableReference { FilePath: string path }
            && assembly.GetMetadata()?.GetModules() is [ModuleMetadata module, ..]
                ? LibraryImage.Open(path, module.GetModuleVersionId())
                : null);

    private static bool IsOfTheFramework(string assembly) =>
        assembly is "System" or "mscorlib" or "netstandard" or "CoGen" or "WindowsBase" or "PresentationCore" or "PresentationFramework" || assembly.StartsWith("System.", StringComparison.Ordinal) || assembly.StartsWith("Microsoft.Win32.", StringComparison.Ordinal)
        || assembly is "Microsoft.CSharp" or "Microsoft.VisualBasic" or "Microsoft.VisualBasic.Core";

    private static bool IsOfTask(string member) => member.StartsWith("M:System.Threading.Tasks.", StringComparison.Ordinal) || member.StartsWith("M:System.Runtime.CompilerServices.", StringComparison.Ordinal);

    private static bool IsAsynchronous(string member) => WithoutParameters(member).EndsWith("Async", StringComparison.Ordinal);

    /// <summary>The type in a documentation id of one of its methods.</summary>
    private static string TypeOf(string member)
    {
        string name = WithoutParameters(member);
        return name.Substring(2, name.LastIndexOf('.') - 2);
    }

    private static string NameOf(Method method)
    {
        string name = WithoutParameters(method.Member).Substring(2 + method.Type.Length + 1);
        int arity = name.IndexOf('`');
        name = arity < 0 ? name : name.Substring(0, arity);
        string type = method.Type.Substring(method.Type.LastIndexOf('.') + 1).Split('`')[0];
        return name switch
        {
            "#ctor" => "new " + type,
            "#cctor" => "static " + type,
            _ when name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal) => name.Substring(4),
            _ => name.Substring(name.LastIndexOf('#') + 1),
        };
    }

    private static string WithoutParameters(string member)
    {
        int parenthesis = member.IndexOf('(');
        return parenthesis < 0 ? member : member.Substring(0, parenthesis);
    }

    private readonly record struct Method(string Assembly, string Member, string Type);
}

using System.Collections.Concurrent;
using CoGen.Semantics;
using CoGen.Semantics.Calls;
using CoGen.Semantics.Catalog;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Libraries;

/// <summary>
/// Says which members of the framework, as IL names them, block. It asks the same tables as everything else, but believes less: what only locks, or what a stream of unknown
/// kind does, is not worth a word about code that nobody here has written.
/// </summary>
internal sealed class BlockingMembers(KnownTypes known)
{
    private readonly ConcurrentDictionary<LibraryCall, string?> _names = new();
    private readonly Lazy<CallResolver?> _resolver = new(
        () => known.Compilation.SyntaxTrees.FirstOrDefault() is SyntaxTree tree ? new CallResolver(known.Compilation.GetSemanticModel(tree), known, enclosing: null) : null,
        LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>The member as one would say it, if it blocks; else null.</summary>
    public string? NameOf(LibraryCall call) => _names.GetOrAdd(call, Find);

    private string? Find(LibraryCall call)
    {
        if (DocumentationCommentId.GetFirstSymbolForDeclarationId(call.Member, known.Compilation) is not IMethodSymbol method)
        {
            return null;
        }

        ISymbol member = method.AssociatedSymbol ?? method;
        ITypeSymbol? receiver = call.Receiver is string name ? DocumentationCommentId.GetFirstSymbolForDeclarationId("T:" + SignatureNames.DefinitionOf(name), known.Compilation) as ITypeSymbol : null;
        if (known.Rules.FindBlocking(member, receiver) is PatchRule rule)
        {
            return rule.MayWaitLong && IsWorthAWord(rule, method) ? DisplayName.OfCall(member) : null;
        }

        INamedTypeSymbol type = receiver as INamedTypeSymbol ?? method.ContainingType;
        if (!TalksToTheWorld(type))
        {
            return null;
        }

        // The convention is asked one at a time: a resolver belongs to one file, and to one thread.
        CallResolver? resolver = _resolver.Value;
        if (resolver is null)
        {
            return null;
        }

        lock (resolver)
        {
            return resolver.Blocks(method, type, position: 0) ? $"{type.Name}.{DisplayName.Of(method)}" : null;
        }
    }

    private static bool IsWorthAWord(PatchRule rule, IMethodSymbol method) =>
        rule.Origin != RuleSource.BuiltIn
        || (rule.Area is "threading" or "waits" or "tasks" or "queues" or "sockets" or "http" or "dns" or "mail" or "db" or "process"
            && method is not ({ ContainingType.Name: "Lazy" or "LazyInitializer" or "SemaphoreSlim" or "SpinWait" } or { ContainingType.Name: "Thread", Name: "Yield" }));

    // Also by what it is derived from: a log file of the library's own is a file.
    private static bool TalksToTheWorld(INamedTypeSymbol? type) => type is not null && (IsOfTheWorld(type) || TalksToTheWorld(type.BaseType));

    private static bool IsOfTheWorld(INamedTypeSymbol type) => type.ContainingNamespace?.ToDisplayString() switch
    {
        "System.IO" => type.Name is "File" or "FileStream",
        "System.IO.Pipes" or "System.Net.Sockets" or "System.Net.Mail" or "System.Net.Security" or "System.Net.NetworkInformation" or "System.Data.Common" => true,
        "System.Net" => type.Name is "Dns",
        "System.Net.Http" => type.Name is "HttpClient" or "HttpMessageInvoker",
        "System.Diagnostics" => type.Name is "Process",
        _ => false,
    };
}

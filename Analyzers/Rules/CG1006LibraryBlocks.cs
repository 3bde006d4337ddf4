using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A method of a referenced assembly whose IL comes to a blocking call.</summary>
internal static class CG1006LibraryBlocks
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.LibraryBlocks,
        title: "A method of a library blocks",
        messageFormat: "'{0}' blocks the thread of all coroutines: {1}. Run it on another thread, [assembly: OffloadCalls(typeof({2}), \"{3}\")], or say that it may block, [assembly: ExcludeFromPatching(typeof({2}), \"{3}\")].",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "With <CoGenScanReferences>true</CoGenScanReferences> the analyzer reads the IL of the libraries that a coroutine calls, and of those that they call.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.LibraryBlocks));
}

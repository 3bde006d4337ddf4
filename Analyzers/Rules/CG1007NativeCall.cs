using CoGen.Semantics;
using Microsoft.CodeAnalysis;

namespace CoGen.Analyzers.Rules;

/// <summary>A call of native code, of which nobody has said whether it blocks.</summary>
internal static class CG1007NativeCall
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        id: DiagnosticIds.NativeCall,
        title: "A call of native code that may block",
        messageFormat: "'{0}' is native code, and if it waits, the thread of all coroutines waits; nothing says whether it does. {1}.",
        category: RuleCategories.Blocking,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "What native code does cannot be seen, and no twin can take its place. A patch says whether its calls are to run on another thread, or do not block.",
        helpLinkUri: RuleHelp.UriOf(DiagnosticIds.NativeCall));
}

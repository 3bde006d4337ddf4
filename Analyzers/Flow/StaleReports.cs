using CoGen.Analyzers.Rules;
using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Flow;

/// <summary>Tells the stale writes of a body, where others may come in between.</summary>
internal static class StaleReports
{
    private const int Synchronized = 32;

    public static void Report(SyntaxNodeAnalysisContext context, AnalyzedCoroutine body, BodyGraph graph, IEnumerable<StaleWrite> writes, KnownTypes known, SharingOfTypes sharing)
    {
        foreach (StaleWrite stale in writes)
        {
            Sharing shared = sharing.Of(stale.Place, body.Method, context.CancellationToken);
            if (shared != Sharing.None && !IsGuarded(stale, body, graph, known, context.CancellationToken))
            {
                Report(context, stale, shared == Sharing.Evident);
            }
        }
    }

    private static void Report(SyntaxNodeAnalysisContext context, StaleWrite stale, bool isShared)
    {
        Location write = PlaceOf(stale.Target);
        Location read = PlaceOf(stale.Fact.Read);
        YieldPoint across = stale.Fact.Across!;
        context.ReportDiagnostic(Diagnostic.Create(
            CG2002CheckThenAct.Descriptor,
            write,
            isShared ? CG2002CheckThenAct.Descriptor.DefaultSeverity : DiagnosticSeverity.Info,
            [read, across.Location],
            properties: null,
            stale.Place.Name,
            stale.IsDecision ? "because of what was read of it" : "to a value made of what was read of it",
            Line.Of(read),
            across.Name,
            Line.Of(across.Location),
            isShared ? "" : ", if fibers share the object",
            AdviceFor(stale)));
    }

    private static string AdviceFor(StaleWrite stale) =>
        stale.IsDecision ? "Check it again before the write"
        : stale.Write is ICompoundAssignmentOperation ? "Yield first, and keep what comes of it in a local"
        : "Read it again before the write";

    private static bool IsGuarded(StaleWrite stale, AnalyzedCoroutine body, BodyGraph graph, KnownTypes known, CancellationToken cancellationToken)
    {
        IMethodSymbol method = body.Method;

        // Whoever ends an object is the only one who still uses it.
        if (method.Name is "Dispose" || method.ExplicitInterfaceImplementations.Any(static m => m.Name == "Dispose"))
        {
            return true;
        }

        // A lambda that is called while a lock is held, as far as one can see.
        if (((int)method.MethodImplementationFlags & Synchronized) != 0
            || (graph.IsNested && stale.Write.Syntax.Ancestors().SkipWhile(static n => n is not AnonymousFunctionExpressionSyntax).Any(static n => n is LockStatementSyntax)))
        {
            return true;
        }

        return PrivateCallers.AllHoldLock(method, known, cancellationToken)
            || (stale.Place.Root == PlaceRoot.This && PrivateCallers.IsOneFiber(method, known, cancellationToken) && PrivateCallers.IsWrittenBy(method, stale.Place.Member, known, cancellationToken));
    }

    private static Location PlaceOf(IOperation operation) => operation is IInvocationOperation { Instance: IOperation instance } call && CollectionMembers.Of(call) is not null
        ? Underline.NameIn(call.Syntax) is { } name && instance.Syntax.Span.Length <= 40 ? Location.Create(name.SourceTree!, Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(instance.Syntax.SpanStart, name.SourceSpan.End)) : Underline.NameIn(call.Syntax)
        : Underline.NameIn(operation.Syntax);
}

using CoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoGen.Analyzers.Flow;

/// <summary>Tells what is the thread's and is used on both sides of a yield.</summary>
internal static class ThreadReports
{
    public static void Report(SyntaxNodeAnalysisContext context, IEnumerable<ThreadUse> uses)
    {
        foreach (ThreadUse use in uses)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                CG1024ThreadAffinity.Descriptor,
                Underline.NameIn(use.Second.Syntax),
                [Underline.NameIn(use.First.Syntax), use.Across.Location],
                use.Name,
                $"and is used on both sides of '{use.Across.Name}' on line {Line.Of(use.Across.Location)}, which yields",
                use.IsIdentity
                    ? "other fibers run on the thread meanwhile, and on a pool the fiber may go on on another. Compare Fiber.Current."
                    : "other fibers that the thread runs meanwhile share it, and on a pool the fiber may go on on another thread. Use a FiberLocal<T> or an AsyncLocal<T>."));
        }
    }
}

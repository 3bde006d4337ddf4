using System.Collections.Immutable;
using CoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoGen.Analyzers.Flow;

/// <summary>Tells what is held at the yields of a body.</summary>
internal static class HeldReports
{
    public static void Report(SyntaxNodeAnalysisContext context, BodyGraph body, YieldSteps yields, Holdings holdings, HeldAnalysis held, ImmutableArray<YieldPoint> points)
    {
        YieldPoint? entry = points.FirstOrDefault(static point => point.Kind == YieldKind.Entry);
        HashSet<(YieldPoint, int)> told = [];
        foreach (IOperation step in body.Steps.SelectMany(static steps => steps))
        {
            if (yields.At(step) is not YieldPoint point)
            {
                continue;
            }

            ulong bits = held.At(step) & ~holdings.LentBy(step);
            for (int i = 0; i < holdings.All.Count; i++)
            {
                if ((bits & (1UL << i)) != 0 && told.Add((point, i)))
                {
                    Report(context, point, holdings.All[i]);
                }
            }

            if (entry is not null && !body.IsNested && point.Kind != YieldKind.BriefLock && told.Add((point, -1)))
            {
                ReportLock(context, point, "this", entry.Location);
            }
        }
    }

    private static void Report(SyntaxNodeAnalysisContext context, YieldPoint point, Holding holding)
    {
        Location taken = Underline.NameIn(holding.Taken.Syntax);
        switch (holding.Kind)
        {
            case HoldingKind.Lock when point.Kind != YieldKind.BriefLock:
                ReportLock(context, point, holding.Name, taken);
                break;
            case HoldingKind.Transaction:
                context.ReportDiagnostic(Diagnostic.Create(CG2004YieldInTransaction.Descriptor, point.Location, [taken], point.Name));
                break;
            case HoldingKind.SpinLock:
                ReportThread(context, point, holding.Name, taken, "a fiber of the same thread that wants it spins for ever. Use a lock, which a fiber may hold while it waits.");
                break;
            case HoldingKind.ThreadLock:
                ReportThread(context, point, holding.Name, taken, "no rule replaces this call, so that other fibers of the thread hold it, too, and on a pool the fiber may go on on a thread that does not. Let it be patched, or use a CoLock.");
                break;
            case HoldingKind.Region:
                ReportThread(context, point, holding.Name, taken, "other fibers run on it meanwhile, and on a pool the fiber may go on on another. End the region before, or run it by Co.Blocking or on a thread of its own.");
                break;
        }
    }

    private static void ReportLock(SyntaxNodeAnalysisContext context, YieldPoint point, string name, Location taken) =>
        context.ReportDiagnostic(Diagnostic.Create(CG2003YieldInLock.Descriptor, point.Location, [taken], point.Name, name));

    private static void ReportThread(SyntaxNodeAnalysisContext context, YieldPoint point, string name, Location taken, string because) =>
        context.ReportDiagnostic(Diagnostic.Create(CG1024ThreadAffinity.Descriptor, point.Location, [taken], name, $"and is held while '{point.Name}' yields", because));
}

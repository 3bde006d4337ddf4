using CoGen.Analyzers.Paths;
using CoGen.Analyzers.Rules;
using CoGen.Semantics;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CoGen.Analyzers;

/// <summary>Finds in the body of a coroutine what runs untagged code that blocks, or leaves a lock as if it were the thread's, said or unsaid.</summary>
internal sealed class UntaggedCallees(KnownTypes known)
{
    public void Analyze(SyntaxNodeAnalysisContext context)
    {
        if (CoroutineBody.Of(context, known) is not IMethodSymbol coroutine || CoroutineBody.IsPartOfAnother(coroutine, context.ContainingSymbol, known)
            || BodyDeclaration.Of(context.Node) is not { Body: SyntaxNode body } || context.SemanticModel.FindOperation(body, context.CancellationToken) is not IOperation root)
        {
            return;
        }

        CoroutineOptions options = known.OptionsOf(coroutine);
        BlockingPaths paths = known.IsTagged(coroutine) ? BlockingPaths.Of(known).Asked : BlockingPaths.Of(known);
        HashSet<TextSpan>? told = null;
        HashSet<SyntaxNode> places = [];
        foreach (IOperation operation in BodyOperations.Of(root))
        {
            foreach (Step step in paths.Steps.Of(operation, context.SemanticModel, context.CancellationToken))
            {
                if (IsOfInterest(step, options)
                    && !places.Contains(step.Place)
                    && (paths.From(step.Method, context.CancellationToken) ?? paths.ToLock(step.Method, context.CancellationToken)) is BlockingPath path
                    && !NestedFunctions.IsHandedOn(step.Place, context.SemanticModel, known, context.CancellationToken)
                    && !(told ??= Told.In(known.AnalyzeOnce(coroutine, context.Node, context.SemanticModel, context.CancellationToken))).Contains(Underline.CallAt(step.Place).SourceSpan) && !told.Contains(step.Place.Span))
                {
                    places.Add(step.Place);
                    Report(step, path, context);
                }
            }
        }
    }

    private bool IsOfInterest(Step step, CoroutineOptions options) =>
        step.Called is not IMethodSymbol called
        || !(called.MethodKind == MethodKind.LocalFunction || (step.Form == CallForm.Named && known.IsCoroutine(called)) || known.IsSwitchedOff(called) || options.Keeps(called.AssociatedSymbol ?? called));

    private void Report(Step step, BlockingPath path, SyntaxNodeAnalysisContext context)
    {
        Location place = Underline.CallAt(step.Place);
        bool isNamed = step.Called is IMethodSymbol { MethodKind: MethodKind.Ordinary } called && NameAt(place, context.CancellationToken) == called.Name;
        context.ReportDiagnostic(Diagnostic.Create(
            CG1005UntaggedCallee.Descriptor,
            place,
            step.Form == CallForm.Unsaid ? [] : Tagging.PlacesOn(path.Before(step), known, context.CancellationToken),
            isNamed ? step.Called.Name : DisplayName.OfCall(step.Called),
            path.IsOfLock ? "speaks of a lock as if the thread held it, and not the coroutine" : "blocks the thread of all coroutines",
            path.DescribeFrom(step),
            Tagging.AdviceFor(step, known, context.CancellationToken)));
    }

    private static string? NameAt(Location place, CancellationToken cancellationToken) =>
        (place.SourceTree?.GetRoot(cancellationToken).FindNode(place.SourceSpan, getInnermostNodeForTie: true) as SimpleNameSyntax)?.Identifier.ValueText;
}

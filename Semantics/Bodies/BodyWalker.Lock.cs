using CoGen.Semantics.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Bodies;

/// <summary>
/// <c>lock (x) { … }</c> becomes <c>using (await CoMonitor.EnterAsync(x)) { … }</c>, also where nothing inside waits: another
/// fiber of the thread may hold the object across a wait of its own, and the thread's monitor would let this one in.
/// </summary>
internal sealed partial class BodyWalker
{
    public override void VisitLockStatement(LockStatementSyntax node)
    {
        if (_known is not { CoMonitor: { } monitor, MonitorEnter: { } enter })
        {
            base.VisitLockStatement(node);
            return;
        }

        if (_places.ObstacleTo(node, _functions.IsAsync) is { } obstacle)
        {
            if (obstacle != UnpatchedReason.InNestedFunction)
                _unpatched.Add(new UnpatchedCall(enter, obstacle, _places.MonitorUseIn(node) ?? "", KnownToBlock: true, node.LockKeyword.GetLocation()));
            base.VisitLockStatement(node);
            return;
        }

        _edits.Add(new TextEdit(node.LockKeyword.SpanStart, node.LockKeyword.Span.Length, "using"));
        int place = _edits.Count;
        Visit(node.Expression);
        int before = _patched.Count;
        Visit(node.Statement);
        bool isBrief = _patched.Skip(before).All(static p => !p.Patch.IsAwaited) && !node.Statement.DescendantNodes().Any(static n => n is YieldStatementSyntax);
        string name = isBrief ? "EnterBrieflyAsync" : "EnterAsync";
        bool isDynamic = _model.GetTypeInfo(node.Expression).Type is { TypeKind: TypeKind.Dynamic };
        _edits.Insert(place, TextEdit.Insert(
            node.Expression.SpanStart, $"await {ScopedNames.Of(monitor, _model, node.SpanStart)}.{name}({(isDynamic ? "(object)" : "")}"));
        _edits.Add(TextEdit.Insert(node.CloseParenToken.SpanStart, ")"));
        _patched.Add(new PatchedCall(enter, new CallPatch(TwinOrigin.Catalog, node.Expression, "CoMonitor." + name, null, [], []), node.LockKeyword.GetLocation()));
    }
}

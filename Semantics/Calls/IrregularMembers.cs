using System.Collections.Immutable;
using CoGen.Semantics.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace CoGen.Semantics.Calls;

/// <summary>The members whose twin has another name and stands elsewhere: <c>Thread.Sleep</c>, and what blocks on a task.</summary>
internal sealed class IrregularMembers
{
    private readonly SemanticModel _model;
    private readonly KnownTypes _known;

    public IrregularMembers(SemanticModel model, KnownTypes known)
    {
        _model = model;
        _known = known;
    }

    /// <summary>Whether <paramref name="symbol"/> is in this catalog at all.</summary>
    public static bool Contains(ISymbol symbol) => ReplacementOf(symbol) is not null;

    /// <summary>Null when the call is none of these.</summary>
    public CallVerdict? Resolve(IOperation operation) => operation switch
    {
        IInvocationOperation invocation when CallSite.From(invocation) is { } call && ReplacementOf(call.Method) is { } twin => Resolve(call, twin),
        IPropertyReferenceOperation { Syntax: MemberAccessExpressionSyntax syntax } property when ReplacementOf(property.Property) is { } twin =>
            Judge(syntax, property.Property, twin, Receive(syntax.Expression.Span, syntax.Span.End, twin, ")")),
        IPropertyReferenceOperation { Syntax: MemberBindingExpressionSyntax syntax } property when ReplacementOf(property.Property) is { } twin =>
            Judge(syntax, property.Property, twin, Receive(new TextSpan(syntax.SpanStart, 0), syntax.Span.End, twin, ")")),
        _ => null,
    };

    private CallVerdict Resolve(CallSite call, Replacement twin)
    {
        ArgumentListSyntax arguments = call.Syntax.ArgumentList;
        if (call.Method.IsStatic)
        {
            ExpressionSyntax callee = call.Syntax.Expression;
            return Judge(call.Syntax, call.Method, twin, (
                [new TextEdit(callee.SpanStart, callee.Span.Length, NameOf(twin, call.Syntax.SpanStart))], []));
        }

        if (ReceiverOf(call.Syntax.Expression) is not { } receiver)
            return NoTwin(call.Method);

        if (!twin.OnAwaiter)
        {
            string next = arguments.Arguments.Count == 0 ? "" : ", ";
            return Judge(call.Syntax, call.Method, twin, Receive(receiver, arguments.OpenParenToken.Span.End, twin, next));
        }

        // Only the awaiter that is thrown away at once can be left out.
        return call.Syntax.Expression is MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax { Expression: { } getAwaiter } } &&
            CallSite.NameOf(getAwaiter)?.Identifier.ValueText == "GetAwaiter" && ReceiverOf(getAwaiter) is { } task
                ? Judge(call.Syntax, call.Method, twin, Receive(task, arguments.OpenParenToken.Span.End, twin, ""))
                : NoTwin(call.Method);
    }

    // Behind ?. the receiver has no text of its own: what stands for it will be put there.
    private static TextSpan? ReceiverOf(ExpressionSyntax callee) => callee switch
    {
        MemberAccessExpressionSyntax access => access.Expression.Span,
        MemberBindingExpressionSyntax binding => new TextSpan(binding.SpanStart, 0),
        _ => null,
    };

    // t.Wait(9) becomes CoTask.WaitAsync(t, 9): what stands between the receiver and the first argument goes.
    private (ImmutableArray<TextEdit> Opening, ImmutableArray<TextEdit> Closing) Receive(
        TextSpan receiver, int end, Replacement twin, string next)
    {
        int from = receiver.End;
        return (
            [TextEdit.Insert(receiver.Start, NameOf(twin, receiver.Start) + "(")],
            [new TextEdit(from, end - from, next)]);
    }

    private CallVerdict Judge(
        ExpressionSyntax syntax, ISymbol member, Replacement twin, (ImmutableArray<TextEdit> Opening, ImmutableArray<TextEdit> Closing) edits)
    {
        if (syntax.Parent is AssignmentExpressionSyntax assignment && assignment.Left == syntax)
            return CallVerdict.Harmless.Instance;

        if (Speculation.Bind(_model, syntax, edits.Opening, edits.Closing) is not { } bound ||
            bound.Name != twin.Name || !Awaitables.TryGetResult(bound.ReturnType, out ITypeSymbol? result))
        {
            return NoTwin(member);
        }

        ITypeSymbol original = member is IMethodSymbol method ? method.ReturnType : ((IPropertySymbol)member).Type;
        bool unused = syntax.Parent is ExpressionStatementSyntax || (syntax.Parent is ConditionalAccessExpressionSyntax { Parent: ExpressionStatementSyntax });
        if (!unused && !Signatures.AreEqual(result, original))
            return NoTwin(member);

        return new CallVerdict.Patched(new CallPatch(
            TwinOrigin.Catalog, syntax, $"{twin.Type}.{twin.Name}", bound, edits.Opening, edits.Closing));
    }

    private static CallVerdict NoTwin(ISymbol member) => new CallVerdict.Unpatched(
        UnpatchedReason.NoTwin, Catalog.BlockingCatalog.FindBlocking(member)?.Advice ?? "", KnownToBlock: true);

    private string NameOf(Replacement twin, int position)
    {
        INamedTypeSymbol? type = twin.Type == "Co" ? _known.Co : _known.CoTask;
        return (type is null ? "global::CoGen." + twin.Type : ScopedNames.Of(type, _model, position)) + "." + twin.Name;
    }

    private static Replacement? ReplacementOf(ISymbol symbol)
    {
        INamedTypeSymbol? type = symbol.ContainingType;
        return (type?.ContainingNamespace?.ToDisplayString(), type?.MetadataName, symbol.Name) switch
        {
            ("System.Threading", "Thread", "Sleep") => new("Co", "SleepAsync"),
            ("System.Threading", "Thread", "Yield") => new("Co", "YieldAsync"),
            ("System.Threading.Tasks", "Task", "Wait") => new("CoTask", "WaitAsync"),
            ("System.Threading.Tasks", "Task", "WaitAll") => new("CoTask", "WaitAllAsync"),
            ("System.Threading.Tasks", "Task", "WaitAny") => new("CoTask", "WaitAnyAsync"),
            ("System.Threading.Tasks", "Task`1" or "ValueTask`1", "Result") => new("CoTask", "ResultAsync"),
            ("System.Runtime.CompilerServices", "TaskAwaiter" or "TaskAwaiter`1" or "ValueTaskAwaiter" or "ValueTaskAwaiter`1"
                or "ConfiguredTaskAwaiter" or "ConfiguredValueTaskAwaiter", "GetResult") => new("CoTask", "GetResultAsync", OnAwaiter: true),
            _ => null,
        };
    }

    private sealed record Replacement(string Type, string Name, bool OnAwaiter = false);
}

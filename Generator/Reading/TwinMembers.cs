using CoGen.Generator.Models;
using CoGen.Semantics;
using CoGen.Semantics.Calls;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;

namespace CoGen.Generator.Reading;

/// <summary>Reads the members that make up a twin.</summary>
internal static class TwinMembers
{
    public static IEnumerable<MemberModel> Of(TwinSource source)
    {
        if (IteratorShape.Of(source.Method, CancellationToken.None) is { } shape)
            return IteratorMembers.Of(source, shape);

        return OfMethod(source);
    }

    private static IEnumerable<MemberModel> OfMethod(TwinSource source)
    {
        if (IsLessSpecial(source) && source.Repeats)
        {
            // The body makes what its own return type says.
            string worker = WorkerNameOf(source);
            yield return Twin(source, BodyReader.Await(source, worker));
            yield return Twin(source, BodyReader.Repeat(source)) with
            {
                IsTwin = false,
                Modifiers = "private ",
                ReturnType = ReturnTypeOf(source, source.Declaration.Type!.ToString()),
                Name = worker,
                Constraints = MethodParts.WorkerConstraints(source),
            };
            if (source.IsGuarded && GuardReader.NeedsDelegate(source.Method))
                yield return GuardReader.Delegate(source);
            yield break;
        }

        yield return Twin(source, source.Repeats ? BodyReader.Repeat(source) : BodyReader.CallOriginal(source));
        if (AwaitingTwinReader.Read(source) is { } awaiting)
            yield return Twin(awaiting.Source, BodyReader.Repeat(awaiting.Source)) with { Name = awaiting.Name, Parameters = awaiting.Parameters };
        if (source.Plan.Role == TwinRole.Adapter)
            yield return AdapterReader.Read(source);
        if (source.IsGuarded && GuardReader.NeedsDelegate(source.Method))
            yield return GuardReader.Delegate(source);
        if (DisposeRoute.Find(source.Method, source.Known, CancellationToken.None) is { } inherited)
        {
            foreach (MemberModel member in DisposeReader.Read(source, inherited))
                yield return member;
        }
    }

    /// <summary>The names of what the members ask whether they are bypassed.</summary>
    public static IEnumerable<string> SlotsOf(TwinSource source)
    {
        if (source.IsGuarded)
            yield return "Value";
        if (DisposeRoute.Find(source.Method, source.Known, CancellationToken.None) is { } inherited && DisposeReader.NeedsSlot(source, inherited))
            yield return DisposeReader.Slot;
    }

    private static MemberModel Twin(TwinSource source, BodyModel body) => new(
        TwinNames.CrefOf(source.Method),
        IsTwin: true,
        CallsOriginal: !source.Repeats && source.Plan.Role is TwinRole.Virtual or TwinRole.Override,
        MethodParts.Attributes(source.Method, source.Declaration),
        MethodParts.Modifiers(source),
        // What an override's twin yields is what the twin that it overrides does.
        ReturnTypeOf(source, IsLessSpecial(source) ? Nameable.Display(source.Plan.Result) : source.Declaration.Type?.ToString() ?? ""),
        NameOf(source),
        source.Declaration.TypeParameterList?.ToString() ?? "",
        TwinParameters.Of(source),
        MethodParts.Constraints(source),
        body);

    private static bool IsLessSpecial(TwinSource source) => !Signatures.AreEqual(source.Plan.Result, source.Method.ReturnType);

    private static string WorkerNameOf(TwinSource source) => "__" + source.Plan.Name;

    public static string NameOf(TwinSource source) => source.Plan.Role == TwinRole.Explicit
        ? source.Declaration.ExplicitInterface + source.Plan.Name
        : source.Plan.Name;

    private static string ReturnTypeOf(TwinSource source, string result)
    {
        INamedTypeSymbol type = source.Method.ReturnsVoid ? source.Known.Coroutine! : source.Known.CoroutineOfT!;
        string name = ScopedNames.Of(type, source.Model, source.Declaration.Owner.SpanStart);
        return source.Method.ReturnsVoid ? name : $"{name}<{result}>";
    }
}

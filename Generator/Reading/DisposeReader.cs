using CoGen.Generator.Models;
using Microsoft.CodeAnalysis;

namespace CoGen.Generator.Reading;

/// <summary>Reads the override of an inherited <c>DisposeAsync()</c> that leads to the twin of <c>Dispose(bool)</c>.</summary>
internal static class DisposeReader
{
    public const string Slot = "Disposal";

    public static IEnumerable<MemberModel> Read(TwinSource source, IMethodSymbol inherited)
    {
        string indent = new(' ', source.Depth * 4);
        string self = Nameable.Display(source.Method.ContainingType.WithNullableAnnotation(NullableAnnotation.None));
        string task = Nameable.Display(inherited.ReturnType);
        string run = $"await {source.Plan.Name}(true); global::System.GC.SuppressFinalize(this);";

        // Dispose of a stream goes by way of Close, which a derived type may have replaced.
        string closes = NeedsSlot(source, inherited)
            ? $"if (this.GetType() != typeof({self}) && {GuardReader.SlotOf(source)}.{Slot}.IsBypassed(this, static __o => (global::System.Action)(({self})__o).Close, " +
                $"static __o => (global::System.Func<{task}>)(({self})__o).DisposeAsync)) {{ this.Dispose(); return; }} "
            : "";
        yield return Member("public override ", task, "DisposeAsync", new BodyModel(false, 0, "", $"{indent}    => DisposeCoroutine().AsValueTask();"));
        yield return Member("private ", Nameable.Display(source.Known.Coroutine!), "DisposeCoroutine", new BodyModel(true, 0, "", $"{indent}{{ {closes}{run} }}"));
    }

    public static bool NeedsSlot(TwinSource source, IMethodSymbol inherited) =>
        inherited.ContainingType.Name == "Stream" && !source.Method.ContainingType.IsSealed;

    private static MemberModel Member(string modifiers, string type, string name, BodyModel body) => new(
        Cref: "", IsTwin: false, CallsOriginal: false, Attributes: default, modifiers, type, name, TypeParameters: "", Parameters: "", Constraints: default, body);
}

namespace CoGen;

/// <summary>
/// Makes a coroutine of every method and accessor of the assembly that reaches a blocking call, through any depth, as if each were
/// tagged <see cref="CoroutineAttribute"/>: <c>[assembly: PatchAll]</c>.
/// </summary>
/// <remarks>
/// <para>
/// Twins are added to <see langword="partial"/> types; the build names each type that would have to be partial (CG1040), and each method that
/// blocks and can have no twin (CG1041). The entry point, files that say they are generated, and what is tagged
/// <c>[Coroutine(IsEnabled = false)]</c> are left alone. Tags that are there keep their meaning.
/// </para>
/// <para>
/// In <see cref="Only"/> and <see cref="Except"/> a name stands for itself and for all inside: of a namespace <c>"Shop.Orders"</c>, a type
/// <c>"Shop.Orders.Cart"</c>, a nested type, or a member <c>"Shop.Orders.Cart.Total"</c>, all written without type parameters.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class PatchAllAttribute : Attribute
{
    /// <summary>The namespaces, types and members that are patched; empty for all.</summary>
    public string[] Only { get; init; } = [];

    /// <summary>
    /// The namespaces, types and members that are left alone: they get no twins, and nothing warns of calls of them.
    /// </summary>
    public string[] Except { get; init; } = [];

    /// <summary>
    /// The members whose calls stay as they are in all twins of the assembly, and of which nothing warns: <c>"Flush"</c>, or <c>"Stream.Flush"</c>
    /// for those of one type.
    /// </summary>
    public string[] KeepBlocking { get; init; } = [];
}

using System.Collections.Immutable;
using CoGen.Generator.Tests.Harness;
using CoGen.Semantics;
using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;

namespace CoGen.Generator.Tests;

/// <summary>Which tagged methods have a twin, by their signature.</summary>
public class ShapeTests
{
    [Theory]
    [InlineData("class C { [Coroutine] public void M() { } }", ShapeRefusalKind.ContainingTypeNotPartial)]
    [InlineData("class O { partial class C { [Coroutine] void M() { } } }", ShapeRefusalKind.ContainingTypeNotPartial)]
    [InlineData("partial class C { [Coroutine] Span<int> M() => default; }", ShapeRefusalKind.SignatureCannotBeAsync)]
    [InlineData("partial class C { int f; [Coroutine] ref int M() => ref f; }", ShapeRefusalKind.SignatureCannotBeAsync)]
    [InlineData("partial class C { [Coroutine] void M(__arglist) { } }", ShapeRefusalKind.SignatureCannotBeAsync)]
    [InlineData("partial class C { [Coroutine] static extern void M(); }", ShapeRefusalKind.MemberCannotHaveTwin)]
    [InlineData("partial class C { [Coroutine] public static C operator +(C a, C b) => a; }", ShapeRefusalKind.MemberCannotHaveTwin)]
    [InlineData("file partial class C { [Coroutine] void M() { } }", ShapeRefusalKind.MemberCannotHaveTwin)]
    [InlineData("partial class C { [Coroutine] async void M() { } }", ShapeRefusalKind.AlreadyAsync)]
    [InlineData("partial class C { [Coroutine] Task M() => null!; }", ShapeRefusalKind.AlreadyAsync)]
    [InlineData("partial class C { [Coroutine] Coroutine<int> M() => default; }", ShapeRefusalKind.AlreadyAsync)]
    [InlineData("partial class C { [Coroutine] void M(int a) { } void MAsync(int a) { } void MCoroutine(int a) { } }", ShapeRefusalKind.TwinNameTaken)]
    [InlineData("partial class C { [Coroutine(TwinName = \"N\")] void M(int a) { } int N; }", ShapeRefusalKind.TwinNameTaken)]
    [InlineData("partial class C : B { [Coroutine(TwinName = \"N\")] void M() { } } class B { protected int N() => 1; }", ShapeRefusalKind.TwinNameTaken)]
    [InlineData("partial class C { [Coroutine(TwinName = \"1\")] void M() { } }", ShapeRefusalKind.TwinNameTaken)]
    [InlineData("partial interface C<out T> { [Coroutine] T M(); }", ShapeRefusalKind.InterfaceCannotDeclareTwin)]
    [InlineData("partial interface C<out T> { [Coroutine] IEnumerable<T> M() => []; }", ShapeRefusalKind.InterfaceCannotDeclareTwin)]
    [InlineData("partial interface C { [Coroutine] static abstract void M(); }", ShapeRefusalKind.InterfaceCannotDeclareTwin)]
    public void A_method_is_refused(string source, ShapeRefusalKind kind)
    {
        (IMethodSymbol method, KnownTypes known) = Find(source);
        ImmutableArray<ShapeRefusal> refusals = CoroutineShape.Judge(method, known, TestContext.Current.CancellationToken);
        Assert.Equal(kind, Assert.Single(refusals).Kind);
        Assert.True(refusals[0].Location.IsInSource);
        Assert.Empty(GeneratorRun.Of(source).Twins);
    }

    [Theory]
    [InlineData("partial struct C { int f; [Coroutine] void M() { f = 1; } }")]
    [InlineData("partial struct C { int f; [Coroutine] void M() { f++; } }")]
    [InlineData("partial struct C { int f; [Coroutine] void M() { (f, _) = (1, 2); } }")]
    [InlineData("partial struct C { int f; [Coroutine] void M() { int.TryParse(\"\", out f); } }")]
    [InlineData("partial struct C { int P { get; set; } [Coroutine] void M() { P = 1; } }")]
    [InlineData("partial struct C { [Coroutine] void M() { this = default; } }")]
    [InlineData("partial struct C { int f; void W() => f++; [Coroutine] void M() { W(); } }")]
    [InlineData("partial struct C { SpinLock f; [Coroutine] void M() { f.Exit(); } }")]
    [InlineData("partial struct C { int f; [Coroutine] int P { get => ++f; } }")]
    public void The_twin_of_a_struct_method_that_writes_its_struct_calls_the_original(string source)
    {
        (IMethodSymbol method, KnownTypes known) = Find(source);
        Assert.Empty(CoroutineShape.Judge(method, known, TestContext.Current.CancellationToken));
        Assert.NotNull(StructRules.FindWrite(method, known, TestContext.Current.CancellationToken));
        Assert.DoesNotContain("async ", GeneratorRun.Of(source).AssertCompiles().Twin(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("partial class C { [Coroutine] void M() { Thread.Sleep(0); } }")]
    [InlineData("sealed partial class C { [Coroutine] public override string ToString() { Thread.Sleep(0); return \"\"; } }")]
    [InlineData("partial class C : B { [Coroutine] public sealed override T M<T>(T t) { Thread.Sleep(0); return t; } } class B { public virtual T M<T>(T t) where T : class => t; }")]
    [InlineData("partial class C { [Coroutine] partial void M(); partial void M() { Thread.Sleep(0); } }")]
    [InlineData("partial class C { private partial int M(); [Coroutine] private partial int M() { Thread.Sleep(0); return 1; } }")]
    [InlineData("partial class C : B { [Coroutine] public new void M() { Thread.Sleep(0); } } partial class B { [Coroutine] public void M() { Thread.Sleep(0); } }")]
    [InlineData("partial class C { [Coroutine] void M(params int[] a) { Thread.Sleep(0); } void MAsync(string a) { } }")]
    [InlineData("partial class C { [Coroutine] void M() { Thread.Sleep(0); } private void N() { } } partial interface I { [Coroutine] static void M() { Thread.Sleep(0); } }")]
    [InlineData("partial record C(int N) { [Coroutine] int M() { Thread.Sleep(0); return N; } }")]
    [InlineData("partial record class C(int N) { [Coroutine] int M() { Thread.Sleep(0); return N; } }")]
    [InlineData("readonly partial record struct C(int N) { [Coroutine] int M() { Thread.Sleep(0); return N; } }")]
    [InlineData("partial class C { [Coroutine] int P { get { Thread.Sleep(0); return 1; } } }")]
    [InlineData("partial class C { int P { [Coroutine] set => Thread.Sleep(value); } }")]
    [InlineData("partial class C { [Coroutine] int P => Read(); [Coroutine] int Read() { Thread.Sleep(0); return 1; } }")]
    [InlineData("partial class C { [Coroutine] int this[int i] { get { Thread.Sleep(i); return 1; } set { Thread.Sleep(i); } } }")]
    [InlineData("abstract partial class C { [Coroutine] public virtual int P { get { Thread.Sleep(0); return 1; } protected set { Thread.Sleep(0); } } }")]
    [InlineData("partial class C : IDisposable { [Coroutine] void IDisposable.Dispose() { Thread.Sleep(0); } }")]
    [InlineData("ref partial struct C { [Coroutine] static void M() { Thread.Sleep(0); } }")]
    [InlineData("partial struct C { int f; int P { get; set; } [Coroutine] int M() { Thread.Sleep(f); GetHashCode(); return P + f; } }")]
    [InlineData("partial struct C { int f; readonly int R() => f; [Coroutine] readonly int M() { Thread.Sleep(f); return R(); } }")]
    [InlineData("partial interface C<in T> { [Coroutine] private int M(T t) { Thread.Sleep(0); return 1; } }")]
    [InlineData("partial class C<[System.ComponentModel.Description(\"x\")] T> where T : notnull { [Coroutine] T? M([System.Diagnostics.CodeAnalysis.AllowNull] T t) { Thread.Sleep(0); return t; } }")]
    [InlineData("partial class C { [Coroutine] (int A, string? B) M(dynamic d, int? n = null, string s = \"a\\\"b\", System.ConsoleColor c = System.ConsoleColor.Red) { Thread.Sleep(0); return (1, s); } }")]
    [InlineData("partial class C { [Coroutine] void M(ref int a, out int b, in int c, ref readonly int d) { Thread.Sleep(a + c + d); b = 1; } }")]
    [InlineData("partial class C { [Coroutine] void M(Span<int> a, scoped ReadOnlySpan<char> b) { Thread.Sleep(0); a[0] = b[0]; } }")]
    [InlineData("partial class C { [Coroutine] void M(params ReadOnlySpan<int> a) { Thread.Sleep(a.Length); } }")]
    [InlineData("partial class C { [Coroutine] unsafe void M() { Thread.Sleep(0); } }")]
    [InlineData("unsafe partial class C { [Coroutine] void M(byte[] a) { fixed (byte* p = a) { p[0]++; } Thread.Sleep(0); } }")]
    [InlineData("partial class C { [Coroutine, System.Diagnostics.Conditional(\"X\")] void M() { Thread.Sleep(0); } }")]
    [InlineData("partial class C { [Coroutine, Obsolete(\"x\", true)] void M() { Thread.Sleep(0); } [Coroutine, Obsolete] void N() { M(); } }")]
    [InlineData("partial class C { [Coroutine] T M<T>(T a) where T : class, IComparable<T>, new() { Thread.Sleep(0); return a; } [Coroutine] void N<T>() where T : allows ref struct { Thread.Sleep(0); } }")]
    public void A_method_has_a_twin(string source)
    {
        (IMethodSymbol method, KnownTypes known) = Find(source);
        Assert.Empty(CoroutineShape.Judge(method, known, TestContext.Current.CancellationToken));
        GeneratorRun run = GeneratorRun.Of(source).AssertCompiles();
        Assert.NotEmpty(run.Twins);
        Assert.All(run.Twins, static f => Assert.Contains("await ", f.SourceText.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("partial class C { [Coroutine] void M<T>(T a) where T : allows ref struct { Thread.Sleep(0); } }", "Coroutine MAsync<T>(T a)")]
    [InlineData("partial class C { [Coroutine] unsafe void M(int* a, out int b) { b = *a; Thread.Sleep(0); } }", "unsafe Coroutine MAsync(int* a, out int b)")]
    [InlineData("partial class C { [Coroutine] void M(ref Span<int> a) { a = a[1..]; Thread.Sleep(0); } }", "Coroutine MAsync(ref Span<int> a)")]
    [InlineData("partial class C { [Coroutine] int M(System.Text.Json.Utf8JsonReader a) { Thread.Sleep(0); return 1; } }", "Coroutine<int> MAsync(System.Text.Json.Utf8JsonReader a)")]
    [InlineData("ref partial struct C { [Coroutine] void M() { Thread.Sleep(0); } }", "Coroutine MAsync()")]
    [InlineData("partial class C { [Coroutine] unsafe void M() { int* p = stackalloc int[1]; Thread.Sleep(*p); } }", "Coroutine MAsync()")]
    [InlineData("partial class C { [Coroutine] void M(ref int a, ref int b) { a = ref b; Thread.Sleep(a); } }", "Coroutine MAsync(Ref<int> a, Ref<int> b)")]
    [InlineData("partial class C { [Coroutine] void M(Span<int> a) { Thread.Sleep(0); a = System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref a[0], 1); a[0]++; } }", "Coroutine MAsync(Memory<int> a)")]
    public void A_twin_calls_its_original(string source, string signature)
    {
        (IMethodSymbol method, KnownTypes known) = Find(source);
        Assert.Empty(CoroutineShape.Judge(method, known, TestContext.Current.CancellationToken));
        string twin = GeneratorRun.Of(source).AssertCompiles().Twin();
        Assert.Contains(signature, twin, StringComparison.Ordinal);
        Assert.DoesNotContain("await ", twin, StringComparison.Ordinal);
    }

    [Fact]
    public void The_analyzer_sees_the_twin_and_judges_alike()
    {
        Compilation output = GeneratorRun.Of("partial class C { [Coroutine] void M() { Thread.Sleep(0); } [Coroutine] void N() { M(); } }").Output;
        KnownTypes known = KnownTypes.Of(output)!;
        foreach (string name in new[] { "M", "N" })
        {
            IMethodSymbol method = output.GetTypeByMetadataName("C")!.GetMembers(name).OfType<IMethodSymbol>().Single();
            Assert.Empty(CoroutineShape.Judge(method, known, TestContext.Current.CancellationToken));
            Assert.True(CoroutineShape.HasTwin(method, known, TestContext.Current.CancellationToken));
        }
    }

    private static (IMethodSymbol Method, KnownTypes Known) Find(string source)
    {
        Compilation compilation = TestCompilation.Create(source);
        KnownTypes known = KnownTypes.Of(compilation)!;
        IEnumerable<INamedTypeSymbol> types = compilation.Assembly.GlobalNamespace.GetTypeMembers().SelectMany(static t => t.GetTypeMembers().Prepend(t));
        return (types.SelectMany(static t => t.GetTypeMembers().Append(t)).SelectMany(static t => t.GetMembers()).OfType<IMethodSymbol>().First(known.IsCoroutine), known);
    }
}

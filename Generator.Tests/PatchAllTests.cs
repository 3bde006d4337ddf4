using CoGen.Generator.Tests.Harness;
using CoGen.Semantics;
using CoGen.Semantics.PatchAll;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoGen.Generator.Tests;

/// <summary><c>[assembly: PatchAll]</c>: which methods are coroutines without a tag.</summary>
public class PatchAllTests
{
    [Fact]
    public void What_reaches_a_blocking_call_is_a_coroutine_through_any_depth() => AssertCoroutines(
        """
        partial class C
        {
            static void A() => new C().B();
            void B() { if (D() > 0) B(); }
            static int D() { Thread.Sleep(1); return 1; }
            static int Pure() => Twice(2);
            static int Twice(int n) => n * 2;
        }
        """,
        "C.A()", "C.B()", "C.D()");

    [Fact]
    public void Without_the_attribute_nothing_is() =>
        Assert.Empty(GeneratorRun.Of("partial class C { static void A() => Thread.Sleep(1); }").Files);

    [Fact]
    public void Circles_that_wait_for_nothing_are_none() => AssertCoroutines("partial class C { int A(int n) => n == 0 ? 0 : B(n - 1); int B(int n) => A(n); }");

    [Fact]
    public void What_an_override_or_an_implementation_waits_for_its_base_and_their_callers_wait_for() => AssertCoroutines(
        """
        public partial interface IJob { void Run(); int Size { get; set; } void Free(); }
        public abstract partial class Job : IJob { public abstract void Run(); public virtual int Size { get => 1; set { } } public void Free() { } }
        public partial class Slow : Job { public override void Run() => Thread.Sleep(1); public override int Size { get { Thread.Sleep(1); return 2; } set { } } }
        public partial class Quick : Job { public override void Run() { } }
        public partial class Apart : IJob { void IJob.Run() { Thread.Sleep(1); } int IJob.Size { get => 1; set => Thread.Sleep(value); } void IJob.Free() { } }
        public partial class Loud { public void Speak() => Thread.Sleep(1); }
        public partial interface ISpeaker { void Speak(); }
        public partial class Inherits : Loud, ISpeaker { }
        public static partial class User
        {
            public static void Use(IJob job) => job.Run();
            public static int Read(Job job) => job.Size;
            public static void Write(IJob job) { job.Size = 1; }
            public static void Hear(ISpeaker speaker) => speaker.Speak();
            public static void Free(IJob job) => job.Free();
        }
        """,
        "IJob.Run()", "IJob.Size.get", "IJob.Size.set", "Job.Run()", "Job.Size.get", "Slow.Run()", "Slow.Size.get", "Apart.IJob.Run()", "Apart.IJob.Size.set",
        "Loud.Speak()", "ISpeaker.Speak()", "User.Use(IJob)", "User.Read(Job)", "User.Write(IJob)", "User.Hear(ISpeaker)");

    [Fact]
    public void A_lambda_counts_where_it_would_be_awaited() => AssertCoroutines(
        """
        using System.Linq;

        partial class C
        {
            static int Wait(int n) { Thread.Sleep(n); return n; }
            static List<int> Links(List<int> items) => items.Select(i => Wait(i)).ToList();
            static void Entry() { Co.Spawn(() => Wait(1)); }
            static int Local() { return Inner(1); int Inner(int n) => Wait(n); }
            static int Variable() { Func<int, int> f = n => Wait(n); return f(1); }
            static int Given() => Retry(() => Wait(1));
            static int Retry(Func<int> f) => f();
            static int Harmless() => Retry2(() => 1);
            static int Retry2(Func<int> f) => f();
            static void Kept() => Keep(() => Wait(1));
            static Func<int>? s_kept;
            static void Keep(Func<int> f) => s_kept = f;
            static Task Elsewhere() => Task.Run(() => Wait(1));
            static void OtherThread() { new Thread(() => Wait(1)).Start(); }
        }
        """,
        "C.Wait(int)", "C.Links(List<int>)", "C.Entry()", "C.Local()", "C.Variable()", "C.Given()", "C.Retry(Func<int>)");

    [Fact]
    public void Iterators_enumerators_and_resources_pass_it_on() => AssertCoroutines(
        """
        partial class Items { public IEnumerator<int> GetEnumerator() { Thread.Sleep(1); yield return 1; } }
        partial class Resource : IDisposable { public void Dispose() => Thread.Sleep(1); }
        partial class C
        {
            static IEnumerable<int> Values() { Thread.Sleep(1); yield return 1; }
            static int Sum() { int sum = 0; foreach (int i in Values()) sum += i; return sum; }
            static int Each() { int sum = 0; foreach (int i in new Items()) sum += i; return sum; }
            static void Use() { using Resource r = new(); }
            static void Use2() { using (new Resource()) { } }
        }
        """,
        "Items.GetEnumerator()", "Resource.Dispose()", "C.Values()", "C.Sum()", "C.Each()", "C.Use()", "C.Use2()");

    [Fact]
    public void A_lock_counts_where_a_coroutine_holds_the_same_while_it_waits() => AssertCoroutines(
        """
        partial class C
        {
            private readonly object _held = new();
            private readonly object _brief = new();
            private int _n;
            void Holds() { lock (_held) { Thread.Sleep(1); } }
            int Reads() { lock (_held) return _n; }
            int Other() { lock (_brief) return _n; }
            int Calls() => Reads() + Other();
        }
        """,
        "C.Holds()", "C.Reads()", "C.Calls()");

    [Fact]
    public void What_the_user_has_settled_stays_so() => AssertCoroutines(
        """
        partial class C
        {
            [Coroutine(IsEnabled = false)] static void Off() => Thread.Sleep(1);
            static void CallsOff() => Off();
            [Coroutine(TwinName = "InTurns")] static void Named() => Thread.Sleep(1);
            static void CallsNamed() => Named();
            static void Has() => Thread.Sleep(1);
            static Task HasAsync() => Task.Delay(1);
            static void CallsHas() => Has();
        }
        """,
        "C.CallsNamed()", "C.CallsHas()");

    [Theory]
    [InlineData("[assembly: PatchAll(Only = [\"Shop.Orders\"])]", "Cart.Load()", "Cart.Save()")]
    [InlineData("[assembly: PatchAll(Except = [\"Shop.Orders.Cart\"])]", "Config.Load()")]
    [InlineData("[assembly: PatchAll(Except = [\"Shop.Start\", \"Shop.Orders.Cart.Save\"])]", "Cart.Load()")]
    [InlineData("[assembly: PatchAll(Except = [\"Shop.Sta\"])]", "Config.Load()", "Cart.Load()", "Cart.Save()")]
    [InlineData("[assembly: PatchAll(KeepBlocking = [\"Thread.Sleep\"])]", "Config.Load()")]
    public void The_attribute_can_name_what_is_patched_and_what_is_not(string attribute, params string[] expected)
    {
        Compilation compilation = TestCompilation.Create(
            attribute,
            """
            namespace Shop.Start { partial class Config { void Load() => File.ReadAllText("a"); } }
            namespace Shop.Orders { partial class Cart { void Load() => Thread.Sleep(1); void Save() => Thread.Sleep(1); } }
            """);
        GeneratorRun.Of(compilation).AssertCompiles();
        Assert.Equal(expected, Coroutines(compilation));
    }

    [Fact]
    public void The_entry_point_is_an_ordinary_one()
    {
        Compilation compilation = TestCompilation.Create(Patched + "partial class C { static void Main() { Co.Run(Work); Work(); } static void Work() => Thread.Sleep(1); }");
        compilation = compilation.WithOptions(((CSharpCompilationOptions)compilation.Options).WithOutputKind(OutputKind.ConsoleApplication));
        GeneratorRun run = GeneratorRun.Of(compilation).AssertCompiles();
        Assert.Equal(["C.Work()"], Coroutines(compilation));
        Assert.Contains("\"WorkAsync\"", run.Interceptors(), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_are_generated_are_left_alone()
    {
        Compilation compilation = TestCompilation.Create(Patched)
            .AddSyntaxTrees(
                TestCompilation.Parse("// <auto-generated/>\npartial class A { void M() => System.Threading.Thread.Sleep(1); }", "/src/A.cs"),
                TestCompilation.Parse("partial class B { void M() => System.Threading.Thread.Sleep(1); }", "/src/B.g.cs"),
                TestCompilation.Parse("partial class D { void M() => System.Threading.Thread.Sleep(1); }", "/src/D.cs"));
        Assert.Equal(["D.M()"], Coroutines(compilation));
    }

    [Fact]
    public void What_can_have_no_twin_is_named_with_the_reason()
    {
        PatchAllSet all = SetOf(TestCompilation.Create(Patched +
            """
            partial class C
            {
                C() => Load();
                ~C() => Load();
                static C operator +(C a, C b) { Load(); return a; }
                event Action E { add => Load(); remove { } }
                static void Load() => Thread.Sleep(1);
                static async Task Later() { Load(); await Task.Yield(); }
                static Task Now() { Load(); return Task.CompletedTask; }
                static ref int Place(int[] a) { Load(); return ref a[0]; }
                static void Take(Rest rest) { Load(); }
                int P { get => 1; init => Load(); }
                ref struct Rest { }
                void Calls() { _ = new C(); }
            }
            """));
        Assert.Equal(["Load"], all.Methods.Select(static m => m.Name));
        Assert.Equal(
            [
                ".ctor calls C.Load: it is a constructor", "Finalize calls C.Load: it is a finalizer", "op_Addition calls C.Load: it is an operator",
                "add_E calls C.Load: it is the accessor of an event", "Later calls C.Load: it is async", "Now calls C.Load: it returns something to await",
                "Place calls C.Load: it returns by ref", "Take calls C.Load: parameter 'rest' is C.Rest", "set_P calls C.Load: it is an init accessor, which runs as its object is made",
            ],
            all.Refusals.Select(static r => $"{r.Method.Name} {r.Does}: {r.Because.Split(';')[0]}"));
    }

    [Fact]
    public void Types_that_are_not_partial_are_named_with_all_that_would_be_coroutines()
    {
        PatchAllSet all = SetOf(TestCompilation.Create(Patched +
            """
            class Outer
            {
                void Load() => Thread.Sleep(1);
                partial class Inner { void Save(Outer o) { lock (o) Thread.Sleep(1); } }
            }
            partial class Other { void Call(Quiet q) => q.Wait(); }
            class Quiet { public void Wait() => Thread.Sleep(1); void Idle() { } }
            class Idle { void M() { } }
            """));
        Assert.Equal(["Outer: Load, Save", "Quiet: Wait"], all.NotPartial.Select(static t => $"{t.Type.Name}: {string.Join(", ", t.Methods)}"));
        Assert.Equal(["Call"], all.Methods.Select(static m => m.Name));
    }

    [Fact]
    public void What_the_generator_and_the_analyzers_see_is_the_same_set()
    {
        Compilation before = TestCompilation.Create(Patched +
            """
            public partial interface I { int Get(int n); }
            public partial class C : I
            {
                public virtual int Get(int n) { Thread.Sleep(n); return n; }
                public int GetAll() => Get(1) + Get(2);
                public IEnumerable<int> Each() { yield return Get(1); }
                public int Total { get { int sum = 0; foreach (int n in Each()) sum += n; return sum; } }
            }
            public partial class D : C { public override int Get(int n) => base.Get(n) + Total; }
            """);
        Compilation after = GeneratorRun.Of(before).AssertCompiles().Output;
        Assert.Equal(6, Coroutines(before).Count());
        Assert.Equal(Coroutines(before), Coroutines(after));
        Assert.Equal(6, GeneratorRun.Of(before).Twins.Count());
    }

    [Fact]
    public void The_twins_of_an_assembly_that_was_patched_are_those_of_its_users()
    {
        const string Library = "public partial class Base { public virtual int Get() { Thread.Sleep(1); return 1; } public static void Work() => Thread.Sleep(1); public int Size { get { Thread.Sleep(1); return 3; } } }";
        byte[] library = GeneratorRun.Of(TestCompilation.Create("Library", [Patched + Library])).Emit();
        GeneratorRun run = GeneratorRun.Of(TestCompilation.Create(
            "App",
            [
                """
                public partial class Derived : Base { [Coroutine] public override int Get() => base.Get() + Size; }
                public static partial class Tests
                {
                    public static int Test() { Co.Run(Base.Work); return Co.Run(Sum); }
                    [Coroutine] static int Sum() { Base b = new Derived(); Base.Work(); return b.Get() + b.Size; }
                }
                """,
            ],
            MetadataReference.CreateFromImage(library)));
        Assert.Contains("override async Coroutine<int> GetAsync()", run.Twin("Derived"), StringComparison.Ordinal);
        Assert.Contains("await Base.WorkAsync(); return await b.GetAsync() + await b.GetSizeAsync()", run.Twin("Sum"), StringComparison.Ordinal);
        Assert.Contains("Base.WorkAsync", run.Interceptors(), StringComparison.Ordinal);
        Assert.Equal(7, run.Invoke<int>(library));
    }

    private const string Patched = "[assembly: PatchAll]\n";

    private static void AssertCoroutines(string source, params string[] expected)
    {
        // Using directives come first.
        int start = source.StartsWith("using", StringComparison.Ordinal) ? source.IndexOf('\n', StringComparison.Ordinal) + 1 : 0;
        Compilation compilation = TestCompilation.Create(source[..start] + Patched + source[start..]);
        GeneratorRun.Of(compilation).AssertCompiles();
        Assert.Equal(expected, Coroutines(compilation));
    }

    private static PatchAllSet SetOf(Compilation compilation) => KnownTypes.Of(compilation)!.FindPatchAll(CancellationToken.None)!;

    private static IEnumerable<string> Coroutines(Compilation compilation) =>
        SetOf(compilation).Methods.Select(static m => m.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat));
}

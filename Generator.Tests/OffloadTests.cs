using CoGen.Generator.Tests.Harness;
using CoGen.Semantics;
using CoGen.Semantics.Bodies;
using CoGen.Semantics.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Generator.Tests;

/// <summary>Calls that run on another thread do what they did, with arguments that were evaluated on the fiber in their order.</summary>
public class OffloadTests
{
    private const string Types = """
        [assembly: OffloadCalls(typeof(Slow))]
        [assembly: OffloadCalls(typeof(Slow), nameof(Slow.Name), nameof(Slow.Total), "Item")]
        [assembly: OffloadCalls(typeof(Counter), nameof(Counter.Next))]
        [assembly: OffloadCalls(typeof(Extensions))]
        [assembly: OffloadCalls(typeof(Numbers))]

        public static class Trace
        {
            public static readonly List<string> Lines = [];
            public static int Here;
            public static int OnOthers;

            // Every call of a slow member passes here.
            public static T At<T>(T value, string line)
            {
                if (Environment.CurrentManagedThreadId != Here) OnOthers++;
                Lines.Add(line);
                return value;
            }

            public static T Arg<T>(T value)
            {
                Lines.Add($"arg {value} {Environment.CurrentManagedThreadId == Here}");
                return value;
            }
        }

        public class Slow
        {
            public Slow() { }
            public Slow(int n, object? more) => Trace.At(n, $"new {n} {more}");
            public Slow? Next { get; set; }
            public int Field = 5;
            public string Name { get => Trace.At("name", "get"); set => Trace.At(value, "set " + value); }
            public static int Total => Trace.At(7, "total");
            public int this[int i, string key] { get => Trace.At(i, $"get {i} {key}"); set => Trace.At(value, $"set {i} {key} {value}"); }
            public int Read(long n, string? text = "none") => Trace.At((int)n, $"read {n} {text}");
            public static string Join(string first, params object?[] rest) => Trace.At(first + rest.Length, $"join {first} {string.Join(',', rest)}");
            public static string Pick(Version? version) => Trace.At("version", $"version {version}");
            public static string Pick(Uri? uri) => Trace.At("uri", $"uri {uri}");
            public T Echo<T>(T value) where T : notnull => Trace.At(value, $"echo {typeof(T)} {value}");
            public bool TryGet(int n, out string text) { text = "t" + n; return Trace.At(n > 0, "try"); }
            public void Add(ref int to, in int by) { Trace.At(0, "add"); to += by; }
            public int Fill(Span<byte> bytes) { Trace.At(0, "fill"); bytes.Fill(3); return bytes.Length; }
            public int Sum(ReadOnlySpan<byte> bytes) { int sum = 0; foreach (byte b in bytes) sum += b; return Trace.At(sum, "sum"); }
            public string Where([System.Runtime.CompilerServices.CallerMemberName] string member = "", [System.Runtime.CompilerServices.CallerLineNumber] int line = 0) => Trace.At($"{member} {line}", "where");
            public void Fail(string message) { Trace.At(0, "fail"); throw new InvalidOperationException(message); }
        }

        public struct Counter
        {
            private int _count;
            public int Next() => Trace.At(++_count, "next");
        }

        public static class Extensions
        {
            public static int Half(this Slow slow, int n) => Trace.At(n / 2, "half");
        }

        public static class Numbers
        {
            public static int Twice(int n) => Trace.At(n * 2, "twice");
            public static void Nothing() => Trace.At(0, "nothing");
        }

        """;

    private const string Runner = """

        public static partial class Tests
        {
            private static string s_result = "";

            public static string Test()
            {
                Trace.Here = Environment.CurrentManagedThreadId;
                string original = Body() + "\n" + string.Join("\n", Trace.Lines);
                Trace.Lines.Clear();
                Trace.OnOthers = 0;
                Co.Run(Main);
                string twin = s_result + "\n" + string.Join("\n", Trace.Lines);
                return original == twin ? $"same, {Trace.OnOthers} on others" : original + "\n---\n" + twin;
            }

            [Coroutine]
            private static void Main() => s_result = Body();
        }
        """;

    [Theory]
    [InlineData("Slow slow = new(); return slow.Read(Trace.Arg(1)) + slow.Read(text: Trace.Arg(\"x\"), n: Trace.Arg(2)) + \"\";", 2)]
    [InlineData("return Slow.Join(\"a\") + Slow.Join(\"b\", 1, null) + Slow.Join(\"c\", [2, 3]);", 3)]
    [InlineData("return Slow.Pick((Uri?)null) + Slow.Pick(version: null) + Slow.Pick(new Version(1, 2));", 3)]
    [InlineData("Slow slow = new(3, null); return new Slow(4, new { X = 1 }).Field + slow.Name + Slow.Total;", 4)]
    [InlineData("Slow slow = new(); slow.Name = Trace.Arg(\"n\"); slow[Trace.Arg(1), \"k\"] = Trace.Arg(2); return slow[3, \"l\"] + \"\";", 3)]
    [InlineData("Slow slow = new(); return slow.Echo(1) + slow.Echo<object>(\"s\").ToString() + slow.Echo<long>(2);", 3)]
    [InlineData("Slow slow = new(); int n = 1; slow.Add(ref n, in slow.Field); slow.Add(ref slow.Field, 2); return slow.TryGet(1, out string? text) ? text + n + slow.Field : \"\";", 3)]
    [InlineData("Slow slow = new(); byte[] bytes = new byte[4]; slow.Fill(bytes); Span<byte> local = stackalloc byte[2]; slow.Fill(local); return slow.Sum(bytes) + slow.Sum(local) + slow.Sum([1, 2]) + \"\";", 5)]
    [InlineData("Slow? slow = new() { Next = new() }; return slow?.Read(1) + \"\" + slow?.Next?.Read(2) + slow?.Next?.Next?.Read(Trace.Arg(3)) + slow?.Next?.Name;", 3)]
    [InlineData("Slow slow = new(); return slow.Where();", 1)]
    [InlineData("Counter counter = new(); counter.Next(); return counter.Next() + \"\";", 2)]
    [InlineData("Slow slow = new(); return slow.Half(Trace.Arg(8)) + Extensions.Half(slow, 4) + \"\";", 2)]
    [InlineData("try { new Slow().Fail(\"no\"); return \"\"; } catch (InvalidOperationException e) { return e.Message; }", 1)]
    [InlineData("try { Slow? none = null; return none!.Read(Trace.Arg(1)) + \"\"; } catch (NullReferenceException) { return \"null\"; }", 0)]
    [InlineData("Func<int, int> f = n => Numbers.Twice(n) + 1; Numbers.Nothing(); return $\"{Numbers.Twice(2):000} {f(3)}\";", 3)]
    public void Call_is_made_elsewhere_and_is_the_same(string body, int calls)
    {
        string result = GeneratorRun.Of(Types + $"public static partial class Tests {{ [Coroutine] private static string Body() {{ {body} }} }}" + Runner).Invoke<string>();
        Assert.Equal($"same, {calls} on others", result);
    }

    [Fact]
    public void What_is_generated_names_the_arguments_and_their_types()
    {
        GeneratorRun run = GeneratorRun.Of("""
            [assembly: OffloadCalls(typeof(Store))]
            public class Store { public void Copy(string from, string? to) { } public static int Size(string name) => 0; }
            public static partial class Tests { [Coroutine] public static int M(Store store, string a) { store.Copy(a, null); return Store.Size(a); } }
            """).AssertCompiles();
        Assert.Contains("await Offload.RunAsync<(Store, string, string?)>((store, a, null), static __a => __a.Item1.Copy(__a.Item2, __a.Item3));", run.Twin("M"), StringComparison.Ordinal);
        Assert.Contains("await Offload.RunAsync<string, int>(a, static __a => Store.Size(__a));", run.Twin("M"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new Slow(1, null) { Field = 2 };")]
    [InlineData("Span<byte> bytes = Give(); new Slow().Fill(bytes);")]
    public void What_cannot_be_taken_along_stays(string statement)
    {
        Compilation compilation = TestCompilation.Create(Types + $"public static partial class Tests {{ private static Span<byte> Give() => default; [Coroutine] private static void Body() {{ {statement} }} }}");
        SyntaxTree tree = compilation.SyntaxTrees.Single(t => t.FilePath == TestCompilation.Path);
        MethodDeclarationSyntax method = tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<MethodDeclarationSyntax>().Single(static m => m.Identifier.Text == "Body");
        SemanticModel model = compilation.GetSemanticModel(tree);
        CoroutineAnalysis analysis = CoroutineAnalysis.Of(
            (IMethodSymbol)model.GetDeclaredSymbol(method, TestContext.Current.CancellationToken)!, method, model, KnownTypes.Of(compilation)!, TestContext.Current.CancellationToken);
        Assert.Contains(analysis.Unpatched, static u => u.Reason == UnpatchedReason.TwinDoesNotFit && u.Detail.StartsWith("'Offload' cannot", StringComparison.Ordinal));
    }
}

using CoGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace CoGen.Generator.Tests;

/// <summary>Ordinary code that spawns a coroutine reaches the twin.</summary>
public class InterceptorTests
{
    private const string Log = """
        internal static class Log
        {
            public static readonly List<string> Lines = [];
            public static void Add(string line) => Lines.Add(line);
            public static string Text => string.Join(' ', Lines);
        }
        """;

    [Theory]
    [InlineData("public")]
    [InlineData("internal")]
    [InlineData("private")]
    public void Static_methods(string accessibility) => AssertInterleaves($$"""
        public partial class Tests
        {
            [Coroutine]
            {{accessibility}} static void Work(string name) { Log.Add(name + 1); Thread.Sleep(0); Log.Add(name + 2); }

            public static string Test()
            {
                Co.JoinAll(Co.Spawn(Work, "a"), Co.Spawn(Work, "b"));
                return Log.Text;
            }
        }
        """, interceptors: 1);

    [Theory]
    [InlineData("public")]
    [InlineData("private")]
    [InlineData("protected")]
    public void Instance_methods(string accessibility) => AssertInterleaves($$"""
        public partial class Tests(string name)
        {
            [Coroutine]
            {{accessibility}} void Work() { Log.Add(name + 1); Thread.Sleep(0); Log.Add(name + 2); }

            public static string Test()
            {
                Tests b = new("b");
                Fiber first = new Tests("a").Start();
                Co.JoinAll(first, Co.Spawn(b.Work));
                return Log.Text;
            }

            private Fiber Start() => Co.Spawn(Work);
        }
        """, interceptors: 1);

    [Fact]
    public void Private_methods_of_private_nested_types() => AssertInterleaves("""
        public partial class Tests
        {
            private sealed partial class Inner
            {
                public static Fiber Start(string name) => Co.Spawn(Work, name);

                [Coroutine]
                private static void Work(string name) { Log.Add(name + 1); Thread.Sleep(0); Log.Add(name + 2); }

                [Coroutine]
                public void Instance(string name) { Log.Add(name + 1); Thread.Sleep(0); Log.Add(name + 2); }
            }

            public static string Test()
            {
                Co.JoinAll(Inner.Start("a"), Co.Spawn(new Inner().Instance, "b"));
                return Log.Text;
            }
        }
        """, interceptors: 2);

    [Fact]
    public void Methods_of_private_static_classes() => AssertInterleaves("""
        public static partial class Tests
        {
            private static partial class Inner
            {
                [Coroutine]
                internal static void Work(string name) { Log.Add(name + 1); Thread.Sleep(0); Log.Add(name + 2); }
            }

            public static string Test()
            {
                Co.JoinAll(Co.Spawn(Inner.Work, "a"), Co.Spawn(Inner.Work, "b"));
                return Log.Text;
            }
        }
        """, interceptors: 1);

    [Fact]
    public void Generic_methods_and_types_with_known_arguments() => AssertInterleaves("""
        public static partial class Tests
        {
            public static string Test()
            {
                Co.JoinAll(Co.Spawn(Box<string>.Work, "a"), Co.Spawn(Box<int>.Other<string>, "b"));
                return Log.Text;
            }
        }

        public static partial class Box<T>
        {
            [Coroutine]
            public static void Work(T name) { Log.Add(name + "1"); Thread.Sleep(0); Log.Add(name + "2"); }

            [Coroutine]
            public static void Other<U>(U name) where U : class { Log.Add(name + "1"); Thread.Sleep(0); Log.Add(name + "2"); }
        }
        """, interceptors: 2);

    [Fact]
    public void What_cannot_be_intercepted_is_found_at_run_time() => AssertInterleaves("""
        public static partial class Tests
        {
            public static string Test()
            {
                Action<string> captured = Work;
                Co.JoinAll(Co.Spawn(captured, "a"), Start<string>("b"));
                return Log.Text;
            }

            private static Fiber Start<T>(T name) => Co.Spawn(Generic<T>, name);

            [Coroutine]
            private static void Generic<T>(T name) { Log.Add(name + "1"); Thread.Sleep(0); Log.Add(name + "2"); }

            [Coroutine]
            private static void Work(string name) { Log.Add(name + 1); Thread.Sleep(0); Log.Add(name + 2); }
        }
        """, interceptors: 0);

    [Theory]
    [InlineData("")]
    [InlineData("static ")]
    public void Local_functions(string modifiers) => AssertInterleaves($$"""
        public static partial class Tests
        {
            public static string Test()
            {
                Co.JoinAll(Co.Spawn(Work, "a"), Co.Spawn(Work, "b"));
                return Log.Text;

                [Coroutine]
                {{modifiers}}void Work(string name) { Log.Add(name + 1); Rest(); Log.Add(name + 2); }

                [Coroutine]
                {{modifiers}}void Rest() => Thread.Sleep(0);
            }
        }
        """, interceptors: 1);

    [Fact]
    public void Local_functions_that_were_captured() => AssertInterleaves("""
        public static partial class Tests
        {
            public static string Test()
            {
                Action<string> captured = Work;
                Co.JoinAll(Co.Spawn(captured, "a"), Co.Spawn(captured, "b"));
                return Log.Text;

                [Coroutine]
                static void Work(string name) { Log.Add(name + 1); Thread.Sleep(0); Log.Add(name + 2); }
            }
        }
        """, interceptors: 0);

    [Fact]
    public void Local_functions_of_one_name() => AssertInterleaves("""
        public static partial class Tests
        {
            public static string Test()
            {
                Co.JoinAll(One(), Two());
                return Log.Text;
            }

            private static Fiber One()
            {
                return Co.Spawn(Work);

                [Coroutine]
                static void Work() { Log.Add("a1"); Thread.Sleep(0); Log.Add("a2"); }
            }

            private static Fiber Two(int n)
            {
                return Co.Spawn(Work);

                [Coroutine]
                static void Work() { Log.Add("c"); }
            }

            private static Fiber Two()
            {
                return Co.Spawn(Work);

                [Coroutine]
                static void Work() { Log.Add("b1"); Thread.Sleep(0); Log.Add("b2"); }
            }
        }
        """, interceptors: 3);

    [Fact]
    public void Results_come_back() => Assert.Equal("3 4", GeneratorRun.Of("""
        public static partial class Tests
        {
            [Coroutine]
            private static int Add(int a, int b) { Thread.Sleep(0); return a + b; }

            [Coroutine]
            private static int Four() { Thread.Sleep(0); return 4; }

            public static string Test() => $"{Co.Spawn(Add, 1, 2).Result} {Co.Run(Four)}";
        }
        """).Invoke<string>());

    [Fact]
    public void An_original_that_spawns_on_a_plain_thread_reaches_the_twins() => AssertInterleaves("""
        public static partial class Tests
        {
            [Coroutine]
            private static void Work(string name) { Log.Add(name + 1); Thread.Sleep(0); Log.Add(name + 2); }

            [Coroutine]
            private static void Parent() => Co.JoinAll(Co.Spawn(Work, "a"), Co.Spawn(Work, "b"));

            public static string Test()
            {
                Parent();
                return Log.Text;
            }
        }
        """, interceptors: 1);

    [Fact]
    public void Twins_of_a_referenced_project_and_of_its_metadata()
    {
        const string Library = """
            namespace Library;

            public static partial class Worker
            {
                public static readonly List<string> Lines = [];

                [Coroutine]
                public static void Work(string name) { Lines.Add(name + 1); Thread.Sleep(0); Lines.Add(name + 2); }
            }
            """;
        const string Program = """
            public static partial class Tests
            {
                [Coroutine]
                private static void Through(string name) => Library.Worker.Work(name);

                public static string Test()
                {
                    Co.JoinAll(Co.Spawn(Library.Worker.Work, "a"), Co.Spawn(Through, "b"));
                    return string.Join(' ', Library.Worker.Lines);
                }
            }
            """;
        GeneratorRun library = GeneratorRun.Of(TestCompilation.Create("Library", [Library])).AssertCompiles();
        byte[] image = library.Emit();
        foreach (MetadataReference reference in new[] { library.Output.ToMetadataReference(), (MetadataReference)MetadataReference.CreateFromImage(image) })
        {
            GeneratorRun run = GeneratorRun.Of(TestCompilation.Create("Demo", [Program], reference));
            Assert.Contains("await Library.Worker.WorkAsync(name)", run.Twin(), StringComparison.Ordinal);
            Assert.Contains("global::Library.Worker.WorkAsync", run.Interceptors(), StringComparison.Ordinal);
            Assert.Equal("a1 b1 a2 b2", run.Invoke<string>(image));
        }
    }

    [Fact]
    public void A_project_without_the_namespace_gets_no_interceptors()
    {
        Compilation compilation = TestCompilation.Create("""
            public static partial class Tests
            {
                [Coroutine]
                public static void Work() => Thread.Sleep(0);

                public static void Start() => Co.Run(Work);
            }
            """);
        GeneratorRun run = GeneratorRun.Of(compilation, TestCompilation.ParseOptions.WithFeatures([]));
        Assert.Empty(run.Interceptors());
        run.AssertCompiles();
    }

    private static void AssertInterleaves(string source, int interceptors)
    {
        GeneratorRun run = GeneratorRun.Of(source + "\n\n" + Log);
        Assert.Equal(interceptors, run.Interceptors().Split("internal static global::").Length - 1);
        Assert.Equal("a1 b1 a2 b2", run.Invoke<string>());
    }
}

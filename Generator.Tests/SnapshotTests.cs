using CoGen.Generator.Tests.Harness;

namespace CoGen.Generator.Tests;

/// <summary>What generated files look like to whoever opens one.</summary>
public class SnapshotTests
{
    [Fact]
    public void A_task_that_sleeps() => Verify("""
        using System;
        using System.Threading;
        using CoGen;

        namespace Demo;

        internal static partial class Program
        {
            /// <summary>Prints, then waits.</summary>
            [Coroutine]
            private static void TaskA()
            {
                for (int i = 0; i < 3; i++)
                {
                    Console.WriteLine($"A{i}");
                    Thread.Sleep(1000); // One second.
                }
            }
        }
        """);

    [Fact]
    public void A_download() => Verify("""
        using System.Net.Http;
        using System.Security.Cryptography;

        namespace Demo
        {
            internal partial class Updater(HttpClient http)
            {
                [Coroutine]
                public string Download(Uri source, string target, CancellationToken cancellationToken = default)
                {
                    using HttpResponseMessage response = http.Send(
                        new HttpRequestMessage(HttpMethod.Get, source),
                        HttpCompletionOption.ResponseHeadersRead,
                        cancellationToken);
                    using Stream from = response.Content.ReadAsStream();
                    using Stream to = File.Create(target);

                    byte[] buffer = new byte[4096];
                    while (from.Read(buffer, 0, buffer.Length) is > 0 and int read)
                    {
                        to.Write(buffer.AsSpan(0, read));
                    }

                    to.Flush();
                    return Hash(to).ToUpperInvariant();
                }

                [Coroutine]
                private static string Hash(Stream stream) => Convert.ToHexString(SHA256.HashData(stream));
            }
        }
        """);

    [Fact]
    public void Generics_attributes_and_a_nested_type() => Verify("""
        using System.Diagnostics.CodeAnalysis;

        namespace Demo.Collections;

        public static partial class Outer
        {
            /// <typeparam name="T">What is kept.</typeparam>
            public partial record struct Cell<T>(T Value)
                where T : class, IComparable<T>
            {
                [Coroutine]
                [RequiresUnreferencedCode("It looks around.")]
                internal readonly U Pick<U>([NotNull] U? first, int count = 3, params ReadOnlyMemory<char>[] rest)
                    where U : notnull, new()
                {
                    Thread.Sleep(count);
                    return first ?? new U();
                }
            }
        }
        """);

    [Fact]
    public void Nested_namespaces_with_usings_and_a_file_in_another_style() => Verify("""
        namespace A
        {
        	using System.Text;
        	namespace B
        	{
        		using static System.Threading.Thread;
        		partial class C {
        			[Coroutine]
        			void M() {
        				if (Yield())
        					Sleep(1);
        				Work("a",
        					"b");
        			}
        			[Coroutine] string Work(string a, string b) { Sleep(2); return a + b; }
        		}
        	}
        }
        """.Replace("\\t", "\t", StringComparison.Ordinal));

    [Fact]
    public void A_method_with_nothing_to_wait_for() => Verify("""
        partial class C
        {
            [Coroutine]
            void Nothing(int a) => Console.WriteLine(a);

            [Coroutine]
            T Echo<T>(T @value) => @value;
        }
        """);

    [Fact]
    public void Tasks_and_fibers() => Verify("""
        static partial class C
        {
            [Coroutine]
            static int Sum(Task<int> task, ValueTask value)
            {
                value.ConfigureAwait(false).GetAwaiter().GetResult();
                Fiber<int> child = Co.Spawn(Sum, task, value);
                Action captured = () => Thread.Sleep(1);
                Co.JoinAll(child, Co.Spawn(captured));
                return task.Result
                    + child.Result;
            }
        }
        """);

    [Fact]
    public void Roots() => Snapshot.Verify(GeneratorRun.Of("""
        namespace Demo
        {
            partial class Outer<T>
            {
                private partial class Inner { [Coroutine] void M<U>(T t, U[] u, List<T> l) { Thread.Sleep(0); } }
            }
        }
        partial class C { [Coroutine] void M() { } }
        """).AssertCompiles().Files.Single(static f => f.HintName == "CoGen.TwinRoots.g.cs").SourceText.ToString());

    [Fact]
    public void Interceptors() => Snapshot.Verify(GeneratorRun.Of("""
        namespace Demo;

        public partial class Worker
        {
            [Coroutine] public static void Static(int n) { Thread.Sleep(n); }
            [Coroutine] public int Instance() { Thread.Sleep(0); return 1; }
            [Coroutine] private static T Generic<T>(T t) { Thread.Sleep(0); return t; }
            [Coroutine] private static string? Private(string? s) { Thread.Sleep(0); return s; }
            [Coroutine] private void PrivateInstance() { Thread.Sleep(0); }

            private partial class Hidden { [Coroutine] public void M(int[] a) { Thread.Sleep(0); } }

            public void Start()
            {
                Co.Spawn(Static, 1); Co.Spawn(Static, 2);
                Co.Run(Instance);
                Co.Spawn(Generic<int>, 1);
                Co.Spawn(Private, "s");
                Co.SpawnAfter(TimeSpan.Zero, PrivateInstance);
                Co.Spawn(new Hidden().M, new int[1]);
            }
        }
        """).AssertCompiles().Interceptors());

    private static void Verify(string source, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        GeneratorRun run = GeneratorRun.Of(source).AssertCompiles();
        Snapshot.Verify(string.Join("\n", run.Twins.Select(static f => $"// {f.HintName}\n{f.SourceText}")), test: test);
    }
}

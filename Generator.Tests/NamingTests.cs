using System.Collections.Immutable;
using CoGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoGen.Generator.Tests;

/// <summary>Names mean in the twin what they mean in the original, and no two files get one name.</summary>
public class NamingTests
{
    [Fact]
    public void Overloads_generics_and_namesakes_get_files_of_their_own()
    {
        GeneratorRun run = GeneratorRun.Of("""
            namespace A.B
            {
                partial class C
                {
                    [Coroutine] void M() { Thread.Sleep(0); }
                    [Coroutine] void M(int a, string? b) { Thread.Sleep(0); }
                    [Coroutine] void M<T>(Dictionary<T, int[]> c) where T : notnull { Thread.Sleep(0); }
                    [Coroutine] void m() { Thread.Sleep(0); }
                }
                partial class C<T> { [Coroutine] void M() { Thread.Sleep(0); } partial class D { [Coroutine] void M() { Thread.Sleep(0); } } }
                partial class c { [Coroutine] void M() { Thread.Sleep(0); } }
            }
            namespace A { partial class B2 { partial class C { [Coroutine] void M() { Thread.Sleep(0); } } } }
            namespace A.B2x { partial class C { [Coroutine] void M() { Thread.Sleep(0); } } }
            partial class C { [Coroutine] void M() { Thread.Sleep(0); } }
            """).AssertCompiles();

        string[] names = [.. run.Twins.Select(static f => f.HintName)];
        Assert.Equal(10, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Contains("A.B.C.M(int,string).g.cs", names);
        Assert.Contains("A.B.C{T}+D.M.g.cs", names);
        Assert.Contains("A.B2+C.M.g.cs", names);
        Assert.Contains("C.M.g.cs", names);
    }

    [Fact]
    public void Names_do_not_depend_on_order()
    {
        const string First = "partial class C { [Coroutine] void M() { Thread.Sleep(0); } }";
        const string Second = "partial class c { [Coroutine] void m() { Thread.Sleep(0); } }";
        IEnumerable<string> one = GeneratorRun.Of(First, Second).Twins.Select(static f => f.HintName).Order(StringComparer.Ordinal);
        IEnumerable<string> other = GeneratorRun.Of(Second, First).Twins.Select(static f => f.HintName).Order(StringComparer.Ordinal);
        Assert.Equal(one, other);
    }

    [Fact]
    public void Keywords_may_be_names() => Assert.Equal("3", GeneratorRun.Of("""
        namespace @namespace.@class;

        public partial class @event<@int>
        {
            [Coroutine]
            public static string @return<@void>(int @new, @void @params) { Thread.Sleep(0); return @new.ToString(); }
        }

        public static partial class Tests
        {
            [Coroutine]
            private static string @if() => @event<int>.@return<string>(3, "");

            public static string Test() => Co.Run(@if);
        }
        """).Invoke<string>());

    [Fact]
    public void All_forms_of_using_are_repeated() => Assert.Equal("a2 5 [x]", GeneratorRun.Of("""
        using System;
        using System.Text;
        using static System.Math;
        using Builder = System.Text.StringBuilder;
        using Pair = (int Left, string Right);

        namespace Outer
        {
            using System.Globalization;
            using Text = System.String;

            namespace Inner
            {
                using Inv = System.Globalization.CultureInfo;
                using Co = System.Object;

                public static partial class Tests
                {
                    [Coroutine]
                    private static Text Work(Pair pair)
                    {
                        System.Threading.Thread.Sleep(0);
                        Builder text = new();
                        return text.Append(pair.Right).Append(pair.Left).Append(' ').Append(Max(3, 5).ToString(Inv.InvariantCulture)).Append(" [x]").ToString();
                    }

                    public static Text Test() => global::CoGen.Co.Spawn(Work, (2, "a")).Result;
                }
            }
        }
        """).Invoke<string>());

    [Fact]
    public void Names_are_long_where_short_ones_mean_something_else()
    {
        GeneratorRun run = GeneratorRun.Of("""
            namespace Demo;

            public partial class Coroutine
            {
                private int Co = 1;

                [CoGen.Coroutine]
                public void Work(Stream s) { Thread.Sleep(Co); s.Flush(); Task.FromResult(1).Wait(); }
            }
            """).AssertCompiles();

        Assert.Contains("async global::CoGen.Coroutine WorkAsync(", run.Twin(), StringComparison.Ordinal);
        Assert.Contains("await global::CoGen.Co.SleepAsync(Co);", run.Twin(), StringComparison.Ordinal);
        Assert.Contains("FlushAsync(global::CoGen.Co.Token)", run.Twin(), StringComparison.Ordinal);
        Assert.Contains("await CoTask.WaitAsync(", run.Twin(), StringComparison.Ordinal);
    }

    [Fact]
    public void Extern_aliases_are_repeated()
    {
        CSharpCompilation library = TestCompilation.Create("Library", ["namespace Library; public static class Api { public static int Get() => 4; }"]);
        GeneratorRun run = GeneratorRun.Of(TestCompilation.Create(
            "Demo",
            ["""
             extern alias Lib;
             using Lib::Library;

             public static partial class Tests
             {
                 [Coroutine]
                 public static int Work() { Thread.Sleep(0); return Api.Get() + Lib::Library.Api.Get(); }

                 public static object Test() => Co.Run(Work);
             }
             """],
            library.ToMetadataReference(ImmutableArray.Create("Lib"))));
        using MemoryStream image = new();
        Assert.True(library.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        Assert.Equal(8, run.Invoke<object>(image.ToArray()));
    }

    [Fact]
    public void Symbols_that_a_file_defines_hold_in_the_twin() => Assert.Equal("defined", GeneratorRun.Of("""
        #define HERE
        #undef THERE
        public static partial class Tests
        {
            [Coroutine]
            private static string Work()
            {
                Thread.Sleep(0);
        #if HERE
                return "defined";
        #else
                return "not defined";
        #endif
            }

            public static string Test() => Co.Run(Work);
        }
        """).Invoke<string>());

    [Theory]
    [InlineData("\n", "    ")]
    [InlineData("\r\n", "    ")]
    [InlineData("\r\n", "\t")]
    [InlineData("\n", "  ")]
    public void Line_breaks_and_indentation_of_any_kind(string newLine, string indent)
    {
        string source = """"
            namespace Demo
            {
            »public static partial class Tests
            »{
            »»[Coroutine]
            »»private static string Work()
            »»{
            »»»Thread.Sleep(0);
            »»»return @"a
            »»  b" + """
            »»»»c
            »»»""";
            »»}
            »»public static string Test() => Co.Run(Work);
            »}
            }
            """".ReplaceLineEndings(newLine).Replace("»", indent, StringComparison.Ordinal);
        GeneratorRun run = GeneratorRun.Of("\uFEFF" + source);
        Assert.Equal($"a{newLine}{indent}{indent}  b{indent}c", run.Invoke<string>());
        Assert.Contains("\n        await Co.SleepAsync(0);\n".Replace("        ", "    " + indent, StringComparison.Ordinal), run.Twin(), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_methods_on_one_line() => Assert.Equal("6", GeneratorRun.Of("""
        public static partial class Tests { [Coroutine] static int A() { Thread.Sleep(0); return 1; } [Coroutine] static int B() => A() + 2; [Coroutine] static int C() { return A() + B() + 2; } public static string Test() => Co.Run(C).ToString(); }
        """).Invoke<string>());

    [Fact]
    public void A_mapped_path_is_written()
    {
        CSharpCompilation compilation = TestCompilation.Create("partial class C { [Coroutine] void M() { Thread.Sleep(0); } }");
        GeneratorRun run = GeneratorRun.Of(compilation.WithOptions(compilation.Options.WithSourceReferenceResolver(
            new SourceFileResolver([], null, ImmutableArray.Create(new KeyValuePair<string, string>("/src/", "/_/"))))));
        Assert.Contains("#line 1 \"/_/Program.cs\"", run.Twin(), StringComparison.Ordinal);
    }
}

using CoGen.Analyzers.Tests.Harness;
using Rule = CoGen.Analyzers.Tests.Harness.Rule<CoGen.Analyzers.InitializerAnalyzer>;

namespace CoGen.Analyzers.Tests.Rules;

public class InitializerTests
{
    private static string Program(string coroutine, string types) => $$"""
        using CoGen;

        partial class C
        {
            static string Load() => File.ReadAllText("file");
            static string Name() => "file";

            {{coroutine}}

            {{types}}
        }
        """;

    [Fact]
    public Task Static_initializers_that_a_coroutine_comes_to_first() => Rule.Reports(
        Program(
            "[Coroutine] void M() { _ = Field.Value; _ = Auto.Value; _ = new Precise(); Plain(); }\nvoid Plain() => Deeper.Get();",
            """
            static class Field { public static readonly string Value = File.{|#0:ReadAllText|}("file"); }
            static class Auto { public static string Value { get; } = {|#1:Load|}(); }
            class Precise { static Precise() { Name(); Thread.{|#2:Sleep|}(1); } }
            static class Deeper { static string s_value = {|CG1009:Load|}(); public static string Get() => s_value; }
            """),
        Rule.Warning(0, "CG1009", "'File.ReadAllText' blocks the thread of all coroutines: the static initializer of 'Field' runs when 'M', a coroutine, is the first to use it. Make the value in a [Coroutine] method, or use 'Field' before the first fiber is spawned."),
        Rule.Warning(1, "CG1009", "'C.Load' blocks the thread of all coroutines: it calls File.ReadAllText; the static initializer of 'Auto' runs when 'M', a coroutine, is the first to use it. Make the value in a [Coroutine] method, or use 'Auto' before the first fiber is spawned."),
        Rule.Warning(2, "CG1009", "'Thread.Sleep' blocks the thread of all coroutines: the static initializer of 'Precise' runs when 'M', a coroutine, is the first to use it. Make the value in a [Coroutine] method, or use 'Precise' before the first fiber is spawned."));

    [Fact]
    public Task Static_initializers_that_do_no_harm() => Rule.IsSilent(
        Program(
            """
            static string s_own = Load();
            [Coroutine] void M(Used used) { Thread.Sleep(1); _ = Quick.Value; _ = Const.Value; _ = nameof(Unused.Value); Lazily.Call(); _ = s_own; Task.Run(() => Handed.Value).Wait(); }
            void Plain() => _ = OnlyPlain.Value;
            """,
            """
            static class Quick { public static readonly string Value = Name(); static readonly Func<string> s_later = () => Load(); }
            static class Const { public const int Value = 1; static string s_text = Load(); }
            static class Unused { public static readonly string Value = Load(); }
            static class OnlyPlain { public static readonly string Value = Load(); }
            static class Lazily { static string s_value = Load(); public static void Call() { } }
            static class Handed { public static readonly string Value = Load(); }
            class Used { static Used() => Load(); }
            """));

    [Fact]
    public Task The_type_with_the_entry_point_is_ready_before_any_coroutine() => Rule.Reports(
        [
            """
            using CoGen;

            static partial class Program
            {
                static readonly string s_text = File.ReadAllText("file");
                static void Main() => Co.Run(Serve);
                [Coroutine] static void Serve() { Thread.Sleep(1); Console.WriteLine(s_text); }
            }
            """,
        ],
        Microsoft.CodeAnalysis.OutputKind.ConsoleApplication);

    [Fact]
    public Task Factories_of_lazy_fields() => Rule.Reports(
        Program(
            """
            readonly Lazy<string> _byLambda = new(() => File.{|#0:ReadAllText|}("file"));
            readonly Lazy<string> _byName = new Lazy<string>({|#1:Load|});
            static readonly ThreadLocal<string> s_local = new(() => {|#2:Load|}());
            Lazy<string> _assigned;
            readonly Lazy<string> _quick = new(() => Name());
            readonly Lazy<string> _unread = new(() => Load());
            readonly Lazy<string> _plain = new(() => Load());

            C() => _assigned = new Lazy<string>(() => {|CG1009:Load|}());

            [Coroutine]
            void M() => _ = _byLambda.Value + _byName.Value + s_local.Value + _assigned.Value + _quick.Value;

            void Plain() => _ = _plain.Value;
            """,
            ""),
        Rule.Warning(0, "CG1009", "'File.ReadAllText' blocks the thread of all coroutines: the factory of '_byLambda' runs when 'M', a coroutine, is the first to ask for its value. Use a CoLazy<T> with a [Coroutine] method."),
        Rule.Warning(1, "CG1009", "'Load' blocks the thread of all coroutines: it calls File.ReadAllText; the factory of '_byName' runs when 'M', a coroutine, is the first to ask for its value. Use a CoLazy<T> with a [Coroutine] method."),
        Rule.Warning(2, "CG1009", "'C.Load' blocks the thread of all coroutines: it calls File.ReadAllText; the factory of 's_local' runs when 'M', a coroutine, is the first to ask for its value. Make the value in a [Coroutine] method that keeps it in a FiberLocal<T>."));

    [Fact]
    public Task Finalizers_of_what_a_coroutine_creates() => Rule.Reports(
        Program(
            "[Coroutine] void M() { _ = new Slow(); _ = new Derived(); _ = new Quick(); }\nvoid Plain() => _ = new Unmade();",
            """
            class Slow { ~Slow() => Thread.{|#0:Sleep|}(1); }
            class Base { ~Base() => {|CG1009:Load|}(); }
            class Derived : Base { }
            class Quick { ~Quick() => Name(); }
            class Unmade { ~Unmade() => Thread.Sleep(1); }
            """),
        Rule.Warning(0, "CG1009", "'Thread.Sleep' blocks the thread of all finalizers: the finalizer of 'Slow' waits, and no other runs meanwhile; 'M', a coroutine, creates it. Dispose of it in the coroutine, and let the finalizer only let go."));

    [Fact]
    public Task Half_typed_code_does_no_harm() => Broken.Analyze<InitializerAnalyzer>(Program(
        "static string s = ; Lazy<> l = new(() => ; static C( { ~C( ; static Lazy<string> s_l = new Lazy(Load); [Coroutine] void M() => s_l.Value.; int P { get; } = ;", ""));
}

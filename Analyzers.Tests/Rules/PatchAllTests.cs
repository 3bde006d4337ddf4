using CoGen.CodeFixes;
using Rule = CoGen.Analyzers.Tests.Harness.Rule<CoGen.Analyzers.PatchAllAnalyzer>;
using UntaggedRule = CoGen.Analyzers.Tests.Harness.Rule<CoGen.Analyzers.UntaggedMethodAnalyzer>;

namespace CoGen.Analyzers.Tests.Rules;

public class PatchAllTests
{
    [Fact]
    public Task All_types_that_are_not_partial_in_one_step() => Rule.IsFixed<MakePartialCodeFix>(
        """
        using CoGen;

        [assembly: PatchAll]

        // Blocks.
        class {|CG1040:A|} { void M() => Thread.Sleep(1); }

        static class {|CG1040:B|}<T>
        {
            partial struct Middle
            {
                interface {|CG1040:I|} { void M(); }

                partial class C : I { public void M() => new A().ToString(); public void N() { } }

                partial class D : I { public void M() => Thread.Sleep(1); }
            }
        }

        partial class E { void M(A a) => Thread.Sleep(1); }

        class F { void M() { } }
        """,
        """
        using CoGen;

        [assembly: PatchAll]

        // Blocks.
        partial class A { void M() => Thread.Sleep(1); }

        static partial class B<T>
        {
            partial struct Middle
            {
                partial interface I { void M(); }

                partial class C : I { public void M() => new A().ToString(); public void N() { } }

                partial class D : I { public void M() => Thread.Sleep(1); }
            }
        }

        partial class E { void M(A a) => Thread.Sleep(1); }

        class F { void M() { } }
        """);

    [Fact]
    public Task What_is_excepted_is_not_reported() => Rule.Reports(
        """
        using CoGen;

        [assembly: PatchAll(Except = ["Shop.Start", "Shop.Cart.Load"])]

        namespace Shop.Start { class A { void M() => Thread.Sleep(1); } }

        namespace Shop
        {
            class Cart { void Load() => Thread.Sleep(1); [Coroutine(IsEnabled = false)] void Save() => Thread.Sleep(1); }
            class {|CG1040:Other|} { void M() => Thread.Sleep(1); }
        }
        """);

    [Fact]
    public Task Members_that_can_have_no_twin() => Rule.Reports(
        """
        using CoGen;

        [assembly: PatchAll]

        partial class A
        {
            {|CG1041:A|}() => Load();
            public static A operator {|CG1041:+|}(A a, A b) { Load(); return a; }
            static async Task {|CG1041:Later|}() { Load(); await Task.Yield(); }
            static void Load() => Thread.Sleep(1);
            void {|CG1041:Taken|}() => Thread.Sleep(1);
            int TakenAsync = 1, TakenCoroutine = 2;
            partial void Part();
            partial void Part() => Load();
        }
        """);

    [Fact]
    public Task A_call_of_what_is_left_blocking_is_warned_of_and_one_of_what_is_excepted_is_not() => UntaggedRule.Reports(
        """
        using CoGen;

        [assembly: PatchAll(Except = ["Off"])]

        class Plain { public void Load() => Thread.Sleep(1); }

        partial class Off { public void Load() => Thread.Sleep(1); }

        partial class A
        {
            void M(Plain plain, Off off) { plain.{|CG1005:Load|}(); off.Load(); N(); }
            void N() => Thread.Sleep(1);
        }
        """);
}

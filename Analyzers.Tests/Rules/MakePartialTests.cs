using CoGen.CodeFixes;
using Rule = CoGen.Analyzers.Tests.Harness.Rule<CoGen.Analyzers.CoroutineShapeAnalyzer>;

namespace CoGen.Analyzers.Tests.Rules;

public class MakePartialTests
{
    [Fact]
    public Task Every_kind_of_type() => Rule.IsFixed<MakePartialCodeFix>(
        """
        using CoGen;

        // A class.
        class {|CG0001:A|} { [Coroutine] void M() => Thread.Sleep(1); }

        public sealed record {|CG0001:B|}(int N) { [Coroutine] void M() => Thread.Sleep(1); }

        [Serializable]
        struct {|CG0001:D|} { [Coroutine] void M() => Thread.Sleep(1); }

        /* static */ static class {|CG0001:E|} { [Coroutine] static void M() => Thread.Sleep(1); }

        record struct {|CG0001:F|} { [Coroutine] readonly void M() => Thread.Sleep(1); }
        """,
        """
        using CoGen;

        // A class.
        partial class A { [Coroutine] void M() => Thread.Sleep(1); }

        public sealed partial record B(int N) { [Coroutine] void M() => Thread.Sleep(1); }

        [Serializable]
        partial struct D { [Coroutine] void M() => Thread.Sleep(1); }

        /* static */ static partial class E { [Coroutine] static void M() => Thread.Sleep(1); }

        partial record struct F { [Coroutine] readonly void M() => Thread.Sleep(1); }
        """);

    [Fact]
    public Task The_whole_chain_of_types() => Rule.IsFixed<MakePartialCodeFix>(
        """
        namespace N
        {
            using CoGen;

            public class {|CG0001:Outer|}<T>
            {
                internal partial class Middle
                {
                    private interface {|CG0001:IInner|}
                    {
                        [Coroutine]
                        static void M() => Thread.Sleep(1);
                    }

                    class Other { }
                }
            }
        }
        """,
        """
        namespace N
        {
            using CoGen;

            public partial class Outer<T>
            {
                internal partial class Middle
                {
                    private partial interface IInner
                    {
                        [Coroutine]
                        static void M() => Thread.Sleep(1);
                    }

                    class Other { }
                }
            }
        }
        """);
}

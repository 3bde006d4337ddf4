using CoGen.CodeFixes;
using Microsoft.CodeAnalysis;
using Rule = CoGen.Analyzers.Tests.Harness.Rule<CoGen.Analyzers.UntaggedMethodAnalyzer>;

namespace CoGen.Analyzers.Tests.Rules;

public class TagCoroutineTests
{
    [Fact]
    public Task Makes_the_types_partial_and_adds_the_using() => Rule.IsFixed<TagCoroutineCodeFix>(
        [
            """
            // Work of all kinds.

            namespace N;

            public static class Outer
            {
                private class Inner
                {
                    /// <summary>Waits.</summary>
                    public static void TaskA() => Thread.Sleep(1); // really
                }

                public static Action Run => () => CoGen.Co.Spawn(Inner.{|CG1002:TaskA|});
            }
            """,
        ],
        [
            """
            // Work of all kinds.

            using CoGen;

            namespace N;

            public static partial class Outer
            {
                private partial class Inner
                {
                    /// <summary>Waits.</summary>
                    [Coroutine]
                    public static void TaskA() => Thread.Sleep(1); // really
                }

                public static Action Run => () => CoGen.Co.Spawn(Inner.TaskA);
            }
            """,
        ]);

    [Fact]
    public Task Reaches_the_whole_path_in_other_files() => Rule.IsFixed<TagCoroutineCodeFix>(
        [
            """
            using CoGen;
            using Other;

            Co.Spawn(Work.{|CG1002:Start|});
            Co.Spawn(Work.{|CG1002:Again|}, 1);
            """,
            """
            using System.Text;
            using Xs;

            namespace Other
            {
                public class Work
                {
                    [Obsolete]
                    public static void Start() => Helper.Sleep();

                    public static void Again(int n) => Helper.Sleep();
                }
            }
            """,
            """
            namespace Xs
            {
                static class Helper
                {
                    public static void Sleep() => Thread.Sleep(1);
                }
            }
            """,
        ],
        [
            """
            using CoGen;
            using Other;

            Co.Spawn(Work.Start);
            Co.Spawn(Work.Again, 1);
            """,
            """
            using System.Text;
            using CoGen;
            using Xs;

            namespace Other
            {
                public partial class Work
                {
                    [Coroutine]
                    [Obsolete]
                    public static void Start() => Helper.Sleep();

                    [Coroutine]
                    public static void Again(int n) => Helper.Sleep();
                }
            }
            """,
            """
            using CoGen;

            namespace Xs
            {
                static partial class Helper
                {
                    [Coroutine]
                    public static void Sleep() => Thread.Sleep(1);
                }
            }
            """,
        ],
        kind: OutputKind.ConsoleApplication);

    [Fact]
    public Task Tags_a_callee() => Rule.IsFixed<TagCoroutineCodeFix>(
        """
        using CoGen;

        partial class C
        {
            [Coroutine]
            void M() => {|CG1005:Helper|}();

            void Helper() => Thread.Sleep(1);
        }
        """,
        """
        using CoGen;

        partial class C
        {
            [Coroutine]
            void M() => Helper();

            [Coroutine]
            void Helper() => Thread.Sleep(1);
        }
        """);

    [Fact]
    public Task No_fix_tags_what_cannot_be_tagged() => Rule.IsNotFixed<TagCoroutineCodeFix>(
        """
        using CoGen;

        partial class C
        {
            void M()
            {
                Co.Spawn({|CG1002:Work|});
                void Work() => Thread.Sleep(GetHashCode());
            }
        }
        """);

    [Fact]
    public Task A_local_function_that_blocks_is_tagged() => Rule.IsFixed<TagCoroutineCodeFix>(
        """
        using CoGen;

        class C
        {
            void M()
            {
                Co.Spawn({|CG1002:Work|});

                static void Work() => Thread.Sleep(1);
            }
        }
        """,
        """
        using CoGen;

        partial class C
        {
            void M()
            {
                Co.Spawn(Work);

                [Coroutine]
                static void Work() => Thread.Sleep(1);
            }
        }
        """);

    [Fact]
    public Task A_property_that_blocks_is_tagged() => Rule.IsFixed<TagCoroutineCodeFix>(
        """
        using CoGen;

        partial class C
        {
            int Fresh
            {
                get { Thread.Sleep(1); return 1; }
            }

            [Coroutine]
            int M() => {|CG1005:Fresh|};
        }
        """,
        """
        using CoGen;

        partial class C
        {
            [Coroutine]
            int Fresh
            {
                get { Thread.Sleep(1); return 1; }
            }

            [Coroutine]
            int M() => Fresh;
        }
        """);
}

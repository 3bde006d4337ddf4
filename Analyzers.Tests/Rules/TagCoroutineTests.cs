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

    [Fact]
    public Task The_path_through_an_interface_a_using_and_a_loop_is_tagged() => Rule.IsFixed<TagCoroutineCodeFix>(
        """
        using CoGen;

        partial class C
        {
            [Coroutine]
            void M(IStore store, Bag bag)
            {
                {|CG1005:using|} Resource resource = new(); // ends it
                store.{|CG1005:Load|}();
                {|CG1005:foreach|} (int x in bag) { }
            }
        }

        interface IStore
        {
            // All of it.
            void Load();
        }

        class FileStore : IStore
        {
            public void Load() => Thread.Sleep(1);
        }

        class Resource : IDisposable
        {
            public void Dispose() => Thread.Sleep(1);
        }

        class Bag
        {
            public IEnumerator<int> GetEnumerator()
            {
                Thread.Sleep(1);
                yield return 1;
            }
        }
        """,
        """
        using CoGen;

        partial class C
        {
            [Coroutine]
            void M(IStore store, Bag bag)
            {
                using Resource resource = new(); // ends it
                store.Load();
                foreach (int x in bag) { }
            }
        }

        partial interface IStore
        {
            // All of it.
            [Coroutine]
            void Load();
        }

        partial class FileStore : IStore
        {
            [Coroutine]
            public void Load() => Thread.Sleep(1);
        }

        partial class Resource : IDisposable
        {
            [Coroutine]
            public void Dispose() => Thread.Sleep(1);
        }

        partial class Bag
        {
            [Coroutine]
            public IEnumerator<int> GetEnumerator()
            {
                Thread.Sleep(1);
                yield return 1;
            }
        }
        """);

    [Fact]
    public Task No_fix_where_a_tag_would_be_an_error() => Rule.IsNotFixed<TagCoroutineCodeFix>(
        """
        using CoGen;

        partial class C
        {
            [Coroutine]
            void M()
            {
                {|CG1005:Reference|}() = 1;
                _ = {|CG1005:new C()|};
                _ = $"{{|CG1005:this|}}";
            }

            static int s_field;
            static ref int Reference() { Thread.Sleep(1); return ref s_field; }
            public C() => Thread.Sleep(1);
            public override string ToString() { Thread.Sleep(1); return ""; }
        }
        """);
}

using Rule = CoGen.Analyzers.Tests.Harness.Rule<CoGen.Analyzers.UntaggedMethodAnalyzer>;

namespace CoGen.Analyzers.Tests.Rules;

public class UntaggedMethodTests
{
    [Fact]
    public Task Entry_that_blocks() => Rule.Reports(
        """
        using CoGen;

        class C
        {
            static void TaskA() => Thread.Sleep(1);
            int Compute(int n) => Task.FromResult(n).Result;

            void M()
            {
                Co.Spawn({|#0:TaskA|});
                Co.Run(this.{|#1:Compute|}, 1);
                _ = new Greenlet(C.{|#2:TaskA|});
            }
        }
        """.Replace("Co.Run(this", "Co.Spawn(this"),
        Rule.Warning(0, "CG1002", "'TaskA' is run as a coroutine but blocks the thread: it calls Thread.Sleep. Tag it [Coroutine]."),
        Rule.Warning(1, "CG1002", "'Compute' is run as a coroutine but blocks the thread: it calls Task.Result. Tag it [Coroutine]."),
        Rule.Warning(2, "CG1002", "'TaskA' is run as a coroutine but blocks the thread: it calls Thread.Sleep. Tag it [Coroutine]."));

    [Fact]
    public Task Entry_that_blocks_three_calls_down() => Rule.Reports(
        """
        using CoGen;

        class C
        {
            void Work() => Fetch();
            void Fetch() => new Connection().Open();
            void M() => Co.Spawn({|#0:Work|});
        }

        class Connection
        {
            public void Open() => Open(3);
            public void Open(int attempts)
            {
                if (attempts > 0)
                {
                    Open(attempts - 1);
                }

                new Thread(() => { }).Join();
            }
        }
        """,
        Rule.Warning(0, "CG1002", "'Work' is run as a coroutine but blocks the thread: it calls Fetch, which calls Open, which calls Open, which calls Thread.Join. Tag it [Coroutine]."));

    [Fact]
    public Task Local_function_that_blocks() => Rule.ReportsInProgram(
        """
        using CoGen;

        Co.Spawn({|#0:Work|});

        static void Work() => Thread.Sleep(1);
        """,
        Rule.Warning(0, "CG1002", "'Work' is run as a coroutine but blocks the thread: it calls Thread.Sleep. Tag it [Coroutine]."));

    [Fact]
    public Task Lambda_that_blocks() => Rule.Reports(
        """
        using CoGen;

        partial class C
        {
            [Coroutine]
            static void Load(int n) => Thread.Sleep(n);

            void M()
            {
                Co.Spawn({|#0:() =>|} Load(1));
                Co.Spawn({|#1:() =>|}
                {
                    Console.WriteLine();
                    Thread.Sleep(1);
                });
                Co.Spawn({|#2:delegate|} { Thread.Sleep(1); });
            }
        }
        """,
        Rule.Warning(0, "CG1002", "'the lambda' is run as a coroutine but blocks the thread: it calls C.Load. Pass 'C.Load' and its arguments in place of the lambda."),
        Rule.Warning(1, "CG1002", "'the lambda' is run as a coroutine but blocks the thread: it calls Thread.Sleep. Move its body into a [Coroutine] method and pass that."),
        Rule.Warning(2, "CG1002", "'the lambda' is run as a coroutine but blocks the thread: it calls Thread.Sleep. Move its body into a [Coroutine] method and pass that."));

    [Fact]
    public Task Entry_that_is_kept_in_a_local_first() => Rule.Reports(
        """
        using CoGen;

        class C
        {
            static void TaskA() => Thread.Sleep(1);

            void M()
            {
                Action a = {|CG1002:TaskA|};
                Action b = {|CG1002:() =>|} Thread.Sleep(1);
                Action c = TaskA;
                Co.Spawn(a);
                Co.Spawn(a);
                Co.Spawn(b);
                c();
            }
        }
        """);

    [Fact]
    public Task Framework_method_that_blocks() => Rule.Reports(
        """
        using CoGen;

        class C
        {
            void M() => Co.Spawn(Thread.{|#0:Sleep|}, 100);
        }
        """,
        Rule.Warning(0, "CG1002", "'Thread.Sleep' is run as a coroutine but blocks the thread: as a delegate it is not patched. Call it in a [Coroutine] method and pass that."));

    [Fact]
    public Task Coroutine_that_calls_a_method_that_blocks() => Rule.Reports(
        """
        using CoGen;

        partial class C
        {
            [Coroutine]
            void M()
            {
                Helper();
                Deeper();
                Harmless();
                Task.Run(() => Helper()).Wait();
                Action help = () => {|#2:Helper|}();
                help();
            }

            void Deeper() => Helper();
            void Helper() => Thread.Sleep(1);
            void Harmless() => Console.WriteLine();
        }
        """.Replace("        Helper();\n", "        {|#0:Helper|}();\n").Replace("        Deeper();", "        {|#1:Deeper|}();"),
        Rule.Warning(0, "CG1005", "'Helper' blocks the thread of all coroutines: it calls Thread.Sleep. Tag it [Coroutine]."),
        Rule.Warning(1, "CG1005", "'Deeper' blocks the thread of all coroutines: it calls Helper, which calls Thread.Sleep. Tag it [Coroutine]."),
        Rule.Warning(2, "CG1005", "'Helper' blocks the thread of all coroutines: it calls Thread.Sleep. Tag it [Coroutine]."));

    [Fact]
    public Task Coroutine_that_reads_a_property_or_makes_an_object_that_blocks() => Rule.Reports(
        """
        using CoGen;

        partial class C
        {
            C(string path) => Text = File.ReadAllText(path);

            string Text { get; set; }
            string Fresh => File.ReadAllText(Text);

            [Coroutine]
            void M()
            {
                Text = {|#0:Fresh|};
                _ = {|#1:new C("file")|};
            }
        }
        """,
        Rule.Warning(0, "CG1005", "'C.Fresh' blocks the thread of all coroutines: it calls File.ReadAllText. Tag it [Coroutine]."),
        Rule.Warning(1, "CG1005", "'new C' blocks the thread of all coroutines: it calls File.ReadAllText. It cannot be tagged as it is, because it is a constructor: move its body into an ordinary method and tag that."));

    [Fact]
    public Task Method_that_blocks_and_cannot_be_tagged() => Rule.Reports(
        """
        using CoGen;

        partial class C
        {
            void M()
            {
                Co.Spawn({|#0:Work|});
                void Work() => Thread.Sleep(GetHashCode());
            }
        }
        """,
        Rule.Warning(0, "CG1002", "'Work' is run as a coroutine but blocks the thread: it calls Thread.Sleep. It cannot be tagged as it is, because it is a local function that uses the object around it: make it a method and tag that."));

    [Fact]
    public Task Entries_and_callees_that_do_not_block() => Rule.IsSilent(
        """
        using CoGen;

        partial class C
        {
            [Coroutine]
            void Tagged()
            {
                Thread.Sleep(1);
                Moves();
                Recursive(1);
                _ = Async();
            }

            void Prints() => Console.WriteLine();
            void Moves() => Task.Run(() => Thread.Sleep(1));
            void Opens() => File.Exists("file");
            void Recursive(int n) { if (n > 0) Recursive(n - 1); }
            async Task Async() { Thread.Sleep(1); await Task.Yield(); }

            void M()
            {
                Co.Spawn(Tagged);
                Co.Spawn(Prints);
                Co.Spawn(Moves);
                Co.Spawn(Opens);
                Co.Spawn(Recursive, 1);
                Co.Spawn(() => Console.WriteLine());
                Co.Spawn(async () => await Task.Delay(1));
                Task.Run(() => Thread.Sleep(1));
                Thread.Sleep(1);
            }
        }
        """);

    [Fact]
    public Task Methods_of_a_referenced_project_are_not_looked_into() => Rule.IsSilent(
        """
        using CoGen;

        partial class C
        {
            [Coroutine]
            void M()
            {
                Library.Helper();
                Co.Spawn(Library.Helper);
                Co.Spawn(() => Library.Helper());
            }
        }
        """,
        library: "public class Library { public static void Helper() => System.Threading.Thread.Sleep(1); }");
}

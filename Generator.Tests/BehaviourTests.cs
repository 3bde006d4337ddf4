using CoGen.Generator.Tests.Harness;

namespace CoGen.Generator.Tests;

/// <summary>A twin does what its original does, and lets others run where the original would block.</summary>
public class BehaviourTests
{
    [Fact]
    public void Tasks_that_sleep_take_turns() => Assert.Equal("A0 B0 A1 B1 A2 B2", Run("""
        private static readonly List<string> s_log = [];

        [Coroutine]
        private static void Work(string name)
        {
            for (int i = 0; i < 3; i++)
            {
                s_log.Add(name + i);
                Thread.Sleep(0);
            }
        }

        private static string Test()
        {
            Co.JoinAll(Co.Spawn(Work, "A"), Co.Spawn(Work, "B"));
            return string.Join(' ', s_log);
        }
        """));

    [Fact]
    public void The_original_still_blocks() => Assert.Equal("A0 A1 B0 B1", Run("""
        private static readonly List<string> s_log = [];

        [Coroutine]
        private static void Work(string name)
        {
            s_log.Add(name + 0);
            Thread.Sleep(0);
            s_log.Add(name + 1);
        }

        private static string Test()
        {
            Work("A");
            Work("B");
            return string.Join(' ', s_log);
        }
        """));

    [Fact]
    public void Timeouts_and_links_take_coroutines() => Assert.Equal("-1 False timeout linked", Run("""
        private static readonly List<object> s_log = [];

        [Coroutine]
        private static int Never(int result)
        {
            Thread.Sleep(-1);
            return result;
        }

        [Coroutine]
        private static void Idle() => Thread.Sleep(-1);

        [Coroutine]
        private static void Linked(Fiber fiber)
        {
            Thread.Sleep(1);
            s_log.Add("linked");
        }

        [Coroutine]
        private static void Work()
        {
            s_log.Add(Co.WithTimeout(TimeSpan.FromMilliseconds(1), Never, 5, -1));
            s_log.Add(Co.TryWithTimeout(TimeSpan.FromMilliseconds(1), Idle));
            try
            {
                using (Co.TimeoutAfter(TimeSpan.FromMilliseconds(1))) Idle();
            }
            catch (TimeoutException)
            {
                s_log.Add("timeout");
            }
        }

        private static string Test()
        {
            Fiber fiber = Co.Create(Work);
            fiber.OnEnd(Linked);
            fiber.Start().Join();
            Co.Sleep(20);
            return string.Join(' ', s_log);
        }
        """));

    [Fact]
    public void Values_pass_through_calls_of_coroutines() => Assert.Equal("55", Run("""
        [Coroutine]
        private static int Fib(int n)
        {
            Thread.Sleep(0);
            return n < 2 ? n : Fib(n - 1) + Fib(n - 2);
        }

        private static string Test() => Co.Spawn(Fib, 10).Result.ToString();
        """));

    [Fact]
    public void Evaluation_order_is_kept() => Assert.Equal("1 2 3 4 = 8", Run("""
        private static readonly List<int> s_order = [];
        private static int s_field = 1;

        [Coroutine]
        private static int Say(int n)
        {
            Thread.Sleep(0);
            s_order.Add(n);
            s_field += 100;
            return n;
        }

        [Coroutine]
        private static string Sum()
        {
            int[] cells = new int[5];
            int sum = Add(Say(1), cells[Say(2)] += Say(3)) + Say(4) + cells[0] + (s_field - s_field);
            return string.Join(' ', s_order) + " = " + sum;
        }

        private static int Add(int a, int b) => a + b + 2 - 2;

        private static string Test() => Co.Run(Sum);
        """));

    [Fact]
    public void Try_catch_finally_and_filters_work_across_yields() => Assert.Equal("try caught: no finally", Run("""
        [Coroutine]
        private static string Work()
        {
            string log = "try";
            try
            {
                Thread.Sleep(0);
                throw new InvalidOperationException("no");
            }
            catch (InvalidOperationException e) when (e.Message == "no")
            {
                Thread.Sleep(0);
                log += " caught: " + e.Message;
            }
            finally
            {
                Thread.Sleep(0);
                log += " finally";
            }

            return log;
        }

        private static string Test() => Co.Run(Work);
        """));

    [Fact]
    public void Generics_instances_and_extensions_work() => Assert.Equal("7 x 3 [1,2]", Run("""
        private static string Test()
        {
            Box<int> box = new(7);
            return Co.Spawn(All, box).Result;
        }

        [Coroutine]
        private static string All(Box<int> box) => $"{box.Get()} {box.Pick("x", "y")} {"abc".SlowLength()} {box.List(1, 2)}";
        """, """
        public partial class Box<T>(T value) where T : struct
        {
            [Coroutine]
            public T Get()
            {
                Thread.Sleep(0);
                return value;
            }

            [Coroutine]
            public U Pick<U>(U first, params U[] rest) where U : class, IComparable<U>
            {
                Thread.Sleep(0);
                return rest.Length == 1 ? first : rest[0];
            }

            [Coroutine]
            public string List(params IEnumerable<T> items)
            {
                Thread.Sleep(0);
                return "[" + string.Join(',', items) + "]";
            }
        }

        public static partial class Extensions
        {
            [Coroutine]
            public static int SlowLength(this string text)
            {
                Thread.Sleep(0);
                return text.Length;
            }
        }
        """));

    [Fact]
    public void A_body_that_cannot_be_repeated_runs_as_the_original() => Assert.Equal("1 hidden", Run("""
        private static string Test() => Co.Spawn(Both).Result;

        [Coroutine]
        private static string Both()
        {
            Counter counter = default;
            counter.Increment();
            return counter.Count + " " + Counter.Name();
        }
        """, """
        public partial struct Counter
        {
            public int Count;

            [Coroutine]
            public void Increment()
            {
                Thread.Sleep(0);
                Count++;
            }

            [Coroutine]
            public static string Name()
            {
                Thread.Sleep(0);
                return Hidden.Name;
            }
        }

        file static class Hidden
        {
            public const string Name = "hidden";
        }
        """));

    [Fact]
    public void Blocking_on_a_task_yields() => Assert.Equal("before after 3", Run("""
        private static readonly List<string> s_log = [];
        private static readonly TaskCompletionSource<int> s_done = new();

        [Coroutine]
        private static void Wait()
        {
            s_log.Add("before");
            s_log.Add("after " + s_done.Task.Result);
        }

        private static void Complete() => s_done.SetResult(3);

        private static string Test()
        {
            Co.JoinAll(Co.Spawn(Wait), Co.Spawn(Complete));
            return string.Join(' ', s_log);
        }
        """));

    [Fact]
    public void A_call_in_the_middle_of_a_body_spawns_the_twin() => Assert.Equal("a1 b1 a2 b2", Run("""
        private static readonly List<string> s_log = [];

        [Coroutine]
        private static void Work(string name)
        {
            s_log.Add(name + 1);
            Thread.Sleep(0);
            s_log.Add(name + 2);
        }

        [Coroutine]
        private static void Parent()
        {
            Fiber a = Co.Spawn(Work, "a");
            Fiber b = Co.Spawn(Work, "b");
            Co.JoinAll(a, b);
        }

        private static string Test()
        {
            Co.Run(Parent);
            return string.Join(' ', s_log);
        }
        """));

    [Fact]
    public void Lambdas_and_local_functions_take_turns_too() => Assert.Equal("a1 b1 a2 b2", Run("""
        private static readonly List<string> s_log = [];

        [Coroutine]
        private static void Parent()
        {
            Action<int> sleep = ms => Thread.Sleep(ms);
            Fiber a = Co.Spawn(() => Work("a"));
            Fiber b = Co.Spawn(Work2, "b");
            Co.JoinAll(a, b);

            void Work(string name)
            {
                s_log.Add(name + 1);
                sleep(0);
                s_log.Add(name + 2);
            }
        }

        [Coroutine]
        private static void Work2(string name)
        {
            s_log.Add(name + 1);
            Thread.Sleep(0);
            s_log.Add(name + 2);
        }

        private static string Test()
        {
            Co.Run(Parent);
            return string.Join(' ', s_log);
        }
        """));

    [Fact]
    public void Streams_are_read_by_their_twins() => Assert.Equal("ReadAsync abc", Run("""
        [Coroutine]
        private static string Work()
        {
            Probe probe = new();
            byte[] buffer = new byte[3];
            int n = probe.Read(buffer, 0, 3);
            return probe.Called + " " + System.Text.Encoding.ASCII.GetString(buffer, 0, n);
        }

        private static string Test() => Co.Run(Work);
        """, """
        public sealed class Probe : Stream
        {
            public string Called = "";

            public override int Read(byte[] buffer, int offset, int count) => throw new InvalidOperationException();

            public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
            {
                Called = "ReadAsync";
                "abc"u8.CopyTo(buffer.AsSpan(offset));
                return Task.FromResult(3);
            }

            public override bool CanRead => true;
            public override bool CanSeek => false;
            public override bool CanWrite => false;
            public override long Length => 0;
            public override long Position { get; set; }
            public override void Flush() { }
            public override long Seek(long offset, SeekOrigin origin) => 0;
            public override void SetLength(long value) { }
            public override void Write(byte[] buffer, int offset, int count) { }
        }
        """));

    private static string Run(string members, string more = "") =>
        GeneratorRun.Of($"namespace Demo;\n\npublic static partial class Tests\n{{\n{members}\n}}\n\n{more}").Invoke<string>();
}

namespace CoGen.Tests;

/// <summary>Plain blocking code through the real generator: no async keyword in this file.</summary>
public partial class PlainCodeTests
{
    private readonly Log _log = new();

    [Coroutine]
    private void Task(string name)
    {
        for (int i = 0; i < 3; i++)
        {
            _log.Add(name + i);
            Thread.Sleep(10);
        }
    }

    private const string Interleaved = "A0 B0 C0 A1 B1 C1 A2 B2 C2";

    [Fact]
    public void Method_groups_run_as_their_twins()
    {
        Co.JoinAll(Co.Spawn(Task, "A"), Co.Spawn(Task, "B"), Co.Spawn(Task, "C"));
        _log.ShouldBe(Interleaved);
    }

    [Fact]
    public void Captured_delegates_run_as_their_twins()
    {
        Action<string> captured = Task;
        Fiber[] fibers = [.. "ABC".Select(name => Co.Spawn(captured, name.ToString()))];
        Co.JoinAll(fibers);
        _log.ShouldBe(Interleaved);
    }

    [Coroutine]
    private void SpawnThree()
    {
        Action<string> captured = Task;
        Fiber a = Co.Spawn(Task, "A");
        Fiber b = Co.Spawn(captured, "B");
        Fiber c = Co.Spawn(Task, "C");
        a.Join();
        Co.JoinAll(b, c);
    }

    [Fact]
    public void Inside_a_coroutine_too()
    {
        Co.Run(SpawnThree);
        _log.ShouldBe(Interleaved);
    }

    [Coroutine]
    private static T Later<T>(T value)
    {
        Thread.Sleep(1);
        return value;
    }

    [Coroutine]
    private static int SumOfResults()
    {
        Fiber<int> first = Co.Spawn(Later, 1);
        Fiber<int> second = Co.Spawn(Later<int>, 2);
        return first.Result + second.GetResult() + Later(3);
    }

    [Fact]
    public void Generic_methods_and_results()
    {
        Assert.Equal(6, Co.Run(SumOfResults));
        Func<int> captured = SumOfResults;
        Assert.Equal(6, Co.Run(captured));
        Func<string, string> generic = Later;
        Assert.Equal("x", Co.Spawn(generic, "x").Result);
    }

    private partial class Nested<T>(T value)
    {
        private readonly List<string> _steps = [];

        [Coroutine]
        private void Step(string name)
        {
            _steps.Add($"{name}1{value}");
            Thread.Sleep(1);
            _steps.Add($"{name}2{value}");
        }

        internal string RunTwo()
        {
            Co.JoinAll(Co.Spawn(Step, "a"), Co.Spawn(Step, "b"));
            return string.Join(' ', _steps);
        }

        [Coroutine]
        private static void Shared(List<string> steps)
        {
            steps.Add("1");
            Thread.Sleep(1);
            steps.Add("2");
        }

        internal static string RunTwoShared()
        {
            List<string> steps = [];
            Co.JoinAll(Co.Spawn(Shared, steps), Co.Spawn(Shared, steps));
            return string.Join(' ', steps);
        }
    }

    [Fact]
    public void Private_methods_of_private_generic_types()
    {
        Assert.Equal("a1x b1x a2x b2x", new Nested<string>("x").RunTwo());
        Assert.Equal("a17 b17 a27 b27", new Nested<int>(7).RunTwo());
        Assert.Equal("1 1 2 2", Nested<string>.RunTwoShared());
        Assert.Equal("1 1 2 2", Nested<int>.RunTwoShared());
    }

    [Coroutine]
    private void Ring(Greenlet[] ring, int me)
    {
        for (int i = 0; i < 3; i++)
        {
            _log.Add("ABC"[me] + i.ToString());
            ring[(me + 1) % 3].Switch();
        }
    }

    private Greenlet[]? _ring;

    [Coroutine]
    private void First() => Ring(_ring!, 0);

    [Coroutine]
    private void Second() => Ring(_ring!, 1);

    [Coroutine]
    private void Third() => Ring(_ring!, 2);

    [Fact]
    public void Greenlets_switch_by_hand_across_calls()
    {
        _ring = [new Greenlet(First), new Greenlet(Second), new Greenlet(Third)];
        _ring[0].Switch();
        _log.ShouldBe(Interleaved);
    }

    [Coroutine]
    private static void Unlucky(int depth)
    {
        Thread.Sleep(1);
        if (depth == 0) throw new FormatException("deep");
        Unlucky(depth - 1);
    }

    [Fact]
    public void A_stack_trace_shows_the_users_own_file_and_lines()
    {
        FormatException error = Assert.Throws<FormatException>(() => Co.Run(Start));
        Assert.Contains("PlainCodeTests.cs:line", error.StackTrace);
        Assert.DoesNotContain(".g.cs", error.StackTrace);
    }

    [Coroutine]
    private static void Start() => Unlucky(3);

    [Fact]
    public void The_original_still_blocks_when_called_directly()
    {
        Task("A");
        _log.ShouldBe("A0 A1 A2");
    }
}

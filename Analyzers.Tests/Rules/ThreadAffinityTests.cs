using Rule = CoGen.Analyzers.Tests.Harness.Rule<CoGen.Analyzers.AcrossYieldAnalyzer>;

namespace CoGen.Analyzers.Tests.Rules;

public class ThreadAffinityTests
{
    [Fact]
    public Task Static_of_the_thread_is_told_where_it_is_used_again() => Rule.Reports(
        InCoroutine("""
            t_user = "one";
            Thread.Sleep(1);
            Console.WriteLine({|#0:t_user|});
            """),
        Rule.Warning(0, "CG1024", "'t_user' belongs to the thread, and is used on both sides of 'Thread.Sleep' on line 12, which yields: other fibers that the thread runs meanwhile share it, and on a pool the fiber may go on on another thread. Use a FiberLocal<T> or an AsyncLocal<T>."));

    [Fact]
    public Task Thread_itself_is_told_where_it_is_compared() => Rule.Reports(
        InCoroutine("""
            int id = Environment.CurrentManagedThreadId;
            Thread.Sleep(1);
            if (id == Environment.{|#0:CurrentManagedThreadId|}) return;
            """),
        Rule.Warning(0, "CG1024", "'Environment.CurrentManagedThreadId' belongs to the thread, and is used on both sides of 'Thread.Sleep' on line 12, which yields: other fibers run on the thread meanwhile, and on a pool the fiber may go on on another. Compare Fiber.Current."));

    [Theory]
    [InlineData("t_depth++; try { Thread.Sleep(1); } finally { {|CG1024:t_depth|}--; }")]
    [InlineData("string? old = t_user; t_user = \"\"; Thread.Sleep(1); {|CG1024:t_user|} = old;")]
    [InlineData("if (t_user == null) { Thread.Sleep(1); {|CG1024:t_user|} = \"\"; }")]
    [InlineData("t_list!.Add(1); Thread.Sleep(1); Console.WriteLine({|CG1024:t_list|}!.Count);")]
    [InlineData("_text.Value!.Append('a'); Thread.Sleep(1); _text.{|CG1024:Value|}!.Append('b');")]
    [InlineData("_number.Value = 1; Thread.Sleep(1); int n = _number.{|CG1024:Value|};")]
    [InlineData("for (int i = 0; i < 3; i++) { {|CG1024:t_depth|}++; Thread.Sleep(1); }")]
    [InlineData("List<int> list = t_list!; list.Add(1); Thread.Sleep(1); {|CG1024:list|}.Add(2);")]
    [InlineData("System.Text.StringBuilder text = _text.Value!; Thread.Sleep(1); {|CG1024:text|}.Append('b');")]
    [InlineData("Thread.SetData(s_slot, 1); Thread.Sleep(1); object? o = Thread.{|CG1024:GetData|}(s_slot);")]
    [InlineData("Thread before = Thread.CurrentThread; Thread.Sleep(1); if (before != Thread.{|CG1024:CurrentThread|}) return;")]
    [InlineData("Thread before = Thread.CurrentThread; Thread.Sleep(1); if (ReferenceEquals(before, Thread.{|CG1024:CurrentThread|})) return;")]
    [InlineData("_owner = Environment.CurrentManagedThreadId; Thread.Sleep(1); if (_owner != Thread.{|CG1024:CurrentThread|}.ManagedThreadId) return;")]
    public Task Used_on_both_sides_of_a_yield(string statements) => Rule.Reports(InCoroutine(statements));

    [Theory]
    [InlineData("t_user = \"\"; Console.WriteLine(t_user); Thread.Sleep(1);")]
    [InlineData("Thread.Sleep(1); t_depth++;")]
    [InlineData("string? mine = t_user; Thread.Sleep(1); Console.WriteLine(mine);")]
    // Only looked at: a source of numbers is as good as another.
    [InlineData("int a = _random.Value!.Next(); Thread.Sleep(1); int b = _random.Value!.Next();")]
    [InlineData("Console.WriteLine(t_user); Thread.Sleep(1); Console.WriteLine(t_user);")]
    // Made anew where it is not there.
    [InlineData("t_list ??= []; t_list.Add(1); Thread.Sleep(1); t_list ??= [];")]
    [InlineData("s_all.Value = 1; Thread.Sleep(1); int n = s_all.Value;")]
    [InlineData("Console.WriteLine(Environment.CurrentManagedThreadId); Thread.Sleep(1); Console.WriteLine(Environment.CurrentManagedThreadId);")]
    [InlineData("int id = Environment.CurrentManagedThreadId; if (id == Environment.CurrentManagedThreadId) Thread.Sleep(1);")]
    [InlineData("if (t_depth > 0) t_depth = 1; else Thread.Sleep(1);")]
    [InlineData("t_user = {|CS1525:;|} Thread.Sleep(1); Console.WriteLine({|CS0103:t_use|});")]
    public Task Silent(string statements) => Rule.IsSilent(InCoroutine(statements));

    private static string InCoroutine(string statements) =>
        $$"""
        using CoGen;
        partial class C
        {
            [ThreadStatic] static string? t_user; [ThreadStatic] static int t_depth; [ThreadStatic] static List<int>? t_list; static readonly AsyncLocal<int> s_all = new(); static readonly LocalDataStoreSlot s_slot = Thread.AllocateDataSlot();
            readonly ThreadLocal<System.Text.StringBuilder> _text = new(() => new()); readonly ThreadLocal<int> _number = new(); readonly ThreadLocal<Random> _random = new(() => new()); int _owner;

            [Coroutine]
            void M()
            {

        {{statements}}
            }
        }
        """;
}

using static CoGen.Tests.Virtual;

namespace CoGen.Tests;

public class QueueJoinTests
{
    [Fact]
    public void T50_A_queue_that_was_never_used_is_done()
    {
        Run(async () => await new CoQueue<int>().JoinAsync());
        new CoQueue<int>().Join();
    }

    [Fact]
    public void T50_Join_waits_until_each_item_is_done()
    {
        Log log = new();
        Run(async () =>
        {
            CoQueue<int> queue = new([1, 2]);
            Assert.Equal(2, queue.UnfinishedCount);
            Co.Spawn(async () =>
            {
                while (true)
                {
                    log.Add(await queue.TakeAsync());
                    await Co.SleepAsync(1);
                    queue.TaskDone();
                }
            });
            await queue.PutAsync(3);
            await queue.JoinAsync();
            log.Add("joined");
            Assert.Equal(0, queue.UnfinishedCount);
            Assert.Throws<InvalidOperationException>(queue.TaskDone);
        });
        log.ShouldBe("1 2 3 joined");
    }

    [Fact]
    public void T50_Join_gives_up_when_its_time_is_over_or_it_is_killed_and_leaves_no_trace()
    {
        Run(async () =>
        {
            CoStack<int> stack = new([1]);
            Assert.False(await stack.JoinAsync(TimeSpan.FromSeconds(1)));
            Fiber killed = Co.Spawn(() => stack.JoinAsync());
            await Co.YieldAsync();
            await killed.KillAsync();
            stack.TaskDone();
            await stack.JoinAsync();
            Assert.Equal(1, stack.Count);
        });
    }
}

namespace CoGen.Tests;

/// <summary>Byte budgets, as in <see cref="AllocationTests"/>: what the second run of a piece of work allocates.</summary>
public class GreenletAllocationTests
{
    private const long RunBudget = 1024;

    private static long SecondRun(Func<Coroutine> work) => Virtual.Run(async Coroutine<long> () =>
    {
        await work();
        long before = GC.GetAllocatedBytesForCurrentThread();
        await work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Ten_thousand_round_trips_allocate_nothing(bool withContexts)
    {
        AsyncLocal<string> local = new();
        object ball = new();
        Assert.InRange(SecondRun(async Coroutine () =>
        {
            Greenlet root = Greenlet.Current;
            await using Greenlet other = new(async Coroutine<object?> (object? value) =>
            {
                if (withContexts) local.Value = "its own";
                while (true) value = await root.SwitchAsync(value);
            });
            for (int i = 0; i < 10_000; i++) await other.SwitchAsync(ball);
        }), 0, 4096);
    }

    [Fact]
    public void Ten_thousand_values_of_a_generator_allocate_nothing() =>
        Assert.InRange(SecondRun(async Coroutine () =>
        {
            Generator<long> numbers = new(async Coroutine (output) =>
            {
                for (long i = 0; i < 10_000; i++) await output.YieldAsync(i);
            });
            long sum = 0;
            await foreach (long number in numbers) sum += number;
            Assert.Equal(49_995_000, sum);
        }), 0, RunBudget);

    [Fact]
    public void A_greenlet_costs_a_few_objects() =>
        Assert.InRange(SecondRun(async Coroutine () =>
        {
            for (int i = 0; i < 1000; i++) await new Greenlet(static () => { }).SwitchAsync();
        }) / 1000, 0, 328);
}

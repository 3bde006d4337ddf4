using System.Diagnostics;
using System.Globalization;
using System.Security.Principal;
using System.Transactions;
using CoGen.Patches;

namespace CoGen.Tests;

/// <summary>Where .NET keeps state beside the arguments, and whose it is across a yield: the rows of docs/ambient.md.</summary>
public class AmbientPlacesTests : Staged
{
    [ThreadStatic]
    private static string? s_ofThread;

    [Fact]
    public void Cultures_and_the_principal_are_the_fibers_own() =>
        Run(async Coroutine () =>
        {
            await Co.JoinAllAsync(new[] { "de-DE", "fr-FR" }.Select(name => Co.Spawn(async Coroutine () =>
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);
                Thread.CurrentPrincipal = new GenericPrincipal(new GenericIdentity(name), null);
                for (int i = 0; i < 3; i++)
                {
                    await Co.SleepAsync(1);
                    Assert.Equal(name, CultureInfo.CurrentCulture.Name);
                    Assert.Equal(name, CultureInfo.CurrentUICulture.Name);
                    Assert.Equal(name, Thread.CurrentPrincipal?.Identity?.Name);
                }
            })));
        });

    [Fact]
    public void Activities_nest_in_the_fiber_that_starts_them() =>
        Run(async Coroutine () =>
        {
            using Activity root = new Activity("root").Start();
            await Co.JoinAllAsync("ab".Select(name => Co.Spawn(async Coroutine () =>
            {
                using Activity outer = new Activity($"{name}").Start();
                await Co.YieldAsync();
                using (Activity inner = new Activity($"{name} inner").Start())
                {
                    await Co.SleepAsync(1);
                    Assert.Same(inner, Activity.Current);
                    Assert.Equal(outer.Id, inner.ParentId);
                    Assert.Equal(root.Id, outer.ParentId);
                }

                Assert.Same(outer, Activity.Current);
            })));
            Assert.Same(root, Activity.Current);
        });

    [Fact]
    public void A_transaction_is_seen_by_the_fiber_alone_that_opened_its_scope() =>
        Run(async Coroutine () =>
        {
            bool isOpen = false;
            Fiber opener = Co.Spawn(async Coroutine () =>
            {
                using TransactionScope scope = TransactionScopePatches.New(TransactionScopeOption.RequiresNew, TimeSpan.FromMinutes(1));
                Transaction own = Transaction.Current!;
                isOpen = true;
                for (int i = 0; i < 3; i++)
                {
                    await Co.YieldAsync();
                    Assert.Equal(own, Transaction.Current);
                }

                scope.Complete();
            });
            Fiber other = Co.Spawn(async Coroutine () =>
            {
                while (!isOpen) await Co.YieldAsync();
                Assert.Null(Transaction.Current);
                using TransactionScope scope = TransactionScopePatches.New();
                Assert.NotNull(Transaction.Current);
                await Co.YieldAsync();
                scope.Complete();
            });
            await opener;
            await other;
            Assert.Null(Transaction.Current);
        });

    [Fact]
    public void A_SynchronizationContext_that_a_fiber_sets_is_the_threads_until_it_is_taken_back() =>
        Virtual.Run(async Coroutine () =>
        {
            SynchronizationContext context = new();
            SynchronizationContext? seen = null;
            Fiber setter = Co.Spawn(async Coroutine () =>
            {
                SynchronizationContext.SetSynchronizationContext(context);
                await Co.YieldAsync();
                SynchronizationContext.SetSynchronizationContext(null);
            });
            Fiber other = Co.Spawn(() =>
            {
                seen = SynchronizationContext.Current;
                return default(Coroutine);
            });
            await setter;
            await other;
            Assert.Same(context, seen);
            Assert.Null(SynchronizationContext.Current);
        });

    [Fact]
    public void Thread_statics_are_shared_by_the_fibers_of_a_loop() =>
        Virtual.Run(async Coroutine () =>
        {
            s_ofThread = null;
            Fiber setter = Co.Spawn(static () => { s_ofThread = "set"; return default(Coroutine); });
            await setter;
            Assert.Equal("set", s_ofThread);
        });

    [Fact]
    public void All_fibers_of_a_loop_are_on_its_thread() =>
        Virtual.Run(async Coroutine () =>
        {
            Thread loop = Thread.CurrentThread;
            await Co.JoinAllAsync(Enumerable.Range(0, 3).Select(_ => Co.Spawn(async Coroutine () =>
            {
                await Co.YieldAsync();
                Assert.Same(loop, Thread.CurrentThread);
                await Task.Yield();
                Assert.Same(loop, Thread.CurrentThread);
            })));
        });

    [Fact]
    public void What_runs_on_other_threads_is_no_fiber_and_has_the_state_of_who_asked_for_it() =>
        Run(async Coroutine () =>
        {
            AsyncLocal<string> local = new() { Value = "fiber's" };
            TaskCompletionSource<(string?, bool)> pooled = new(), timed = new();
            ThreadPool.QueueUserWorkItem(_ => pooled.SetResult((local.Value, Co.Current is null)));
            using Timer timer = new(_ => timed.TrySetResult((local.Value, Co.Current is null)), null, 0, Timeout.Infinite);

            Assert.Equal(("fiber's", true), await pooled.Task);
            Assert.Equal(("fiber's", true), await timed.Task);
        });
}

public sealed class AmbientPlacesTestsOnPool : AmbientPlacesTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

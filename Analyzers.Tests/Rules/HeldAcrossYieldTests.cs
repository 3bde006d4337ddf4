using Microsoft.CodeAnalysis;
using Rule = CoGen.Analyzers.Tests.Harness.Rule<CoGen.Analyzers.AcrossYieldAnalyzer>;

namespace CoGen.Analyzers.Tests.Rules;

/// <summary>Yields with a lock, a transaction, or something of the thread's in hand.</summary>
public class HeldAcrossYieldTests
{
    [Fact]
    public Task Lock_is_named() => Rule.Reports(
        InCoroutine("lock (_gate) { Thread.{|#0:Sleep|}(1); }"),
        Rule.At(0, "CG2003", DiagnosticSeverity.Info, "'Thread.Sleep' yields while '_gate' is held: all fibers and threads that want it wait until it has been given back. Move the call out of the lock where nothing in it depends on that."));

    [Theory]
    [InlineData("Monitor.Enter(_gate); Thread.{|CG2003:Sleep|}(1); Monitor.Exit(_gate);")]
    [InlineData("Monitor.Enter(_gate); try { Thread.{|CG2003:Sleep|}(1); } finally { Monitor.Exit(_gate); }")]
    [InlineData("lock (_own) { Thread.{|CG2003:Sleep|}(1); }")]
    [InlineData("using (_own.EnterScope()) { Thread.{|CG2003:Sleep|}(1); }")]
    [InlineData("_one.Wait(); Thread.{|CG2003:Sleep|}(1); _one.Release();")]
    [InlineData("_lock.Enter(); Thread.{|CG2003:Sleep|}(1); _lock.Exit();")]
    [InlineData("using (_lock.EnterScope()) { Thread.{|CG2003:Sleep|}(1); }")]
    [InlineData("_mutex.WaitOne(); Thread.{|CG2003:Sleep|}(1); _mutex.ReleaseMutex();")]
    [InlineData("_readers.EnterReadLock(); Thread.{|CG2003:Sleep|}(1); _readers.ExitReadLock();")]
    [InlineData("lock (_gate) { {|CG2003:foreach|} (string line in File.ReadLines(\"f\")) { } }")]
    [InlineData("lock (_gate) { {|CG2003:lock|} (this) { Thread.{|CG2003:{|CG2003:Sleep|}|}(1); } }")]
    [InlineData("lock (_gate) { {|CG2003:lock|} (this) { Monitor.{|CG2003:Wait|}(_gate); } }")]
    [InlineData("lock (_gate) { if (_readers is null) return; Thread.{|CG2003:Sleep|}(1); }")]
    public Task Lock_of_any_kind(string statements) => Rule.Reports(InCoroutine(statements));

    [Fact]
    public Task Method_that_is_a_lock_as_a_whole() => Rule.Reports(
        """
        using CoGen;
        using System.Runtime.CompilerServices;

        partial class C
        {
            [Coroutine]
            [MethodImpl(MethodImplOptions.Synchronized)]
            void M() { Thread.{|CG2003:Sleep|}(1); }
        }
        """);

    [Theory]
    [InlineData("lock (_gate) { } Thread.Sleep(1);")]
    [InlineData("lock (_gate) { lock (_own) { } }")]
    [InlineData("lock (_gate) { Monitor.Wait(_gate); }")]
    [InlineData("_one.Wait(); Thread.Sleep(1);")]
    [InlineData("if (_mutex.WaitOne(0)) _mutex.ReleaseMutex(); Thread.Sleep(1);")]
    [InlineData("bool taken = false; try { Monitor.Enter(_gate, ref taken); } finally { if (taken) Monitor.Exit(_gate); } Thread.Sleep(1);")]
    [InlineData("lock (_gate) { new List<int>().ForEach(n => Thread.Sleep(n)); }")]
    [InlineData("lock (_gate) { {|CS0103:Missing|}(); }")]
    public Task Nothing_is_held(string statements) => Rule.IsSilent(InCoroutine(statements));

    [Fact]
    public Task Transaction_of_the_thread_is_told() => Rule.Reports(
        InCoroutine("using (new System.Transactions.TransactionScope(System.Transactions.TransactionScopeAsyncFlowOption.Suppress)) { Thread.{|#0:Sleep|}(1); }"),
        Rule.Warning(0, "CG2004", "'Thread.Sleep' yields in a TransactionScope that does not flow: fibers that the thread runs meanwhile find its transaction, and on another thread this one does not. Give the scope TransactionScopeAsyncFlowOption.Enabled."));

    [Theory]
    [InlineData("using System.Transactions.TransactionScope s = new(System.Transactions.TransactionScopeOption.Required, default, System.Transactions.EnterpriseServicesInteropOption.None); Thread.{|CG2004:Sleep|}(1);")]
    [InlineData("var s = new System.Transactions.TransactionScope(System.Transactions.TransactionScopeOption.Required, System.Transactions.TransactionScopeAsyncFlowOption.Suppress); Thread.{|CG2004:Sleep|}(1); s.Dispose();")]
    public Task Transaction_that_does_not_flow(string statements) => Rule.Reports(InCoroutine(statements));

    [Theory]
    [InlineData("using (new System.Transactions.TransactionScope()) { Thread.Sleep(1); }")]
    [InlineData("using (new System.Transactions.TransactionScope(System.Transactions.TransactionScopeAsyncFlowOption.Enabled)) { Thread.Sleep(1); }")]
    [InlineData("using (new System.Transactions.TransactionScope(Flow())) { Thread.Sleep(1); } System.Transactions.TransactionScopeAsyncFlowOption Flow() => default;")]
    [InlineData("using (new System.Transactions.TransactionScope(System.Transactions.TransactionScopeAsyncFlowOption.Suppress)) { } Thread.Sleep(1);")]
    public Task Transaction_that_flows_or_has_ended(string statements) => Rule.IsSilent(InCoroutine(statements));

    [Fact]
    public Task SpinLock_is_told() => Rule.Reports(
        InCoroutine("bool taken = false; _spin.Enter(ref taken); Thread.{|#0:Sleep|}(1); _spin.Exit();"),
        Rule.Warning(0, "CG1024", "'_spin' belongs to the thread, and is held while 'Thread.Sleep' yields: a fiber of the same thread that wants it spins for ever. Use a lock, which a fiber may hold while it waits."));

    [Theory]
    [InlineData("Thread.BeginThreadAffinity(); Thread.{|CG1024:Sleep|}(1); Thread.EndThreadAffinity();")]
    [InlineData("Thread.BeginCriticalRegion(); try { Thread.{|CG1024:Sleep|}(1); } finally { Thread.EndCriticalRegion(); }")]
    [InlineData("bool taken = false; try { _spin.Enter(ref taken); Thread.{|CG1024:Sleep|}(1); } finally { _spin.Exit(); }")]
    public Task Region_of_the_thread(string statements) => Rule.Reports(InCoroutine(statements));

    [Fact]
    public Task Lock_that_is_kept_from_being_patched() => Rule.Reports(
        $$"""
        using CoGen;
        [assembly: ExcludeFromPatching(typeof(Mutex))]
        [assembly: ExcludeFromPatching(typeof(WaitHandle))]

        partial class C
        {
            readonly Mutex _mutex = new();

            [Coroutine]
            void M() { _mutex.WaitOne(); Thread.{|CG1024:Sleep|}(1); _mutex.ReleaseMutex(); }
        }
        """);

    [Theory]
    [InlineData("Thread.BeginThreadAffinity(); Thread.EndThreadAffinity(); Thread.Sleep(1);")]
    [InlineData("bool taken = false; _spin.Enter(ref taken); _spin.Exit(); Thread.Sleep(1);")]
    public Task Region_that_has_ended(string statements) => Rule.IsSilent(InCoroutine(statements));

    private static string InCoroutine(string statements) =>
        $$"""
        using CoGen;

        partial class C
        {
            readonly object _gate = new(); readonly Lock _own = new(); readonly SemaphoreSlim _one = new(1); readonly CoLock _lock = new(); readonly Mutex _mutex = new();
            readonly ReaderWriterLockSlim _readers = new(); SpinLock _spin;

            [Coroutine]
            void M()
            {
        {{statements}}
            }
        }
        """;
}

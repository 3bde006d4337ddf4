using System.Collections.Concurrent;
using CoGen.Patches;

namespace CoGen.Tests.Linearizability;

// An object of the framework, used by fibers through what its members become in a coroutine, and by plain code as it is. Plain code calls the original
// members only, and completes its coroutine without a wait.

/// <inheritdoc/>
internal abstract class TwinSubject<TState>(TState initial) : Subject<TState>(initial), ITwinSubject
    where TState : class
{
    internal override Coroutine UseAsync(int client, Random random) => UseAsync(client, random, isPlain: false);

    public abstract Coroutine UseAsync(int client, Random random, bool isPlain);
}

internal interface ITwinSubject
{
    /// <summary>Makes a few calls, as a coroutine or as plain code.</summary>
    Coroutine UseAsync(int client, Random random, bool isPlain);
}

/// <summary>The monitor of an object.</summary>
internal sealed class MonitorTwinSubject() : TwinSubject<Held>(Held.Not)
{
    private readonly object _gate = new();

    public override async Coroutine UseAsync(int client, Random random, bool isPlain)
    {
        for (int i = 0; i < 3; i++) await EnterAsync(client, random, isPlain, depth: 1);
    }

    internal override void Check()
    {
        base.Check();
        Assert.True(Monitor.TryEnter(_gate));
        Monitor.Exit(_gate);
    }

    private async Coroutine EnterAsync(int client, Random random, bool isPlain, int depth)
    {
        TimeSpan timeout = random.Next(2) == 0 ? Any(random) : Timeout.InfiniteTimeSpan;
        int invoked = History.Now();
        bool isIn = isPlain ? Monitor.TryEnter(_gate, timeout) : await MonitorPatches.TryEnterAsync(_gate, timeout);
        History.Note($"{client} enter {isIn}", invoked, held => isIn ? held.Enter(client) : held);
        if (!isIn) return;
        try
        {
            if (isPlain) Thread.Yield();
            else if (random.Next(2) == 0) await Co.YieldAsync();
            if (depth == 1 && random.Next(3) == 0) await EnterAsync(client, random, isPlain, depth + 1);
        }
        finally
        {
            invoked = History.Now();
            if (isPlain) Monitor.Exit(_gate);
            else MonitorPatches.Exit(_gate);
            History.Note($"{client} exit", invoked, held => held.Exit(client));
        }
    }
}

/// <summary>A <see cref="SemaphoreSlim"/> of one permit.</summary>
internal sealed class SemaphoreTwinSubject() : TwinSubject<Free>(new Free(1))
{
    private readonly SemaphoreSlim _permits = new(1);

    public override async Coroutine UseAsync(int client, Random random, bool isPlain)
    {
        for (int i = 0; i < 3; i++)
        {
            TimeSpan timeout = random.Next(2) == 0 ? Any(random) : Timeout.InfiniteTimeSpan;
            int invoked = History.Now();
            bool isMine = isPlain ? _permits.Wait(timeout) : await SemaphoreSlimPatches.WaitAsync(_permits, timeout);
            History.Note($"wait {isMine}", invoked, free => !isMine ? free : free.Count > 0 ? new Free(free.Count - 1) : null);
            if (!isMine) continue;
            try
            {
                if (!isPlain && random.Next(2) == 0) await Co.YieldAsync();
            }
            finally
            {
                invoked = History.Now();
                int before = _permits.Release();
                History.Note($"release {before}", invoked, free => free.Count == before ? new Free(free.Count + 1) : null);
            }
        }
    }

    internal override void Check()
    {
        base.Check();
        Assert.Equal(1, _permits.CurrentCount);
    }
}

/// <summary>A <see cref="BlockingCollection{T}"/> that holds two items.</summary>
internal sealed class CollectionTwinSubject() : TwinSubject<Content>(new Content(""))
{
    private const int Capacity = 2;

    private readonly BlockingCollection<char> _items = new(Capacity);

    public override Coroutine UseAsync(int client, Random random, bool isPlain) =>
        client % 2 == 0 ? AddAsync((char)('a' + (client * 4)), random, isPlain) : TakeAsync(random, isPlain);

    private async Coroutine AddAsync(char first, Random random, bool isPlain)
    {
        for (char item = first; item < first + 4; item++)
        {
            char letter = item;
            TimeSpan timeout = Any(random);
            int invoked = History.Now();
            bool isIn = isPlain ? _items.TryAdd(letter, timeout) : await BlockingCollectionPatches.TryAddAsync(_items, letter, timeout);
            History.Note($"add {letter} {isIn}", invoked, content => !isIn ? content : content.Items.Length < Capacity ? new Content(content.Items + letter) : null);
        }
    }

    private async Coroutine TakeAsync(Random random, bool isPlain)
    {
        for (int i = 0; i < 4; i++)
        {
            TimeSpan timeout = Any(random);
            Ref<char> item = Ref.New('-');
            int invoked = History.Now();
            bool isTaken = isPlain ? _items.TryTake(out item.Target, timeout) : await BlockingCollectionPatches.TryTakeAsync(_items, item, timeout);
            char letter = item.Value;
            History.Note($"take {letter} {isTaken}", invoked, content => isTaken ? content.Take(letter) : content);
        }
    }
}

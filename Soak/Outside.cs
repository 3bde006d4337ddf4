using System.Collections.Concurrent;

namespace CoGen.Soak;

/// <summary>Plain threads that no scheduler knows of: they do what they are sent, as soon as they can.</summary>
internal sealed class Outside : IDisposable
{
    private readonly BlockingCollection<Action> _orders = [];
    private readonly Thread[] _threads;

    internal Outside(int threads)
    {
        _threads = [.. Enumerable.Range(0, threads).Select(i => new Thread(Serve) { Name = $"outside {i}", IsBackground = true })];
        foreach (Thread thread in _threads) thread.Start();
    }

    internal void Send(Action order) => _orders.Add(order);

    /// <summary>Does what was sent before, and ends.</summary>
    public void Dispose()
    {
        _orders.CompleteAdding();
        foreach (Thread thread in _threads) thread.Join();
        _orders.Dispose();
    }

    private void Serve()
    {
        foreach (Action order in _orders.GetConsumingEnumerable()) order();
    }
}

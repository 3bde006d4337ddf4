namespace CoGen.Clients.Tests.Harness;

/// <summary>A Redis server, started when the first test asks for it.</summary>
public sealed class RedisServer : IDisposable
{
    private readonly Lazy<Running> _running = new(static () => new Running());

    public string Configuration => $"127.0.0.1:{_running.Value.Port},connectTimeout=60000,syncTimeout=60000,asyncTimeout=60000,abortConnect=true";

    internal IDisposable Pause() => _running.Value.Process.Pause();

    public void Dispose()
    {
        if (_running.IsValueCreated) _running.Value.Process.Dispose();
    }

    private sealed class Running
    {
        public Running()
        {
            string server = Programs.Find("redis-server", "redis-server");
            Port = ServerProcess.FreePort();
            Process = ServerProcess.Start(Port, server, "--port", $"{Port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no");
        }

        public int Port { get; }

        public ServerProcess Process { get; }
    }
}

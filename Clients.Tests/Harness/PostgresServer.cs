using Npgsql;

namespace CoGen.Clients.Tests.Harness;

/// <summary>A PostgreSQL server, started when the first test asks for it.</summary>
public sealed class PostgresServer : IDisposable
{
    private readonly Lazy<Running> _running = new(static () => new Running());

    /// <summary>Leads to the server, with a pool of at most <paramref name="connections"/> that no other test shares.</summary>
    public string ConnectTo(int connections = 20) =>
        $"Host=127.0.0.1;Port={_running.Value.Port};Username=postgres;Database=postgres;Maximum Pool Size={connections};Timeout=60;Application Name={Guid.NewGuid():N}";

    /// <summary>What the server does now for whoever was given <paramref name="connectionString"/>.</summary>
    internal int CountQueries(string connectionString, string where)
    {
        using NpgsqlConnection connection = new(ConnectTo(1) + ";Pooling=false");
        connection.Open();
        using NpgsqlCommand command = new($"SELECT count(*)::int FROM pg_stat_activity WHERE application_name = $1 AND {where}", connection);
        command.Parameters.AddWithValue(new NpgsqlConnectionStringBuilder(connectionString).ApplicationName!);
        return (int)command.ExecuteScalar()!;
    }

    public void Dispose()
    {
        if (_running.IsValueCreated) _running.Value.Dispose();
    }

    private sealed class Running : IDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private readonly ServerProcess _process;

        public Running()
        {
            string server = Programs.Find("postgres", "postgresql");
            string data = _folder["data"];

            // PostgreSQL refuses to run as root.
            if (Environment.UserName == "root") ServerProcess.Run("chown", "-R", "postgres", _folder.Path);

            ServerProcess.Run(AsUser(Path.Combine(Path.GetDirectoryName(server)!, "initdb"), "--auth=trust", "--username=postgres", "--no-sync", "-D", data));
            Port = ServerProcess.FreePort();
            _process = ServerProcess.Start(Port, AsUser(
                server, "-D", data, "-p", $"{Port}", "-k", _folder.Path, "-c", "listen_addresses=127.0.0.1", "-c", "max_connections=400", "-c", "fsync=off"));
            WaitUntilItServes();
        }

        // It listens before it does.
        private void WaitUntilItServes()
        {
            while (true)
            {
                try
                {
                    using NpgsqlConnection connection = new($"Host=127.0.0.1;Port={Port};Username=postgres;Database=postgres;Timeout=60;Pooling=false");
                    connection.Open();
                    return;
                }
                catch (PostgresException starting) when (starting.SqlState == PostgresErrorCodes.CannotConnectNow)
                {
                    Thread.Sleep(20);
                }
            }
        }

        private static string[] AsUser(params string[] command) =>
            Environment.UserName == "root" ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--", .. command] : command;

        public int Port { get; }

        public void Dispose()
        {
            NpgsqlConnection.ClearAllPools();
            _process.Dispose();
            _folder.Dispose();
        }
    }
}

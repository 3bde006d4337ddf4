using CoGen.Clients.Tests.Harness;
using Npgsql;

namespace CoGen.Clients.Tests.Databases;

/// <summary>PostgreSQL through Npgsql, in its blocking style.</summary>
public sealed partial class NpgsqlTests(PostgresServer server)
{
    [Fact]
    public void Two_hundred_fibers_query_through_twenty_connections()
    {
        string connection = server.ConnectTo(20);
        int[] sums = new int[Crowd.Size];

        Crowd.Join(Enumerable.Range(0, Crowd.Size).Select(i => Co.Spawn(Sum, connection, i, sums)));

        Assert.Equal(Enumerable.Range(0, Crowd.Size).Select(i => 10 * i), sums);
    }

    [Fact]
    public void All_of_two_hundred_wait_in_the_server_at_once()
    {
        string connection = server.ConnectTo(Crowd.Size);
        using NpgsqlConnection gate = new(server.ConnectTo(1));
        gate.Open();
        Execute(gate, "SELECT pg_advisory_lock(1)");

        List<Fiber> waiting = [.. Enumerable.Range(0, Crowd.Size).Select(_ => Co.Spawn(PassGate, connection))];
        Fiber opener = Co.Spawn(OpenWhenAllWait, server, connection, gate);

        Crowd.Join([.. waiting, opener]);
    }

    [Fact]
    public void A_kill_ends_the_query_in_the_server_and_the_connection_stays_usable()
    {
        string connection = server.ConnectTo(1);
        Fiber sleeper = Co.Spawn(Nap, connection);

        Co.Spawn(KillWhenAsleep, server, connection, sleeper).Join();
        int answer = Co.Spawn(Answer, connection).Result;

        Assert.Equal(FiberState.Killed, sleeper.State);
        Assert.Equal(42, answer);
        Assert.Equal(0, server.CountQueries(connection, "state = 'active'"));
    }

    [Fact]
    public void A_timeout_ends_the_query()
    {
        string connection = server.ConnectTo(1);

        bool isInTime = Co.Spawn(NapWithTimeout, connection).Result;

        Assert.False(isInTime);
        Assert.Equal(0, server.CountQueries(connection, "state = 'active'"));
    }

    [Coroutine]
    private static void Sum(string connectionString, int i, int[] sums)
    {
        using NpgsqlConnection connection = new(connectionString);
        connection.Open();
        using NpgsqlCommand command = new("SELECT $1 * n FROM generate_series(1, 4) n", connection);
        command.Parameters.AddWithValue(i);
        using NpgsqlDataReader reader = command.ExecuteReader();
        while (reader.Read()) sums[i] += reader.GetInt32(0);
    }

    [Coroutine]
    private static void PassGate(string connectionString)
    {
        using NpgsqlConnection connection = new(connectionString);
        connection.Open();
        using NpgsqlTransaction transaction = connection.BeginTransaction();
        Execute(connection, "SELECT pg_advisory_xact_lock_shared(1)");
        transaction.Commit();
    }

    [Coroutine]
    private static void OpenWhenAllWait(PostgresServer server, string connectionString, NpgsqlConnection gate)
    {
        while (Co.Blocking(() => server.CountQueries(connectionString, "wait_event_type = 'Lock'")) < Crowd.Size) Thread.Sleep(5);
        Execute(gate, "SELECT pg_advisory_unlock(1)");
    }

    [Coroutine]
    private static void KillWhenAsleep(PostgresServer server, string connectionString, Fiber sleeper)
    {
        while (Co.Blocking(() => server.CountQueries(connectionString, "wait_event = 'PgSleep'")) == 0) Thread.Sleep(5);
        sleeper.Kill();
    }

    [Coroutine]
    private static void Nap(string connectionString)
    {
        using NpgsqlConnection connection = new(connectionString);
        connection.Open();
        Execute(connection, "SELECT pg_sleep(3600)");
    }

    [Coroutine]
    private static bool NapWithTimeout(string connectionString) => Co.TryWithTimeout(TimeSpan.FromMilliseconds(200), () => Nap(connectionString));

    [Coroutine]
    private static int Answer(string connectionString)
    {
        using NpgsqlConnection connection = new(connectionString);
        connection.Open();
        using NpgsqlCommand command = new("SELECT 42", connection);
        return (int)command.ExecuteScalar()!;
    }

    [Coroutine]
    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using NpgsqlCommand command = new(sql, connection);
        command.ExecuteNonQuery();
    }
}

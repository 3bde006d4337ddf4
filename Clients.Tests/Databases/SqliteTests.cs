using CoGen.Clients.Tests.Harness;
using Microsoft.Data.Sqlite;

namespace CoGen.Clients.Tests.Databases;

/// <summary>SQLite, whose asynchronous members block: its calls run on worker threads.</summary>
public sealed partial class SqliteTests
{
    [Fact]
    public void Two_hundred_fibers_write_one_file()
    {
        using TemporaryFolder folder = new();
        string connection = $"Data Source={folder["data.db"]};Pooling=False;Default Timeout=60";
        Co.Spawn(Create, connection).Join();

        Crowd.Join(Enumerable.Range(0, Crowd.Size).Select(i => Co.Spawn(Insert, connection, i)));

        Assert.Equal(Crowd.Size * (Crowd.Size - 1) / 2, Co.Spawn(Sum, connection).Result);
    }

    [Fact]
    public void Who_waits_for_the_lock_of_the_file_does_not_hold_up_who_has_it()
    {
        using TemporaryFolder folder = new();
        string connection = $"Data Source={folder["data.db"]};Pooling=False;Default Timeout=60";
        Co.Spawn(Create, connection).Join();

        // The second waits inside the library for the first, which needs turns of its own to come to an end.
        Crowd.Join(Co.Spawn(InsertSlowly, connection), Co.Spawn(Insert, connection, 7));

        Assert.Equal(1 + 2 + 7, Co.Spawn(Sum, connection).Result);
    }

    [Coroutine]
    private static void Create(string connectionString)
    {
        using SqliteConnection connection = new(connectionString);
        connection.Open();
        Execute(connection, "CREATE TABLE numbers (n INTEGER)");
    }

    [Coroutine]
    private static void Insert(string connectionString, int n)
    {
        using SqliteConnection connection = new(connectionString);
        connection.Open();
        Execute(connection, $"INSERT INTO numbers VALUES ({n})");
    }

    [Coroutine]
    private static void InsertSlowly(string connectionString)
    {
        using SqliteConnection connection = new(connectionString);
        connection.Open();
        Execute(connection, "BEGIN IMMEDIATE");
        for (int n = 1; n <= 2; n++)
        {
            Execute(connection, $"INSERT INTO numbers VALUES ({n})");
            Thread.Sleep(20);
        }

        Execute(connection, "COMMIT");
    }

    [Coroutine]
    private static long Sum(string connectionString)
    {
        using SqliteConnection connection = new(connectionString);
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT sum(n) FROM numbers";
        return (long)command.ExecuteScalar()!;
    }

    [Coroutine]
    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

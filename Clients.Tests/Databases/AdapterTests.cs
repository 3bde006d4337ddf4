using System.Data;
using CoGen.Clients.Tests.Harness;
using Npgsql;

namespace CoGen.Clients.Tests.Databases;

/// <summary>Adapters and tables, which have no asynchronous members: a worker thread fills them.</summary>
public sealed partial class AdapterTests(PostgresServer server)
{
    private const int Fibers = 20;

    [Fact]
    public void Fibers_fill_and_load_tables()
    {
        string connection = server.ConnectTo(Fibers);
        int[] sums = new int[Fibers];

        Crowd.Join(Enumerable.Range(0, Fibers).Select(i => Co.Spawn(Sum, connection, i, sums)));

        Assert.Equal(Enumerable.Range(0, Fibers).Select(i => (10 * i) + 55), sums);
    }

    [Coroutine]
    private static void Sum(string connectionString, int i, int[] sums)
    {
        using NpgsqlConnection connection = new(connectionString);
        connection.Open();
        using NpgsqlDataAdapter adapter = new($"SELECT {i} AS n FROM generate_series(1, 10), pg_sleep(0.01)", connection);
        using DataTable filled = new();
        adapter.Fill(filled);
        using NpgsqlCommand command = new("SELECT n FROM generate_series(1, 10) AS n", connection);
        using NpgsqlDataReader reader = command.ExecuteReader();
        using DataTable loaded = new();
        loaded.Load(reader);
        sums[i] = Total(filled) + Total(loaded);
    }

    private static int Total(DataTable table) => table.Rows.Cast<DataRow>().Sum(static row => (int)row["n"]);
}

using CoGen.Clients.Tests.Harness;
using Dapper;
using Npgsql;

namespace CoGen.Clients.Tests.Databases;

/// <summary>Dapper over PostgreSQL, in its blocking style.</summary>
public sealed partial class DapperTests(PostgresServer server)
{
    [Fact]
    public void Two_hundred_fibers_map_rows_to_objects()
    {
        string connection = server.ConnectTo();
        Co.Spawn(Prepare, connection).Join();
        Person[] found = new Person[Crowd.Size];

        Crowd.Join(Enumerable.Range(0, Crowd.Size).Select(i => Co.Spawn(InsertAndFind, connection, i, found)));

        Assert.Equal(Enumerable.Range(0, Crowd.Size).Select(i => new Person(i, $"number {i}")), found);
        Assert.Equal(Crowd.Size, Co.Spawn(Count, connection).Result);
    }

    [Coroutine]
    private static void Prepare(string connectionString)
    {
        using NpgsqlConnection connection = new(connectionString);
        connection.Execute("CREATE TABLE people (id int PRIMARY KEY, name text NOT NULL)");
    }

    [Coroutine]
    private static void InsertAndFind(string connectionString, int id, Person[] found)
    {
        using NpgsqlConnection connection = new(connectionString);
        connection.Execute("INSERT INTO people VALUES (@id, @name)", new { id, name = $"number {id}" });
        found[id] = connection.Query<Person>("SELECT id, name FROM people WHERE id = @id", new { id }).Single();
    }

    [Coroutine]
    private static long Count(string connectionString)
    {
        using NpgsqlConnection connection = new(connectionString);
        return connection.ExecuteScalar<long>("SELECT count(*) FROM people");
    }

    private sealed record Person(int Id, string Name);
}

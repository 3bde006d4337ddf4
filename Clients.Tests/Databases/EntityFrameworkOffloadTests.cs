using CoGen;
using CoGen.Clients.Tests.Databases;
using CoGen.Clients.Tests.Harness;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

[assembly: OffloadCalls(typeof(NoteStore))]

namespace CoGen.Clients.Tests.Databases;

/// <summary>
/// Entity Framework over SQLite, whose provider has no asynchronous calls: those of Entity Framework block, too. What talks with the database stands in a class
/// of its own, whose calls are offloaded.
/// </summary>
public sealed partial class EntityFrameworkOffloadTests
{
    [Fact]
    public void Two_hundred_fibers_save_and_query_on_worker_threads()
    {
        using TemporaryFolder folder = new();
        DbContextOptions<Notes> options = Create(folder);
        int[] threads = new int[Crowd.Size];

        Crowd.Join(Enumerable.Range(0, Crowd.Size).Select(i => Co.Spawn(Save, options, i, threads)));

        Assert.DoesNotContain(Environment.CurrentManagedThreadId, threads);
        Assert.Equal(Crowd.Size, NoteStore.Count(options));
    }

    [Fact]
    public void Who_waits_for_the_lock_of_the_file_does_not_hold_up_who_has_it()
    {
        using TemporaryFolder folder = new();
        DbContextOptions<Notes> options = Create(folder);

        // The second waits inside the library for the first, which needs turns of its own to come to an end.
        Crowd.Join(Co.Spawn(SaveSlowly, ConnectionTo(folder)), Co.Spawn(Save, options, 0, new int[1]));

        Assert.Equal(2, NoteStore.Count(options));
    }

    [Coroutine]
    private static void Save(DbContextOptions<Notes> options, int i, int[] threads)
    {
        threads[i] = NoteStore.Add(options, $"note {i}");
    }

    [Coroutine]
    private static void SaveSlowly(string connectionString)
    {
        using SqliteConnection connection = new(connectionString);
        connection.Open();
        Execute(connection, "BEGIN IMMEDIATE");
        Execute(connection, "INSERT INTO Notes (Text) VALUES ('slow')");
        Thread.Sleep(20);
        Execute(connection, "COMMIT");
    }

    [Coroutine]
    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static DbContextOptions<Notes> Create(TemporaryFolder folder)
    {
        DbContextOptions<Notes> options = new DbContextOptionsBuilder<Notes>().UseSqlite(ConnectionTo(folder)).Options;
        using Notes notes = new(options);
        notes.Database.EnsureCreated();
        return options;
    }

    private static string ConnectionTo(TemporaryFolder folder) => $"Data Source={folder["notes.db"]};Pooling=False;Default Timeout=60";
}

/// <summary>What talks with the database, as anybody would write it.</summary>
internal static class NoteStore
{
    /// <returns>The thread.</returns>
    public static int Add(DbContextOptions<Notes> options, string text)
    {
        using Notes notes = new(options);
        notes.All.Add(new Note { Text = text });
        notes.SaveChanges();
        Assert.Contains(text, notes.All.AsNoTracking().Select(note => note.Text).ToList());
        return Environment.CurrentManagedThreadId;
    }

    public static int Count(DbContextOptions<Notes> options)
    {
        using Notes notes = new(options);
        return notes.All.Count();
    }
}

internal sealed class Notes(DbContextOptions<Notes> options) : DbContext(options)
{
    public DbSet<Note> All => Set<Note>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Note>().ToTable("Notes");
}

internal sealed class Note
{
    public int Id { get; init; }

    public required string Text { get; init; }
}

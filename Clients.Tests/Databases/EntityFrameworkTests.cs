using CoGen.Clients.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace CoGen.Clients.Tests.Databases;

/// <summary>Entity Framework Core over PostgreSQL and SQLite, in its blocking style.</summary>
public sealed partial class EntityFrameworkTests(PostgresServer server)
{
    [Fact]
    public void Two_hundred_fibers_save_and_query_in_postgres()
    {
        // Tables are made in a database that has none.
        string connection = server.ConnectTo().Replace("Database=postgres", "Database=shop", StringComparison.Ordinal);

        SaveAndQuery(new DbContextOptionsBuilder<Shop>().UseNpgsql(connection).Options);
    }

    [Fact]
    public void Two_hundred_fibers_save_and_query_in_sqlite()
    {
        using TemporaryFolder folder = new();

        SaveAndQuery(new DbContextOptionsBuilder<Shop>().UseSqlite($"Data Source={folder["shop.db"]};Pooling=False").Options);
    }

    private static void SaveAndQuery(DbContextOptions<Shop> options)
    {
        using (Shop shop = new(options))
            shop.Database.EnsureCreated();
        string[] names = new string[Crowd.Size];

        Crowd.Join(Enumerable.Range(1, Crowd.Size).Select(i => Co.Spawn(Place, options, i, names)));

        Assert.Equal(Enumerable.Range(1, Crowd.Size).Select(i => $"order {i} of 2 items"), names);
    }

    [Coroutine]
    private static void Place(DbContextOptions<Shop> options, int id, string[] names)
    {
        using Shop shop = new(options);
        Order order = new() { Id = id };
        order.Items.Add(new Item { Name = "a" });
        order.Items.Add(new Item { Name = "b" });
        shop.Orders.Add(order);
        shop.SaveChanges();
        List<Item> items = shop.Items.AsNoTracking().Where(item => item.OrderId == id).ToList();
        bool isThere = shop.Orders.Any(o => o.Id == id);
        names[id - 1] = $"order {(isThere ? id : -1)} of {items.Count} items";
    }

    private sealed class Shop(DbContextOptions<Shop> options) : DbContext(options)
    {
        public DbSet<Order> Orders => Set<Order>();

        public DbSet<Item> Items => Set<Item>();
    }

    private sealed class Order
    {
        public int Id { get; init; }

        public List<Item> Items { get; } = [];
    }

    private sealed class Item
    {
        public int Id { get; init; }

        public int OrderId { get; init; }

        public required string Name { get; init; }
    }
}

// flag members: a twin of another result
class Client
{
    public int Get() => 1;

    public Task<string> GetAsync() => Task.FromResult("");
}

[Coroutine]
void Work() => new Client().{|CG1016:Get|}();

// flag members: a twin that takes other things
class Client
{
    public void Send(string text) { }

    public Task SendAsync(int number) => Task.CompletedTask;
}

[Coroutine]
void Work() => new Client().{|CG1016:Send|}("a");

// flag members: a twin that takes less
class Client
{
    public void Send(string text, int times) { }

    public Task SendAsync(string text) => Task.CompletedTask;
}

[Coroutine]
void Work() => new Client().{|CG1016:Send|}("a", 1);

// flag members: a twin that is obsolete
class Client
{
    public void Send() { }

    [Obsolete("no more")]
    public Task SendAsync() => Task.CompletedTask;
}

[Coroutine]
void Work() => new Client().{|CG1016:Send|}();

// flag members: a twin that takes one thing more
class Client
{
    public void Send(string text) { }

    public Task SendAsync(string text, string encoding) => Task.CompletedTask;
}

[Coroutine]
void Work() => new Client().{|CG1016:Send|}("a");

// flag members: a twin that is generic where the call is not
class Client
{
    public void Send(int n) { }

    public Task SendAsync<T>(T n) where T : class => Task.CompletedTask;
}

[Coroutine]
void Work() => new Client().{|CG1016:Send|}(1);

// flag members: a static twin
class Client
{
    public void Send() { }

    public static Task SendAsync() => Task.CompletedTask;
}

[Coroutine]
void Work() => new Client().{|CG1016:Send|}();

// flag: the console's line
Console.In.{|CG1016:ReadLine|}();

// swap: the console's character, on a worker
int value = Console.In.[|Read|]();

// flag (char[] buffer): the console's characters
int n = Console.In.{|CG1016:Read|}(buffer, 0, 8);

// flag (char[] buffer): the console's block
int n = Console.In.{|CG1016:ReadBlock|}(buffer, 0, 8);

// flag (char[] buffer): the console's block, as a span
int n = Console.In.{|CG1016:ReadBlock|}(buffer.AsSpan());

// swap: a look at the console's next character, on a worker
int next = Console.In.[|Peek|]();

// swap (TextReader reader, char[] buffer): a block of another reader
int n = reader.[|ReadBlock|](buffer, 0, 8);

// flag: a client with an initializer
System.Net.Sockets.TcpClient client = {|CG1016:new("host", 80) { NoDelay = true }|};

// flag: a stream with an initializer
FileStream stream = {|CG1016:new("a", FileMode.Open) { Position = 1 }|};

// quiet members: a twin that is private to another
class Client
{
    public void Send() { }

    private Task SendAsync() => Task.CompletedTask;
}

[Coroutine]
void Work() => new Client().Send();

// quiet members: a namesake that is no method
class Client
{
    public Task SendAsync = Task.CompletedTask;

    public void Send() { }
}

[Coroutine]
void Work() => new Client().Send();

// flag members: a namesake of the kind that raises an event
class Client
{
    public void Send() { }

    public void SendAsync() { }
}

[Coroutine]
void Work() => new Client().{|CG1016:Send|}();

// quiet members: a namesake of another type
class Client
{
    public void Send() { }
}

class Sender
{
    public Task SendAsync() => Task.CompletedTask;
}

[Coroutine]
void Work() => new Client().Send();

// swap members: a library's twin
class Client
{
    public void Send(string text) { }

    public Task SendAsync(string text, CancellationToken token = default) => Task.CompletedTask;
}

[Coroutine]
void Work() => new Client().[|Send|]("a");

// swap members: a library's twin of a value
class Client
{
    public int Get() => 1;

    public ValueTask<int> GetAsync() => new(1);
}

[Coroutine]
int Work() => new Client().[|Get|]();

// swap members: a twin of the base
class Base
{
    public Task SendAsync() => Task.CompletedTask;
}

class Client : Base
{
    public void Send() { }
}

[Coroutine]
void Work() => new Client().[|Send|]();

// swap file: an extension's twin
partial class Worker
{
    [Coroutine]
    void Work() => new List<int>().[|Load|]();
}

static class Loading
{
    public static void Load(this List<int> list) { }

    public static Task LoadAsync(this List<int> list) => Task.CompletedTask;
}

// quiet members: the twin itself
class Client
{
    public void Send() => SendAsync().GetAwaiter().GetResult();

    public Task SendAsync() => Task.CompletedTask;
}

// quiet members: recursion
[Coroutine]
void Work(int n)
{
    if (n > 0)
        [|Work|](n - 1);
}

// quiet file: an entity is tracked in memory
using Microsoft.EntityFrameworkCore;

partial class Worker
{
    [Coroutine]
    void Work(DbContext context) => context.Add(1);
}

namespace Microsoft.EntityFrameworkCore
{
    public class DbContext
    {
        public void Add(object entity) { }

        public ValueTask AddAsync(object entity) => default;
    }
}

// quiet file: entities are tracked in memory
using Microsoft.EntityFrameworkCore;

partial class Worker
{
    [Coroutine]
    void Work(DbSet<string> set) => set.AddRange("a", "b");
}

namespace Microsoft.EntityFrameworkCore
{
    public class DbSet<T>
    {
        public void AddRange(params T[] entities) { }

        public Task AddRangeAsync(params T[] entities) => Task.CompletedTask;
    }
}

// quiet file: a context is made
using Microsoft.EntityFrameworkCore;

partial class Worker
{
    [Coroutine]
    object Work(IDbContextFactory<string> factory) => factory.CreateDbContext();
}

namespace Microsoft.EntityFrameworkCore
{
    public interface IDbContextFactory<T>
    {
        T CreateDbContext();

        Task<T> CreateDbContextAsync();
    }
}

// quiet file: a mock raises an event
using Moq;

partial class Worker
{
    [Coroutine]
    void Work(Mock<string> mock) => mock.Raise(1);
}

namespace Moq
{
    public class Mock<T>
    {
        public void Raise(object sender) { }

        public Task RaiseAsync(object sender) => Task.CompletedTask;
    }
}

// quiet file: an assertion
partial class Worker
{
    [Coroutine]
    void Work() => NUnit.Framework.Assert.That(true);
}

namespace NUnit.Framework
{
    public static class Assert
    {
        public static void That(bool condition) { }

        public static Task ThatAsync(bool condition) => Task.CompletedTask;
    }
}

// quiet file: an assertion that something is thrown
partial class Worker
{
    [Coroutine]
    void Work() => Xunit.Assert.Throws(() => { });
}

namespace Xunit
{
    public static class Assert
    {
        public static void Throws(Action action) { }

        public static Task ThrowsAsync(Action action) => Task.CompletedTask;
    }
}

// quiet file: a scope of services
using Microsoft.Extensions.DependencyInjection;

partial class Worker
{
    [Coroutine]
    void Work(IServiceProvider services) => services.CreateScope();
}

namespace Microsoft.Extensions.DependencyInjection
{
    public static class ServiceProviderServiceExtensions
    {
        public static object CreateScope(this IServiceProvider services) => services;

        public static Task<object> CreateScopeAsync(this IServiceProvider services) => Task.FromResult<object>(services);
    }
}

// quiet file: SQLite, whose twins block
using Microsoft.Data.Sqlite;

partial class Worker
{
    [Coroutine]
    bool Work(SqliteDataReader reader) => reader.[|Read|]();
}

namespace Microsoft.Data.Sqlite
{
    public class SqliteDataReader
    {
        public bool Read() => true;

        public Task<bool> ReadAsync() => Task.FromResult(true);
    }
}

// quiet members: Dispose beside DisposeAsync
class Client : IDisposable, IAsyncDisposable
{
    public void Dispose() { }

    public ValueTask DisposeAsync() => default;
}

[Coroutine]
void Work(Client client) => client.Dispose();

// quiet members: Invoke beside InvokeAsync
class Button
{
    public void Invoke(Action action) => action();

    public Task InvokeAsync(Action action) => Task.CompletedTask;
}

[Coroutine]
void Work(Button button) => button.[|Invoke|](static () => { });

// quiet members: Close beside CloseAsync
class Client
{
    public void Close() { }

    public Task CloseAsync() => Task.CompletedTask;
}

[Coroutine]
void Work(Client client) => client.Close();

// quiet: its name
string name = nameof(File.ReadAllText);

// quiet members: code outside coroutines
void Plain(Stream stream)
{
    stream.Flush();
    Thread.Sleep(1);
}

// quiet members: an async method's own affair
async Task Plain(Stream stream)
{
    await stream.FlushAsync();
    Thread.Sleep(1);
}

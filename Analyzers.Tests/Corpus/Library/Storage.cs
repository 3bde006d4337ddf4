// The library that libraries.cs calls, compiled before the corpus, and scanned.
using System;
using System.Collections.Generic;
using System.Data.Common;
using System.IO;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace Acme.Storage;

public class Client : IDisposable
{
    private readonly List<byte> _pending = [];
    private readonly object _gate = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lazy<string> _name = new(static () => "client");
    private readonly FileStream _file = null!;
    private readonly Stream _any = Stream.Null;

    public Client() { }
    public Client(string host) => new TcpClient().Connect(host, 1);

    public int Count => _pending.Count;
    public int Total => CountAsync().Result;
    public string Mode { get => ""; set => Thread.Sleep(value.Length); }
    public byte this[int at] { get { byte[] read = new byte[1]; _file.Read(read, at, 1); return read[0]; } }
    public event EventHandler Changed { add => Thread.Sleep(1); remove { } }

    public void Save() { _pending.Add(1); Flush(); }
    private void Flush() => _file.Write(_pending.ToArray(), 0, _pending.Count);
    public void SaveLocally() { Write(); void Write() => Flush(); }
    public void SaveIn(Folder folder) => folder.Save();
    public void SaveInLog() => new LogFolder().Save();
    public void SaveInBoth() => new BothFolder().Save();
    public void SaveInMemory() => new MemoryFolder().Save();
    public void SaveAll(IReadOnlyList<Folder> folders) { foreach (Folder folder in folders) ((LogFolder)folder).Save(); }
    public T Load<T>(IReadOnlyList<T> items) { Gate.Wait(new ManualResetEvent(false)); return items[0]; }
    public int Query(DbCommand command) => (int)command.ExecuteScalar()!;
    public int Ask(Socket socket, byte[] answer) => socket.Receive(answer);
    public void Run(string program) => System.Diagnostics.Process.Start(program).WaitForExit();
    public void Shut() => new Thread(() => { }).Join();
    public int Choose(int way) { switch (way) { case 0: return 0; case 1: return 1; case 2: Thread.Sleep(1); return 2; case 3: return 3; default: return 4; } }
    public void Try() { try { _pending.Clear(); } finally { Thread.Sleep(1); } }
    public void Log() => new LogFile("log").Write([1], 0, 1);
    public void Dispose() => Flush();
    public static Client operator +(Client client, byte added) { client._pending.Add(added); client.Flush(); return client; }
    public static explicit operator string(Client client) => File.ReadAllText("client");
    public Entries Entries() => new();

    public void Add(byte value) => _pending.Add(value);
    public void Lock() { lock (_gate) _pending.Clear(); }
    public void Turn() { _turn.Wait(); _turn.Release(); }
    public string Name() => _name.Value;
    public void Copy() { MemoryStream memory = new(); memory.Write(_pending.ToArray(), 0, Count); _any.Flush(); }
    public void Start() => Task.Run(() => Thread.Sleep(1));
    public void StartSaving() => _ = StoreAsync();
    public int Ended(Task<int> task) => task.IsCompletedSuccessfully ? task.Result : 0;
    public void Virtual(Folder folder) => folder.Empty();
    public void Interface(IDisposable some) => some.Dispose();
    public void Delegate(Action action) => action();
    public void Recursive(int n) { if (n > 0) Recursive(n - 1); }
    public IEnumerable<int> Iterator() { Thread.Sleep(1); yield return 1; }
    public async Task StoreAsync() { Thread.Sleep(1); await Task.Yield(); }
    public async Task<T> FetchAsync<T>() { Thread.Sleep(1); await Task.Yield(); return default!; }
    public void StartLoading() => _ = FetchAsync<int>();
    public async Task Later() { await Task.Yield(); Thread.Sleep(1); }
    private async Task<int> CountAsync() { await Task.Yield(); return 1; }
}

public class Folder
{
    public virtual void Save() => File.WriteAllText("folder", "");
    public virtual void Empty() { }
    public void Close() => Thread.Sleep(1);
}

public class LogFolder : Folder
{
    public override void Save() { using DbConnection connection = null!; connection.Open(); }
}

public class BothFolder : Folder
{
    public override void Save() => base.Save();
}

public class MemoryFolder : Folder
{
    public override void Save() { }
    public new void Close() { }
}

public class SlowFolder : Folder
{
    public override void Empty() => Thread.Sleep(1);
}

public class LogFile(string path) : FileStream(path, FileMode.Append);

public class Entries
{
    public Entries GetEnumerator() => this;
    public int Current => 1;
    public bool MoveNext() { Thread.Sleep(1); return false; }
}

public static class Gate
{
    public static void Wait(WaitHandle handle) => handle.WaitOne();
    public static void WaitFor(this Folder folder, TimeSpan time) => Thread.Sleep(time);
    extension(Folder folder)
    {
        public void WaitLonger() => Thread.Sleep(folder.GetHashCode());
    }
}

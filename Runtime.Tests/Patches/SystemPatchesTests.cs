using System.Data;
using System.Data.Common;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.NetworkInformation;
using CoGen.Patches;

namespace CoGen.Tests;

/// <summary>Processes, files and what else the system does.</summary>
public class SystemPatchesTests : Staged
{
    private static Process Shell(string command, bool redirects = false)
    {
        ProcessStartInfo start = new("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = redirects };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(command);
        return Process.Start(start)!;
    }

    [Fact]
    public void A_process_is_waited_for_with_and_without_a_limit()
    {
        if (OperatingSystem.IsWindows()) return;
        using Process process = Shell("read line; exit 3");
        bool wasRaised = false;
        process.Exited += (_, _) => wasRaised = true;
        Run(async () =>
        {
            Assert.False(await ProcessPatches.WaitForExitAsync(process, 0));
            Assert.False(await ProcessPatches.WaitForExitAsync(process, 1));
            Assert.False(await ProcessPatches.WaitForExitAsync(process, Virtual.Ms(1)));
            Fiber killed = Co.Spawn(() => ProcessPatches.WaitForExitAsync(process));
            Fiber<bool> waiter = Co.Spawn(() => ProcessPatches.WaitForExitAsync(process, int.MaxValue));
            Fiber forEver = Co.Spawn(() => ProcessPatches.WaitForExitAsync(process));
            await Co.YieldAsync();
            await killed.KillAsync();
            Assert.False(waiter.IsFinished || forEver.IsFinished);
            process.StandardInput.WriteLine();
            Assert.True(await waiter);
            await forEver;
            Assert.True(await ProcessPatches.WaitForExitAsync(process, -1));
            await Virtual.Throws<InvalidOperationException>(async () => await ProcessPatches.WaitForExitAsync(new Process(), 1));
        });
        Assert.False(process.EnableRaisingEvents || wasRaised);

        // This raises it.
        Assert.Equal(3, process.ExitCode);
    }

    [Fact]
    public void The_wait_without_a_limit_is_for_the_end_of_the_output_too()
    {
        if (OperatingSystem.IsWindows()) return;
        using Process process = Shell("cat; echo last", redirects: true);
        List<string> lines = [];
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is not null) lines.Add(line.Data);
        };
        process.BeginOutputReadLine();
        Run(async () =>
        {
            Fiber waiter = Co.Spawn(() => ProcessPatches.WaitForExitAsync(process));
            await Co.YieldAsync();
            process.StandardInput.WriteLine("first");
            process.StandardInput.Close();
            await waiter;
        });
        Assert.Equal(["first", "last"], lines);
    }

    [Fact]
    public void Both_ends_of_a_FIFO_are_opened_though_each_waits_for_the_other()
    {
        if (OperatingSystem.IsWindows()) return;
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Process.Start("mkfifo", path).WaitForExit();
        string? line = Run(async () =>
        {
            Fiber<FileStream> reading = Co.Spawn(() => Offload.RunAsync(path, static path => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite)));
            await Co.YieldAsync();
            Assert.False(reading.IsFinished);
            await using (FileStream writing = await Offload.RunAsync(path, static path => new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite)))
            {
                writing.Write("through\n"u8);
            }

            using StreamReader reader = new(await reading);
            return reader.ReadLine();
        });
        Assert.Equal("through", line);
        File.Delete(path);
    }

    [Fact]
    public void A_change_of_a_file_is_waited_for()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory();
        using FileSystemWatcher watcher = new(directory.FullName);
        Run(async () =>
        {
            WaitForChangedResult none = await FileSystemWatcherPatches.WaitForChangedAsync(watcher, WatcherChangeTypes.Created, 1);
            Assert.Equal((true, null, (WatcherChangeTypes)0), (none.TimedOut, none.Name, none.ChangeType));
            Fiber<WaitForChangedResult> waiter = Co.Spawn(() => FileSystemWatcherPatches.WaitForChangedAsync(watcher, WatcherChangeTypes.Created | WatcherChangeTypes.Renamed));
            while (!watcher.EnableRaisingEvents) await Co.YieldAsync();
            File.WriteAllText(Path.Combine(directory.FullName, "new"), "");
            WaitForChangedResult result = await waiter;
            Assert.Equal((false, "new", WatcherChangeTypes.Created), (result.TimedOut, result.Name, result.ChangeType));
            Assert.False(watcher.EnableRaisingEvents);
            await Virtual.Throws<ArgumentOutOfRangeException>(async () => await FileSystemWatcherPatches.WaitForChangedAsync(watcher, WatcherChangeTypes.All, -2));
        });
        directory.Delete(recursive: true);
    }

    [Fact]
    public void An_echo_comes_back_as_by_the_original()
    {
        using Ping ping = new();
        IPStatus? original = StatusOf(() => ping.Send(IPAddress.Loopback, 5000));
        Assert.Equal(original, StatusOf(() => Run(() => PingPatches.SendAsync(ping, IPAddress.Loopback))));
        Assert.Equal(original, StatusOf(() => Run(() => PingPatches.SendAsync(ping, "127.0.0.1", 5000, [1, 2], new PingOptions()))));
        Assert.Throws<ArgumentOutOfRangeException>("timeout", () => Run(() => PingPatches.SendAsync(ping, "127.0.0.1", -1)));
        Assert.Throws<ArgumentNullException>("buffer", () => Run(() => PingPatches.SendAsync(ping, "127.0.0.1", 1, null!)));
        Assert.Throws<ArgumentNullException>("address", () => Run(() => PingPatches.SendAsync(ping, (IPAddress)null!)));

        // Not every system lets everybody send one.
        static IPStatus? StatusOf(Func<PingReply> send)
        {
            try
            {
                return send().Status;
            }
            catch (PingException)
            {
                return null;
            }
        }
    }

    [Fact]
    public void A_provider_without_asynchronous_members_is_called_on_a_worker_thread()
    {
        using DataTable table = new();
        table.Columns.Add("x", typeof(int));
        table.Rows.Add(1);
        Run(async () =>
        {
            Assert.Equal("CoThreadPool 'offload' thread", await OpenedBy(new PlainConnection()));
            Assert.Equal("asynchronously", await OpenedBy(new AsyncConnection()));
            IDataReader reader = table.CreateDataReader();
            Assert.True(await DbPatches.ReadAsync(reader));
            Assert.False(await DbPatches.ReadAsync(reader));
            Assert.False(await DbPatches.NextResultAsync(reader));
            await Virtual.Throws<NullReferenceException>(() => DbPatches.OpenAsync(null!));
        });

        static async Coroutine<string?> OpenedBy(PlainConnection connection)
        {
            await DbPatches.OpenAsync(connection);
            return connection.OpenedBy;
        }
    }

    private class PlainConnection : DbConnection
    {
        internal string? OpenedBy { get; private protected set; }

        public override void Open() => OpenedBy = Thread.CurrentThread.Name;

        public override void Close() { }

        public override void ChangeDatabase(string databaseName) { }

        [AllowNull]
        public override string ConnectionString { get; set; } = "";

        public override string Database => "";

        public override string DataSource => "";

        public override string ServerVersion => "";

        public override ConnectionState State => ConnectionState.Open;

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw new NotSupportedException();

        protected override DbCommand CreateDbCommand() => throw new NotSupportedException();
    }

    private sealed class AsyncConnection : PlainConnection
    {
        public override async Task OpenAsync(CancellationToken cancellationToken)
        {
            await Task.Yield();
            OpenedBy = "asynchronously";
        }
    }
}

public sealed class SystemPatchesTestsOnPool : SystemPatchesTests
{
    private protected override Scheduler Create(VirtualClock clock) => new PoolScheduler(clock);
}

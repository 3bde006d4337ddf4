using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen.Servers;

/// <summary>
/// A way into a running program, for whoever may log on to its machine: lines of text that list its fibers, show what they wait for, and kill them. The counterpart of gevent's
/// <c>BackdoorServer</c>; <c>nc</c> or <c>telnet</c> is its client.
/// </summary>
/// <remarks>
/// <para>
/// Nothing starts one but the program itself, and it listens at loopback addresses and Unix domain sockets only: who gets in needs no password, and may end any
/// fiber. The path of a Unix domain socket is for its owner alone, which is why it is to be preferred.
/// </para>
/// <para>
/// There are the commands <c>help</c>, <c>fibers</c>, <c>fiber ID</c>, <c>kill ID</c>, <c>schedulers</c>, <c>gc</c>, <c>quit</c>, and those that the program adds by
/// <see cref="AddCommand(string, string, Func{IReadOnlyList{string}, string})"/>. C# is not evaluated: that takes a compiler, which the runtime does not bring along.
/// Each session has a fiber of its own. A command that fails says so to its session, which goes on.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// using BackdoorServer backdoor = new("unix:/run/app/backdoor.sock");
/// backdoor.AddCommand("sessions", "how many are logged on", _ => $"{sessions.Count}");
/// backdoor.Start();
/// </code>
/// </example>
public sealed class BackdoorServer : IDisposable, IAsyncDisposable
{
    private const int MaximumSessions = 100;

    private readonly Dictionary<string, BackdoorCommand> _commands = BackdoorCommand.Defaults();
    private readonly CoPool _sessions = new(MaximumSessions);
    private readonly StreamServer _server;

    /// <summary>Creates a backdoor, and does not open it.</summary>
    /// <param name="address">Where it is to listen: a loopback address with a port, or a Unix domain socket.</param>
    /// <param name="scheduler">Where its sessions run; null for the scheduler that is current when it is started. A loop that a fiber blocks does not run them.</param>
    /// <exception cref="ArgumentException">Others than this machine could reach the address.</exception>
    public BackdoorServer(ServerAddress address, Scheduler? scheduler = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!IsOfThisMachine(address.EndPoint ?? address.Socket?.LocalEndPoint))
        {
            throw new ArgumentException($"A backdoor listens at a loopback address or a Unix domain socket, and {address} is neither.", nameof(address));
        }

        _server = new StreamServer(address, ServeAsync, new StreamServerOptions
        {
            Group = _sessions,
            Scheduler = scheduler,
            UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
    }

    /// <summary>Where it listens; null before it is started.</summary>
    public EndPoint? LocalEndPoint => _server.LocalEndPoint;

    /// <summary>How many sessions there are.</summary>
    public int SessionCount => _sessions.Count;

    /// <summary>Adds a command, or takes the place of one.</summary>
    /// <param name="name">Its name: one word.</param>
    /// <param name="help">What it does, for <c>help</c>.</param>
    /// <param name="command">What it does: given the words behind the name, it returns what the session is shown. A method tagged <see cref="CoroutineAttribute">[Coroutine]</see> runs as its twin.</param>
    /// <exception cref="ArgumentException">The name is no word.</exception>
    public void AddCommand(string name, string help, [CoroutineEntry] Func<IReadOnlyList<string>, string> command) => AddCommand(name, help, Twin.Of(command));

    /// <inheritdoc cref="AddCommand(string, string, Func{IReadOnlyList{string}, string})"/>
    [OverloadResolutionPriority(1)]
    public void AddCommand(string name, string help, Func<IReadOnlyList<string>, Coroutine<string>> command)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(help);
        ArgumentNullException.ThrowIfNull(command);
        if (name.Length == 0 || name.Any(char.IsWhiteSpace)) throw new ArgumentException("The name of a command is one word.", nameof(name));
        lock (_commands) _commands[name] = new BackdoorCommand(name, help, command);
    }

    /// <summary>Opens it. Does not wait.</summary>
    /// <exception cref="SocketException">The address cannot be had.</exception>
    /// <exception cref="InvalidOperationException">It was started before.</exception>
    /// <exception cref="ObjectDisposedException">It was stopped.</exception>
    public void Start() => _server.Start();

    /// <summary>Closes it, kills its sessions, and waits for their end, but no longer than a second.</summary>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public void Stop()
    {
        using MainTurn turn = MainTurn.Begin("BackdoorServer.Stop");
        turn.Wait(StopAsync());
    }

    /// <inheritdoc cref="Stop"/>
    public async Coroutine StopAsync()
    {
        _server.StopAccepting();
        _sessions.Cancel();
        await _server.StopAsync();
    }

    /// <summary><see cref="Stop"/>.</summary>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public void Dispose()
    {
        if (!_server.IsStopped) Stop();
    }

    /// <summary><see cref="StopAsync"/>.</summary>
    /// <returns>What to await.</returns>
    public ValueTask DisposeAsync() => StopAsync().AsValueTask();

    private static bool IsOfThisMachine(EndPoint? endPoint) => endPoint switch
    {
        UnixDomainSocketEndPoint => true,
        IPEndPoint ip => IPAddress.IsLoopback(ip.Address.IsIPv4MappedToIPv6 ? ip.Address.MapToIPv4() : ip.Address),
        _ => false,
    };

    private async Coroutine ServeAsync(Connection client)
    {
        using StreamReader reader = new(client, leaveOpen: true);
        await WriteAsync(client, "CoGen backdoor. 'help' tells what there is.\n> ");
        while (await Fair.Await(reader.ReadLineAsync(Co.Token)) is { } line)
        {
            string[] words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words is ["quit" or "exit"]) return;
            string answer = words is [string name, .. string[] arguments] ? await AnswerAsync(name, arguments) : "";
            await WriteAsync(client, $"{(answer.Length == 0 || answer.EndsWith('\n') ? answer : answer + "\n")}> ");
        }
    }

    private async Coroutine<string> AnswerAsync(string name, string[] arguments)
    {
        BackdoorCommand? command;
        lock (_commands) command = _commands.GetValueOrDefault(name);
        if (name == "help") return Help();
        if (command is null) return $"There is no '{name}': see 'help'.";
        try
        {
            return await command.Run(arguments);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return $"{error.GetType().Name}: {error.Message}";
        }
    }

    private string Help()
    {
        BackdoorCommand[] commands;
        lock (_commands) commands = [.. _commands.Values];
        int width = commands.Max(command => command.Usage.Length) + 2;
        return string.Concat(commands.Select(command => $"{command.Usage.PadRight(width)}{command.Help}\n"));
    }

    private static async Coroutine WriteAsync(Connection client, string text) => await Fair.Await(client.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), Co.Token));
}

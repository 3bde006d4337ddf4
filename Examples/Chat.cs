using System.Net;
using System.Net.WebSockets;
using System.Text;

namespace CoGen.Examples;

/// <summary>A chat: what one says all hear. Each browser is a fiber that reads and one that writes, so that one who is slow holds up nobody.</summary>
internal static partial class Chat
{
    private static readonly List<CoQueue<string>> s_all = [];

    [Coroutine]
    internal static int Serve(string[] args)
    {
        string address = args is [string given] ? given : "localhost:7003";
        using HttpListener listener = new();
        listener.Prefixes.Add($"http://{address}/");
        listener.Start();
        Console.WriteLine($"listening at http://{address}/");
        while (true) Co.Spawn(Answer, listener.GetContext());
    }

    [Coroutine]
    private static void Answer(HttpListenerContext context)
    {
        if (context.Request.IsWebSocketRequest)
        {
            Join(context.AcceptWebSocketAsync(null).Result.WebSocket);
            return;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        using Stream page = typeof(Chat).Assembly.GetManifestResourceStream("Chat.html")!;
        using (context.Response.OutputStream) page.CopyTo(context.Response.OutputStream);
    }

    [Coroutine]
    private static void Join(WebSocket socket)
    {
        CoQueue<string> toSay = new(capacity: 100);
        s_all.Add(toSay);
        Fiber writing = Co.Spawn(Write, socket, toSay);
        try
        {
            Tell($"{s_all.Count} here");
            while (Read(socket) is { } said) Tell(said);
            socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None).Wait();
        }
        catch (AggregateException error) when (error.InnerException is WebSocketException)
        {
            // Gone without a word.
        }
        finally
        {
            s_all.Remove(toSay);
            writing.Cancel();
            Tell($"{s_all.Count} here");
            socket.Dispose();
        }
    }

    [Coroutine]
    private static string? Read(WebSocket socket)
    {
        byte[] buffer = new byte[4096];
        int count = 0;
        while (true)
        {
            ValueWebSocketReceiveResult part = socket.ReceiveAsync(buffer.AsMemory(count), CancellationToken.None).AsTask().Result;
            count += part.Count;
            if (part.MessageType == WebSocketMessageType.Close) return null;
            if (part.EndOfMessage || count == buffer.Length) return Encoding.UTF8.GetString(buffer, 0, count);
        }
    }

    [Coroutine]
    private static void Write(WebSocket socket, CoQueue<string> toSay)
    {
        foreach (string text in toSay.TakeAll())
        {
            socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None).Wait();
        }
    }

    // Who does not read what was said loses some of it.
    private static void Tell(string text)
    {
        foreach (CoQueue<string> one in s_all) one.TryPut(text);
    }
}

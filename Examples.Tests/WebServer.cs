using System.Net;
using System.Net.Sockets;

namespace CoGen.Examples.Tests;

/// <summary>A web server with some pages.</summary>
internal sealed class WebServer : IDisposable
{
    private readonly HttpListener _listener;
    private readonly Dictionary<string, string> _pages;
    private readonly Thread _thread;

    internal WebServer(Dictionary<string, string> pages)
    {
        _pages = pages;
        (_listener, Port) = Listen();
        _thread = new Thread(Serve) { IsBackground = true };
        _thread.Start();
    }

    internal int Port { get; }

    internal string this[string path] => $"http://localhost:{Port}{path}";

    public void Dispose()
    {
        _listener.Close();
        _thread.Join();
    }

    // Another may take the port between the two.
    internal static (HttpListener Listener, int Port) Listen()
    {
        while (true)
        {
            using TcpListener free = new(IPAddress.Loopback, 0);
            free.Start();
            int port = ((IPEndPoint)free.LocalEndpoint).Port;
            free.Stop();
            HttpListener listener = new();
            listener.Prefixes.Add($"http://localhost:{port}/");
            listener.Prefixes.Add($"http://127.0.0.1:{port}/");
            try
            {
                listener.Start();
                return (listener, port);
            }
            catch (HttpListenerException)
            {
                listener.Close();
            }
        }
    }

    private void Serve()
    {
        try
        {
            while (true)
            {
                HttpListenerContext context = _listener.GetContext();
                bool isThere = _pages.TryGetValue(context.Request.Url!.AbsolutePath, out string? page);
                context.Response.StatusCode = isThere ? 200 : 404;
                using StreamWriter writer = new(context.Response.OutputStream);
                writer.Write(page ?? "");
            }
        }
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // It was closed.
        }
    }
}

using System.Buffers;
using System.Collections.Concurrent;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace CoGen.Clients.Tests.Harness;

/// <summary>An SMTP server that keeps what it is sent.</summary>
public sealed class MailServer : IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    public MailServer()
    {
        ServiceProvider services = new();
        services.Add(new Mailbox(Received));
        SmtpServer.SmtpServer server = new(new SmtpServerOptionsBuilder().ServerName("localhost").Port(Port).Build(), services);
        _ = server.StartAsync(_stop.Token);
    }

    public int Port { get; } = ServerProcess.FreePort();

    public ConcurrentDictionary<string, string> Received { get; } = [];

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private sealed class Mailbox(ConcurrentDictionary<string, string> received) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            using MemoryStream text = new(buffer.ToArray());
            MimeMessage message = await MimeMessage.LoadAsync(text, cancellationToken);
            received[message.Subject!] = message.TextBody!.Trim();
            return SmtpResponse.Ok;
        }
    }
}

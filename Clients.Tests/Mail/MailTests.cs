using CoGen.Clients.Tests.Harness;
using MailKit.Security;
using MimeKit;

namespace CoGen.Clients.Tests.Mail;

/// <summary>SMTP through MailKit and through <see cref="System.Net.Mail.SmtpClient"/>, in their blocking style.</summary>
public sealed partial class MailTests(MailServer server)
{
    [Fact]
    public void Two_hundred_fibers_send_by_mailkit()
    {
        string run = $"{Guid.NewGuid()}";

        Crowd.Join(Enumerable.Range(0, Crowd.Size).Select(i => Co.Spawn(SendByMailKit, server.Port, $"{run} {i}")));

        Assert.All(Enumerable.Range(0, Crowd.Size), i => Assert.Equal($"about {run} {i}", server.Received[$"{run} {i}"]));
    }

    [Fact]
    public void Two_hundred_fibers_send_by_the_client_of_the_framework()
    {
        string run = $"{Guid.NewGuid()}";

        Crowd.Join(Enumerable.Range(0, Crowd.Size).Select(i => Co.Spawn(SendByFramework, server.Port, $"{run} {i}")));

        Assert.All(Enumerable.Range(0, Crowd.Size), i => Assert.Equal($"about {run} {i}", server.Received[$"{run} {i}"]));
    }

    [Coroutine]
    private static void SendByMailKit(int port, string subject)
    {
        using MimeMessage message = new([new MailboxAddress("A", "a@example.org")], [new MailboxAddress("B", "b@example.org")], subject, new TextPart("plain") { Text = $"about {subject}" });
        using MailKit.Net.Smtp.SmtpClient client = new();
        client.Connect("127.0.0.1", port, SecureSocketOptions.None);
        client.Send(message);
        client.Disconnect(true);
    }

    [Coroutine]
    private static void SendByFramework(int port, string subject)
    {
        using System.Net.Mail.SmtpClient client = new("127.0.0.1", port);
        client.Send("a@example.org", "b@example.org", subject, $"about {subject}");
    }
}

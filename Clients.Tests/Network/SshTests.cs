using CoGen.Clients.Tests.Harness;
using Renci.SshNet;

namespace CoGen.Clients.Tests.Network;

/// <summary>OpenSSH through SSH.NET, in its blocking style.</summary>
public sealed partial class SshTests(SshServer server)
{
    private const int Sessions = 8;

    [Fact]
    public void Commands_of_all_sessions_run_at_once()
    {
        using TemporaryFolder folder = new();
        using PrivateKeyFile key = new(server.KeyFile);
        string[] answers = new string[Sessions];

        // No command ends before all have begun.
        Crowd.Join([.. Enumerable.Range(0, Sessions).Select(i => Co.Spawn(Ask, server.Port, key, folder.Path, (i, answers))), Co.Spawn(OpenGate, folder.Path)]);

        Assert.Equal(Enumerable.Range(0, Sessions).Select(i => $"{i}"), answers);
    }

    [Fact]
    public void Fibers_transfer_files()
    {
        using TemporaryFolder folder = new();
        using PrivateKeyFile key = new(server.KeyFile);
        string[] texts = new string[Sessions];

        Crowd.Join(Enumerable.Range(0, Sessions).Select(i => Co.Spawn(StoreAndFetch, server.Port, key, folder[$"{i}"], (i, texts))));

        Assert.Equal(Enumerable.Range(0, Sessions).Select(i => $"text {i}"), texts);
    }

    [Coroutine]
    private static void Ask(int port, PrivateKeyFile key, string folder, (int I, string[] Answers) session)
    {
        using SshClient shell = new("127.0.0.1", port, Environment.UserName, key);
        shell.Connect();
        using SshCommand command = shell.CreateCommand($"touch {folder}/begun-{session.I}; until [ -e {folder}/gate ]; do sleep 0.05; done; echo {session.I}");
        session.Answers[session.I] = command.Execute().Trim();
    }

    [Coroutine]
    private static void OpenGate(string folder)
    {
        while (Directory.GetFiles(folder, "begun-*").Length < Sessions) Thread.Sleep(20);
        File.WriteAllText(Path.Combine(folder, "gate"), "");
    }

    [Coroutine]
    private static void StoreAndFetch(int port, PrivateKeyFile key, string file, (int I, string[] Texts) session)
    {
        using SftpClient files = new("127.0.0.1", port, Environment.UserName, key);
        files.Connect();
        using MemoryStream text = new(System.Text.Encoding.UTF8.GetBytes($"text {session.I}"));
        files.UploadFile(text, file);
        using MemoryStream back = new();
        files.DownloadFile(file, back);
        session.Texts[session.I] = System.Text.Encoding.UTF8.GetString(back.ToArray());
    }
}

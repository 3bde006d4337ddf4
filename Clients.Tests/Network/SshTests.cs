using CoGen.Clients.Tests.Harness;
using Renci.SshNet;

namespace CoGen.Clients.Tests.Network;

/// <summary>OpenSSH through SSH.NET, in its blocking style.</summary>
public sealed partial class SshTests(SshServer server)
{
    private const int Sessions = 20;

    [Fact]
    public void Fibers_run_commands_and_transfer_files()
    {
        using TemporaryFolder folder = new();
        using PrivateKeyFile key = new(server.KeyFile);
        string[] answers = new string[Sessions];

        Crowd.Join(Enumerable.Range(0, Sessions).Select(i => Co.Spawn(AskAndStore, server.Port, key, folder[$"{i}.txt"], answers)));

        Assert.Equal(Enumerable.Range(0, Sessions).Select(i => $"{i}"), answers.Select(a => a.Trim()));
        Assert.All(Enumerable.Range(0, Sessions), i => Assert.Equal($"{i}.txt", File.ReadAllText(folder[$"{i}.txt"])));
    }

    [Coroutine]
    private static void AskAndStore(int port, PrivateKeyFile key, string file, string[] answers)
    {
        int i = int.Parse(Path.GetFileNameWithoutExtension(file), System.Globalization.CultureInfo.InvariantCulture);
        using (SshClient shell = new("127.0.0.1", port, Environment.UserName, key))
        {
            shell.Connect();
            using SshCommand command = shell.CreateCommand($"sleep 0.1; echo {i}");
            answers[i] = command.Execute();
        }

        using SftpClient files = new("127.0.0.1", port, Environment.UserName, key);
        files.Connect();
        using MemoryStream content = new(System.Text.Encoding.UTF8.GetBytes(Path.GetFileName(file)));
        files.UploadFile(content, file);
    }
}

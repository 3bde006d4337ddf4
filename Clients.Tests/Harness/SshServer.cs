namespace CoGen.Clients.Tests.Harness;

/// <summary>An OpenSSH server, started when the first test asks for it, and the key that opens it.</summary>
public sealed class SshServer : IDisposable
{
    private readonly Lazy<Running> _running = new(static () => new Running());

    public int Port => _running.Value.Port;

    public string KeyFile => _running.Value.KeyFile;

    public void Dispose()
    {
        if (_running.IsValueCreated) _running.Value.Dispose();
    }

    private sealed class Running : IDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private readonly ServerProcess _process;

        public Running()
        {
            string server = Programs.Find("sshd", "openssh-server");
            string keygen = Programs.Find("ssh-keygen", "openssh-client");
            string hostKey = _folder["host"];
            ServerProcess.Run(keygen, "-q", "-t", "ed25519", "-N", "", "-f", hostKey);
            ServerProcess.Run(keygen, "-q", "-t", "ed25519", "-N", "", "-f", KeyFile);
            File.Copy(KeyFile + ".pub", _folder["authorized_keys"]);
            File.WriteAllLines(_folder["config"],
            [
                $"HostKey {hostKey}", $"AuthorizedKeysFile {_folder["authorized_keys"]}", $"PidFile {_folder["pid"]}", "ListenAddress 127.0.0.1",
                "StrictModes no", "UsePAM no", "PermitRootLogin prohibit-password", "MaxStartups 500", "MaxSessions 500", "Subsystem sftp internal-sftp",
            ]);
            if (Environment.UserName == "root") Directory.CreateDirectory("/run/sshd");
            Port = ServerProcess.FreePort();
            _process = ServerProcess.Start(Port, server, "-D", "-e", "-p", $"{Port}", "-f", _folder["config"]);
        }

        public int Port { get; }

        public string KeyFile => _folder["key"];

        public void Dispose()
        {
            _process.Dispose();
            _folder.Dispose();
        }
    }
}

using CoGen.Clients.Tests.Harness;

[assembly: AssemblyFixture(typeof(PostgresServer))]
[assembly: AssemblyFixture(typeof(RedisServer))]
[assembly: AssemblyFixture(typeof(SshServer))]
[assembly: AssemblyFixture(typeof(WebServer))]
[assembly: AssemblyFixture(typeof(MailServer))]

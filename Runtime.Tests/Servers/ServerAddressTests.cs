using System.Net;
using System.Net.Sockets;
using CoGen.Servers;

namespace CoGen.Tests.Servers;

public class ServerAddressTests
{
    private static async Coroutine Greet(Connection client) => await client.WriteAsync("hello"u8.ToArray());

    [Theory]
    [InlineData("8080", "*:8080")]
    [InlineData(":8080", "*:8080")]
    [InlineData("*:8080", "*:8080")]
    [InlineData("127.0.0.1:80", "127.0.0.1:80")]
    [InlineData("[::1]:80", "[::1]:80")]
    [InlineData("localhost:0", "localhost:0")]
    [InlineData("unix:/run/app.sock", "unix:/run/app.sock")]
    public void Each_form_is_understood(string text, string meant) => Assert.Equal(meant, ServerAddress.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("[::1]")]
    [InlineData("[x]:80")]
    [InlineData("host:")]
    [InlineData("host:65536")]
    [InlineData("host:-1")]
    public void What_is_no_address_is_refused(string text) => Assert.Throws<FormatException>(() => ServerAddress.Parse(text));

    [Fact]
    public void A_port_that_is_none_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => (ServerAddress)65536);

    [Fact]
    public void A_port_alone_is_served_by_both_families()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "There is no IPv6.");
        using ServerHost host = new ServerHost(Greet, address: 0).Start();
        Assert.Equal("hello", Get(new IPEndPoint(IPAddress.Loopback, host.Server.Port)));
        Assert.Equal("hello", Get(new IPEndPoint(IPAddress.IPv6Loopback, host.Server.Port)));
    }

    [Fact]
    public void An_address_of_one_family_is_served_by_that_alone()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "There is no IPv6.");
        using ServerHost host = new ServerHost(Greet, address: "[::]:0").Start();
        Assert.Equal("hello", Get(new IPEndPoint(IPAddress.IPv6Loopback, host.Server.Port)));
        Assert.Throws<SocketException>(() => Get(new IPEndPoint(IPAddress.Loopback, host.Server.Port)));
    }

    [Fact]
    public void A_name_is_resolved_when_the_server_starts()
    {
        using ServerHost host = new ServerHost(Greet, address: "localhost:0").Start();
        Assert.Equal("hello", Get(host.Server.LocalEndPoint!));
    }

    [Fact]
    public void A_port_that_is_taken_is_an_error_and_may_be_tried_again()
    {
        using Socket listener = Loopback.Listen();
        using StreamServer server = new(listener.LocalEndPoint!, Greet);
        Assert.Equal(SocketError.AddressAlreadyInUse, Assert.Throws<SocketException>(server.Start).SocketErrorCode);
        Assert.False(server.IsStarted);
        listener.Dispose();
        server.Start();
        Assert.True(server.IsStarted);
    }

    [Fact]
    public void A_Unix_domain_socket_is_served_and_its_path_is_gone_at_the_end()
    {
        using UnixPath path = new();
        using (ServerHost host = new ServerHost(Greet, new StreamServerOptions { UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }, path.Address).Start())
        {
            if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path.Path));
            Assert.Equal("hello", Get(host.Server.LocalEndPoint!));
        }

        Assert.False(File.Exists(path.Path));
    }

    [Fact]
    public void A_path_that_a_dead_process_has_left_is_taken_over()
    {
        using UnixPath path = new();
        Socket left = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        left.Bind(new UnixDomainSocketEndPoint(path.Path));
        File.Move(path.Path, path.Path + "2");
        left.Dispose();
        File.Move(path.Path + "2", path.Path);

        using ServerHost host = new ServerHost(Greet, address: path.Address).Start();
        Assert.Equal("hello", Get(host.Server.LocalEndPoint!));
    }

    [Fact]
    public void A_path_that_somebody_listens_at_or_that_is_a_file_is_left_alone()
    {
        using UnixPath path = new();
        using (ServerHost host = new ServerHost(Greet, address: path.Address).Start())
        {
            Assert.Equal(SocketError.AddressAlreadyInUse, Assert.Throws<SocketException>(new StreamServer(path.Address, Greet).Start).SocketErrorCode);
            Assert.Equal("hello", Get(host.Server.LocalEndPoint!));
        }

        File.WriteAllText(path.Path, "mine");
        Assert.Equal(SocketError.AddressAlreadyInUse, Assert.Throws<SocketException>(new StreamServer(path.Address, Greet).Start).SocketErrorCode);
        Assert.Equal("mine", File.ReadAllText(path.Path));
    }

    private static string Get(EndPoint address)
    {
        using Socket socket = new(address.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(address);
        return ServerHost.ReadToEnd(socket);
    }

    private sealed class UnixPath : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cogen-");

        internal string Path => System.IO.Path.Combine(_folder.FullName, "s");

        internal ServerAddress Address => $"unix:{Path}";

        public void Dispose() => _folder.Delete(recursive: true);
    }
}

using System.Net;
using CoGen.Clients.Tests.Harness;

namespace CoGen.Clients.Tests.Network;

/// <summary>The resolver of the system.</summary>
public sealed partial class DnsTests
{
    [Fact]
    public void Two_hundred_fibers_look_up_names()
    {
        bool[] isLoopback = new bool[Crowd.Size];

        Crowd.Join(Enumerable.Range(0, Crowd.Size).Select(i => Co.Spawn(LookUp, i, isLoopback)));

        Assert.All(isLoopback, Assert.True);
    }

    [Coroutine]
    private static void LookUp(int i, bool[] isLoopback) =>
        isLoopback[i] = Dns.GetHostAddresses("localhost").All(IPAddress.IsLoopback) && Dns.GetHostEntry("localhost").AddressList.Length > 0;
}

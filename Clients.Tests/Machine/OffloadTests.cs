using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using CoGen.Clients.Tests.Harness;

namespace CoGen.Clients.Tests.Machine;

/// <summary>Calls that nothing but a thread can make: what ends each is done by another fiber of the same thread.</summary>
public sealed partial class OffloadTests
{
    [Fact]
    public void A_document_is_loaded_from_what_another_fiber_saves()
    {
        using TemporaryFolder folder = new();
        ServerProcess.Run("mkfifo", folder["fifo"]);

        Fiber<string> loading = Co.Spawn(Load, folder["fifo"]);
        Crowd.Join(loading, Co.Spawn(Save, folder["fifo"]));

        Assert.Equal("<all><one /></all>", loading.Result);
    }

    [Fact]
    public void A_line_of_the_console_is_what_another_fiber_writes()
    {
        using TemporaryFolder folder = new();
        ServerProcess.Run("mkfifo", folder["fifo"]);
        TextReader before = Console.In;
        try
        {
            Fiber<string?> reading = Co.Spawn(ReadLine, folder["fifo"]);
            Crowd.Join(reading, Co.Spawn(Write, folder["fifo"]));

            Assert.Equal("from the fiber", reading.Result);
        }
        finally
        {
            Console.SetIn(before);
        }
    }

    [Fact]
    public void A_parallel_query_waits_for_what_another_fiber_sets()
    {
        using ManualResetEventSlim gate = new();
        int[] passed = new int[10];

        Crowd.Join(Co.Spawn(PassAll, gate, passed), Co.Spawn(Open, gate));

        Assert.All(passed, static n => Assert.Equal(1, n));
    }

    [Fact]
    public void Chains_of_certificates_are_built()
    {
        using ECDsa key = ECDsa.Create();
        using X509Certificate2 certificate = new CertificateRequest("CN=cogen", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        bool[] isTrusted = new bool[20];

        Crowd.Join(Enumerable.Range(0, isTrusted.Length).Select(i => Co.Spawn(Build, certificate, i, isTrusted)));

        Assert.All(isTrusted, Assert.True);
    }

    [Coroutine]
    private static string Load(string path) => XDocument.Load(path).ToString(SaveOptions.DisableFormatting);

    [Coroutine]
    private static void Save(string path)
    {
        // To open it for writing alone waits for the other end.
        using FileStream file = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        new XDocument(new XElement("all", new XElement("one"))).Save(file);
    }

    [Coroutine]
    private static string? ReadLine(string path)
    {
        using StreamReader reader = new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        Console.SetIn(reader);
        return Console.ReadLine();
    }

    [Coroutine]
    private static void Write(string path)
    {
        using StreamWriter writer = new(new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite));
        writer.WriteLine("from the fiber");
    }

    [Coroutine]
    private static void PassAll(ManualResetEventSlim gate, int[] passed) => Enumerable.Range(0, passed.Length).AsParallel().ForAll(i => Pass(gate, passed, i));

    private static void Pass(ManualResetEventSlim gate, int[] passed, int i)
    {
        gate.Wait();
        passed[i]++;
    }

    [Coroutine]
    private static void Open(ManualResetEventSlim gate)
    {
        Thread.Sleep(1);
        gate.Set();
    }

    [Coroutine]
    private static void Build(X509Certificate2 certificate, int i, bool[] isTrusted)
    {
        using X509Chain chain = new();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.Add(certificate);
        isTrusted[i] = chain.Build(certificate);
    }
}

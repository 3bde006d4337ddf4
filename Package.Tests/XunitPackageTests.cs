using CoGen.Package.Tests.Harness;

namespace CoGen.Package.Tests;

/// <summary>A fresh xunit project that looks for races with the package CoGen.Xunit.</summary>
public sealed class XunitPackageTests(PackedPackage package)
{
    private const string Tests =
        """
        using CoGen;
        using CoGen.Xunit;
        using Xunit;

        public partial class AccountTests
        {
            private int _balance;

            [Theory, Interleavings(20)]
            public void Locked(TestScheduler scheduler) => scheduler.Run(PayTwiceLocked);

            [Theory, Interleavings(20)]
            public void Racy(TestScheduler scheduler) => scheduler.Run(PayTwice);

            [Coroutine]
            private void PayTwice()
            {
                Co.JoinAll(Co.Spawn(Pay), Co.Spawn(Pay));
                Assert.Equal(2, _balance);
            }

            [Coroutine]
            private void PayTwiceLocked()
            {
                CoSemaphore door = new();
                Co.JoinAll(Co.Spawn(PayLocked, door), Co.Spawn(PayLocked, door));
                Assert.Equal(2, _balance);
            }

            [Coroutine]
            private void Pay()
            {
                Thread.Sleep(1000);
                int seen = _balance;
                if (seen == 0) Co.Yield();
                _balance = seen + 1;
            }

            [Coroutine]
            private void PayLocked(CoSemaphore door)
            {
                door.Wait();
                Pay();
                door.Release();
            }
        }
        """;

    [Fact]
    public void A_race_is_found_and_its_seed_replays_it()
    {
        Consumer tests = new(package, "Accounts", Tests,
            references: $"""
            <PackageReference Include="CoGen.Xunit" Version="{package.Version}" />
            <PackageReference Include="xunit.v3" Version="3.2.2" />
            """);
        File.Move(Path.Combine(tests.Folder, "Program.cs"), Path.Combine(tests.Folder, "AccountTests.cs"));

        // The build sees the race that the orders of turns find.
        string warning = Assert.Single(tests.Build().Succeeds().Warnings);
        Assert.Contains("warning CG2002: '_balance' is written here", warning, StringComparison.Ordinal);
        string failures = tests.Run("-noColor").Fails().Output;
        Assert.DoesNotContain("AccountTests.Locked(", failures, StringComparison.Ordinal);
        Assert.Contains("To run it in the same order of turns again: TestScheduler.FromSeed(", failures, StringComparison.Ordinal);

        string seed = failures.Split("again: TestScheduler.FromSeed(")[1].Split(')')[0];
        string replayed = tests.Run(["-noColor"], new() { ["COGEN_SEED"] = seed }).Fails().Output;
        Assert.Contains("Total: 2, Errors: 0, Failed: 1", replayed, StringComparison.Ordinal);
    }
}

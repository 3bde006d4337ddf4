using CoGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace CoGen.Generator.Tests;

/// <summary>Which of several rules is the one: the project's, then those of the packages, the nearest first, then ours.</summary>
public class PatchPrecedenceTests
{
    private static readonly MetadataReference s_contoso = Library("Contoso", """
        namespace Contoso;
        public class Client { public int Ask(int n) => n; public void Flush() { } public Task FlushAsync() => Task.CompletedTask; }
        """);

    private static readonly MetadataReference s_adapter = Library("Adapter", """
        public static class Adapter
        {
            [Patch(typeof(Contoso.Client), nameof(Contoso.Client.Ask))]
            public static Coroutine<int> AskAsync(Contoso.Client client, int n) => new(client.Ask(n));

            [Patch(typeof(Thread), nameof(Thread.Sleep))]
            public static Coroutine NapAsync(int milliseconds) => Co.SleepAsync(milliseconds);
        }
        """, s_contoso);

    private static readonly MetadataReference s_nearer = Library("Nearer", """
        public static class Nearer
        {
            [Patch(typeof(Contoso.Client), nameof(Contoso.Client.Ask))]
            public static Coroutine<int> AskTwiceAsync(Contoso.Client client, int n) => Adapter.AskAsync(client, 2 * n);
        }
        """, s_contoso, s_adapter);

    private static readonly MetadataReference s_stranger = Library("Stranger", """
        public static class Stranger
        {
            [Patch(typeof(Contoso.Client), nameof(Contoso.Client.Ask))]
            public static Coroutine<int> AskOtherwiseAsync(Contoso.Client client, int n) => new(client.Ask(-n));
        }
        """, s_contoso);

    [Fact]
    public void A_package_wins_over_us() => Assert.Contains("await Adapter.NapAsync(1);", Twin("", s_adapter), StringComparison.Ordinal);

    [Fact]
    public void Where_the_method_of_a_package_does_not_fit_we_are_asked() => Assert.Contains(
        "await Co.SleepAsync(TimeSpan.Zero);", Twin("", s_adapter), StringComparison.Ordinal);

    [Fact]
    public void A_package_that_refers_to_another_wins_over_that_in_any_order_of_references()
    {
        Assert.Contains("await Nearer.AskTwiceAsync(client, 1)", Twin("", s_adapter, s_nearer), StringComparison.Ordinal);
        Assert.Contains("await Nearer.AskTwiceAsync(client, 1)", Twin("", s_nearer, s_adapter), StringComparison.Ordinal);
        Assert.Contains("await Adapter.NapAsync(1);", Twin("", s_nearer, s_adapter), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_packages_that_know_nothing_of_each_other_the_first_reference_wins()
    {
        Assert.Contains("await Adapter.AskAsync(client, 1)", Twin("", s_adapter, s_stranger), StringComparison.Ordinal);
        Assert.Contains("await Stranger.AskOtherwiseAsync(client, 1)", Twin("", s_stranger, s_adapter), StringComparison.Ordinal);
    }

    [Fact]
    public void The_project_wins_over_all_packages() => Assert.Contains(
        "await Own.AskAsync(client, 1)",
        Twin("static class Own { [Patch(typeof(Contoso.Client), \"Ask\")] public static Coroutine<int> AskAsync(Contoso.Client client, int n) => new(n); }", s_nearer, s_adapter),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("[assembly: ExcludeFromPatching(typeof(Contoso.Client))]")]
    [InlineData("[assembly: ExcludeFromPatching(\"Contoso\")]")]
    [InlineData("[assembly: ExcludeFromPatching(typeof(Contoso.Client), \"Ask\", \"Flush\")]")]
    public void What_the_project_excludes_no_package_patches(string exclusion)
    {
        string twin = Twin(exclusion, s_nearer, s_adapter);
        Assert.Contains("client.Ask(1)", twin, StringComparison.Ordinal);
        Assert.Contains("client.Flush();", twin, StringComparison.Ordinal);
    }

    [Fact]
    public void The_project_may_offload_what_a_package_excludes()
    {
        MetadataReference excluder = Library("Excluder", "[assembly: ExcludeFromPatching(\"Contoso\")]\npublic class Excluder { public Contoso.Client? Client; }", s_contoso);
        Assert.Contains("client.Ask(1)", Twin("", excluder), StringComparison.Ordinal);
        Assert.Contains("client.Flush();", Twin("", excluder), StringComparison.Ordinal);
        string twin = Twin("[assembly: OffloadCalls(typeof(Contoso.Client), \"Ask\")]", excluder);
        Assert.Contains("await Offload.RunAsync", twin, StringComparison.Ordinal);
        Assert.Contains("client.Flush();", twin, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[assembly: OffloadCalls(typeof(Contoso.Client))]", 2)]
    [InlineData("[assembly: OffloadCalls(typeof(Contoso.Client), \"Ask\")]", 1)]
    public void A_package_offloads(string attribute, int calls)
    {
        MetadataReference offloader = Library("Offloader", attribute + "\npublic class Offloader { public Contoso.Client? Client; }", s_contoso);
        Assert.Equal(calls, Twin("", offloader).Split("await Offload.RunAsync").Length - 1);
    }

    [Theory]
    [InlineData("[assembly: ExcludeFromPatching(typeof(Contoso.Client))]", "client.Flush();")]
    [InlineData("[assembly: ExcludeFromPatching(typeof(Contoso.Client), \"Ask\")]", "client.FlushAsync()")]
    public void A_package_excludes(string attribute, string flush)
    {
        MetadataReference excluder = Library("Excluder", attribute + "\npublic class Excluder { public Contoso.Client? Client; }", s_contoso);
        Assert.Contains(flush, Twin("", excluder), StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_that_is_referred_to_by_a_package_only_has_no_say() => Assert.Contains(
        "client.Ask(1)", Twin("", Library("Hidden", "public class Hidden { public object Ask(Contoso.Client client) => Stranger.AskOtherwiseAsync(client, 1); }", s_contoso, s_stranger)),
        StringComparison.Ordinal);

    private static string Twin(string more, params MetadataReference[] packages)
    {
        const string Program = """
            public static partial class Tests
            {
                [Coroutine]
                public static int M(Contoso.Client client)
                {
                    client.Flush();
                    Thread.Sleep(1);
                    Thread.Sleep(TimeSpan.Zero);
                    return client.Ask(1);
                }
            }
            """;
        return GeneratorRun.Of(TestCompilation.Create("Demo", [more + "\n" + Program], [s_contoso, .. packages])).AssertCompiles().Twin();
    }

    private static MetadataReference Library(string name, string source, params MetadataReference[] more) =>
        MetadataReference.CreateFromImage(GeneratorRun.Of(TestCompilation.Create(name, [source], more)).Emit());
}

using System.Collections.Immutable;
using CoGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CoGen.Generator.Tests;

/// <summary>The rules of a project's files, and which of several rules is the one.</summary>
public class PatchFileTests
{
    private const string Source = """
        namespace Contoso;
        public class Client { public int Send(int n) => n; public int Send(string text) => 1; public void Flush() { } public Task FlushAsync() => Task.CompletedTask; }
        public static class ClientPatches
        {
            public static Coroutine<int> SendAsync(Client client, int n) => new(n);
            public static Coroutine<int> SendAsync(Client client, string text) => new(1);
        }
        public static partial class Tests { [Coroutine] public static int M(Client client) { client.Flush(); Thread.Sleep(1); return client.Send(1) + client.Send("a"); } }
        """;

    [Fact]
    public void A_rule_of_a_file_replaces_all_overloads() => Assert.Contains(
        "await ClientPatches.SendAsync(client, 1) + await ClientPatches.SendAsync(client, \"a\")",
        Twin("M:Contoso.Client.Send(*)\tcontoso\tadapt\tContoso.ClientPatches.SendAsync\tit waits"), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_meant_for_somebody_else_is_none_of_ours() => Assert.DoesNotContain(
        "SendAsync", Twin("M:Contoso.Client.Send(*)\tcontoso\tadapt\tContoso.ClientPatches.SendAsync", isMeant: false), StringComparison.Ordinal);

    [Fact]
    public void A_type_is_left_alone() => Assert.DoesNotContain("FlushAsync", Twin("T:Contoso.Client\tcontoso\tleave"), StringComparison.Ordinal);

    [Fact]
    public void An_assembly_is_left_alone() => Assert.DoesNotContain("FlushAsync", Twin("A:Demo\tcontoso\tleave"), StringComparison.Ordinal);

    [Fact]
    public void A_member_of_the_framework_is_left_alone_against_our_own_rule() => Assert.Contains(
        "Thread.Sleep(1);", Twin("M:System.Threading.Thread.Sleep(*)\tthreading\tleave"), StringComparison.Ordinal);

    [Fact]
    public void A_rule_for_one_overload_wins_over_one_for_all() => Assert.Contains(
        "return client.Send(1) + await ClientPatches.SendAsync(client, \"a\")",
        Twin("M:Contoso.Client.Send(*)\tcontoso\tadapt\tContoso.ClientPatches.SendAsync\nM:Contoso.Client.Send(System.Int32)\tcontoso\tleave"), StringComparison.Ordinal);

    [Fact]
    public void A_line_that_is_no_rule_does_no_harm() => Assert.Contains("client.FlushAsync()", Twin("nonsense\nM:Contoso.Client.Send(*)\tcontoso\tdance"), StringComparison.Ordinal);

    [Fact]
    public void A_changed_file_changes_the_twin()
    {
        Compilation compilation = TestCompilation.Create(Source);
        GeneratorDriver driver = Driver("T:Contoso.Client\tcontoso\tleave", true).RunGenerators(compilation, TestContext.Current.CancellationToken);
        AdditionalText file = new RuleText("# nothing");
        driver = driver.ReplaceAdditionalText(s_last!, file).RunGenerators(compilation, TestContext.Current.CancellationToken);
        Assert.Contains("client.FlushAsync()", TextOf(driver), StringComparison.Ordinal);
    }

    [ThreadStatic]
    private static AdditionalText? s_last;

    private static string Twin(string rules, bool isMeant = true) =>
        TextOf(Driver(rules, isMeant).RunGeneratorsAndUpdateCompilation(TestCompilation.Create(Source), out _, out _, TestContext.Current.CancellationToken));

    private static string TextOf(GeneratorDriver driver) => driver.GetRunResult().Results.Single().GeneratedSources.Single(static f => !f.HintName.StartsWith("CoGen.", StringComparison.Ordinal)).SourceText.ToString();

    private static GeneratorDriver Driver(string rules, bool isMeant) => CSharpGeneratorDriver.Create(
        [new CoroutineGenerator().AsSourceGenerator()], [s_last = new RuleText(rules)], TestCompilation.ParseOptions, new Options(isMeant));

    private sealed class RuleText(string text) : AdditionalText
    {
        public override string Path => "/src/team.patches.tsv";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class Options(bool isMeant) : AnalyzerConfigOptionsProvider
    {
        private readonly AnalyzerConfigOptions _file = new Values(isMeant ? ImmutableDictionary<string, string>.Empty.Add("build_metadata.AdditionalFiles.CoGenPatches", "true") : ImmutableDictionary<string, string>.Empty);

        public override AnalyzerConfigOptions GlobalOptions => new Values(ImmutableDictionary<string, string>.Empty);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _file;
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}

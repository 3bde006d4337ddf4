using Rule = CoGen.Analyzers.Tests.Harness.Rule<CoGen.Analyzers.UntaggedMethodAnalyzer>;

namespace CoGen.Analyzers.Tests.Rules;

/// <summary>What <c>PatchAll</c> is not for, it does not patch; whoever asks for a coroutine by a tag, or by an entry, hears of what blocks there.</summary>
public class PatchAllOnlyTests
{
    private static string Program(string options) => $$"""
        using CoGen;
        [assembly: PatchAll({{options}})]

        namespace Shop
        {
            static partial class Orders
            {
                public static void Load() { Thread.Sleep(1); Mail.Far(); }
                [Coroutine] public static void Save() => Mail.Near();
            }

            static partial class Mail
            {
                [Coroutine] public static void Send() => Near();
                public static void Near() => Far();
                public static void Far() => Thread.Sleep(1);
                public static void Start() => Co.Spawn(Near);
            }
        }
        """;

    [Fact]
    public Task Who_is_tagged_hears_of_what_is_not_among_only() => Rule.Reports(
        Program("Only = [\"Shop.Orders\"]").Replace("=> Mail.Near()", "=> Mail.{|#0:Near|}()").Replace("Send() => Near()", "Send() => {|#1:Near|}()").Replace("Spawn(Near)", "Spawn({|#2:Near|})"),
        Rule.Warning(0, "CG1005", "'Near' blocks the thread of all coroutines: it calls Far, which calls Thread.Sleep. Tag it [Coroutine]."),
        Rule.Warning(1, "CG1005", "'Near' blocks the thread of all coroutines: it calls Far, which calls Thread.Sleep. Tag it [Coroutine]."),
        Rule.Warning(2, "CG1002", "'Near' is run as a coroutine but blocks the thread: it calls Far, which calls Thread.Sleep. Tag it [Coroutine]."));

    [Theory]
    [InlineData("Except = [\"Shop.Mail.Near\", \"Shop.Mail.Far\"]")]
    [InlineData("Only = [\"Shop.Orders\"], Except = [\"Shop.Mail.Near\"]")]
    [InlineData("")]
    public Task What_is_left_alone_by_name_is_not_told_of(string options) => Rule.IsSilent(Program(options));
}

using Rule = CoGen.Analyzers.Tests.Harness.Rule<CoGen.Analyzers.PatchAllNamesAnalyzer>;

namespace CoGen.Analyzers.Tests.Rules;

public class PatchAllNamesTests
{
    private const string Shop =
        """

        namespace Shop.Orders
        {
            public partial class Cart<T>
            {
                public int Total => 1;
                public void Load() { new MemoryStream().Flush(); _ = Task.Run(() => 1).Result; }
                public partial class Line { public Line() => new List<int>().Clear(); }
            }

            public static class Names { public const string Legacy = "Shop.Legacy"; }
        }
        """;

    [Fact]
    public Task Names_that_nothing_has() => Rule.Reports(
        """
        [assembly: CoGen.PatchAll(
            Only = new[] { "Shop.Orders", {|#0:"Orders"|} },
            Except = ["Shop.Orders.Cart.Load", {|#1:"Shop.Orders.Cart.Save"|}, {|#2:"Shop.Orders.Cart<T>"|}, {|#3:Shop.Orders.Names.Legacy|}],
            KeepBlocking = ["Flush", {|#4:"Stream.Read"|}])]
        """ + Shop,
        Rule.Warning(0, "CG1042", "PatchAll names 'Orders', but nothing in this project has that name"),
        Rule.Warning(1, "CG1042", "PatchAll names 'Shop.Orders.Cart.Save', but nothing in this project has that name"),
        Rule.Warning(2, "CG1042", "PatchAll names 'Shop.Orders.Cart<T>', but nothing in this project has that name"),
        Rule.Warning(3, "CG1042", "PatchAll names 'Shop.Legacy', but nothing in this project has that name"),
        Rule.Warning(4, "CG1042", "PatchAll names 'Stream.Read', but nothing in this project uses that"));

    [Fact]
    public Task Namespaces_types_members_and_whatever_is_called() => Rule.IsSilent(
        """
        [assembly: CoGen.PatchAll(
            Only = ["Shop", "Shop.Orders"],
            Except = ["Shop.Orders.Cart", "Shop.Orders.Cart.Total", "Shop.Orders.Cart.Line", nameof(Shop), "Shop.Orders.Names"],
            KeepBlocking = ["Stream.Flush", "Result", "MemoryStream.Flush", "Clear"])]
        """ + Shop.Replace("new MemoryStream().Flush();", "new MemoryStream().Flush(); ((Stream)new MemoryStream()).Flush();", StringComparison.Ordinal));

    [Fact]
    public Task Without_PatchAll_nothing() => Rule.IsSilent("class C;");
}

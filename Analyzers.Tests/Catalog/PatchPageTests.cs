using CoGen.Analyzers.Tests.Harness;

namespace CoGen.Analyzers.Tests.Catalog;

/// <summary><c>docs/patches.md</c> says what the tables do.</summary>
public class PatchPageTests
{
    private static readonly string s_page = Path.GetFullPath(Path.Combine(RuleCatalogTests.PageOf("CG0001"), "..", "..", "patches.md"));

    [Fact]
    public void The_page_is_written_from_the_tables()
    {
        string page = File.ReadAllText(s_page).ReplaceLineEndings("\n");
        string wanted = PatchPage.Write(page);
        if (page == wanted)
            return;

        if (Environment.GetEnvironmentVariable("COGEN_WRITE_PAGE") is not null)
            File.WriteAllText(s_page, wanted);

        Assert.Fail("docs/patches.md is not what the tables say. Run this test with COGEN_WRITE_PAGE=1, look at the page, and commit it.");
    }

    [Theory]
    [InlineData("M:System.Threading.Thread.Sleep(*)", "Thread", "Sleep(…)")]
    [InlineData("M:System.Net.Sockets.TcpClient.#ctor(System.String,System.Int32)", "TcpClient", "new TcpClient(string, int)")]
    [InlineData("M:System.Threading.LazyInitializer.EnsureInitialized``1(``0@,System.Func{``0})", "LazyInitializer", "EnsureInitialized<…>(T, Func<T>)")]
    [InlineData("P:System.Threading.Tasks.Task`1.Result", "Task<T>", "Result")]
    [InlineData("M:System.Text.Json.JsonSerializer.Deserialize(System.String*)", "JsonSerializer", "Deserialize(string, …)")]
    [InlineData("T:System.IO.MemoryStream", "MemoryStream", "every member")]
    public void A_member_is_written_for_readers(string member, string type, string name) =>
        Assert.Equal(new MemberText(type, name), MemberText.Of(member));
}

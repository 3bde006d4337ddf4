using CoGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace CoGen.Generator.Tests;

/// <summary>Extensions whose twin does not stand beside them: as in Entity Framework, where that of <c>ToList</c> is in a namespace of its own.</summary>
public class ExtensionTwinTests
{
    // A table that can be queried, and beside it, in another namespace, what waits for its rows.
    private const string Store = """
        using System.Linq;
        using System.Linq.Expressions;

        namespace Store
        {
            public abstract class Table<T> : IQueryable<T>
            {
                public abstract Type ElementType { get; }
                public abstract Expression Expression { get; }
                public abstract IQueryProvider Provider { get; }
                public abstract IEnumerator<T> GetEnumerator();
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
                public List<T> Local => [];
            }

            public class Door { public Task OpenAsync(int hard, CancellationToken token) => Task.CompletedTask; }

            public interface IGate;
        }

        namespace Store.Plain
        {
            public static class Doors
            {
                public static void Open(this Door door, int hard) { }
                public static int Pass(this IGate gate, string name) => 0;
                public static int Climb(this IGate gate) => 0;
                public static T Read<T>(this IGate gate) => default!;
            }
        }

        namespace Store.Waiting
        {
            public static class Rows
            {
                public static Task<List<T>> ToListAsync<T>(this IQueryable<T> rows, CancellationToken token = default) => null!;
                public static Task<T> FirstAsync<T>(this IQueryable<T> rows, Expression<Func<T, bool>> predicate, CancellationToken token = default) => null!;
                public static Task<bool> AnyAsync<T>(this IQueryable<T> rows, CancellationToken token = default) => null!;
            }

            public static class Gates
            {
                public static Task<int> PassAsync(this IGate gate, string name) => null!;
                public static Task<int> ClimbAsync(this IGate gate) => null!;
                public static Task<T> ReadAsync<T>(this IGate gate, CancellationToken token) => null!;
            }
        }

        namespace Store.Waiting.Again
        {
            public static class MoreGates
            {
                public static Task<int> ClimbAsync(this IGate gate) => null!;
            }
        }
        """;

    private static readonly MetadataReference s_store = MetadataReference.CreateFromImage(GeneratorRun.Of(TestCompilation.Create("Store", [Store])).Emit());

    [Theory]
    [InlineData("_ = table.ToList();", "_ = await Co.Fair(global::Store.Waiting.Rows.ToListAsync(table, Co.Token));")]
    [InlineData("_ = table.Where(n => n > 1).Select(n => n + 1).ToList();", "_ = await Co.Fair(global::Store.Waiting.Rows.ToListAsync(table.Where(n => n > 1).Select(n => n + 1), Co.Token));")]
    [InlineData("_ = table.First(n => n > 1) + 1;", "_ = await Co.Fair(global::Store.Waiting.Rows.FirstAsync(table, n => n > 1, Co.Token)) + 1;")]
    [InlineData("_ = table.AsQueryable().Any<int>();", "_ = await Co.Fair(global::Store.Waiting.Rows.AnyAsync<int>(table.AsQueryable(), Co.Token));")]
    [InlineData("_ = gate.Pass(name: \"a\");", "_ = await CoTask.GetResultAsync(global::Store.Waiting.Gates.PassAsync(gate, name: \"a\"));")]
    [InlineData("_ = gate.Read<string>();", "_ = await Co.Fair(global::Store.Waiting.Gates.ReadAsync<string>(gate, Co.Token));")]
    public void A_twin_of_the_package_need_not_be_imported(string call, string twin) => AssertBecomes(call, twin);

    [Theory]
    [InlineData("IQueryable<int> rows = table.Where(n => n > 1); _ = rows.ToList();", "IQueryable<int> rows = table.Where(n => n > 1); _ = await Co.Fair(global::Store.Waiting.Rows.ToListAsync(rows, Co.Token));")]
    [InlineData("IQueryable<int> rows = table; rows = numbers; _ = rows.ToList();", null)]
    [InlineData("_ = numbers.ToList();", null)]
    [InlineData("_ = table.Local.AsQueryable().ToList();", null)]
    [InlineData("_ = table.AsEnumerable().ToList();", null)]
    public void It_is_called_only_on_what_comes_from_the_package(string call, string? twin) => AssertBecomes(call, twin ?? call);

    [Fact]
    public void A_method_of_the_receiver_itself_is_its_extensions_twin() =>
        AssertBecomes("door.Open(3);", "await Co.Fair(door.OpenAsync(3, Co.Token));");

    [Fact]
    public void Of_two_none_is_called() => AssertBecomes("_ = gate.Climb();", "_ = gate.Climb();");

    [Fact]
    public void Behind_a_question_mark_it_takes_what_the_chain_hangs_on() =>
        AssertBecomes("_ = maybe?.ToList();", "_ = (maybe is { } __c0 ? await Co.Fair(global::Store.Waiting.Rows.ToListAsync(__c0, Co.Token)) : null);");

    [Fact]
    public void An_override_that_the_twin_does_not_know_is_not_left_out()
    {
        GeneratorRun run = GeneratorRun.Of("""
            public class Context { public virtual int Save() => 1; public virtual Task<int> SaveAsync(CancellationToken token) => null!; }
            public class Audited : Context { public override int Save() => base.Save() + 1; }
            public class Both : Context { public override int Save() => 2; public override Task<int> SaveAsync(CancellationToken token) => null!; }

            public partial class Sample
            {
                [Coroutine]
                private int Work(Context plain, Audited audited, Both both)
                {
                    return plain.Save() + audited.Save() + both.Save();
                }
            }
            """).AssertCompiles();
        Assert.Contains("return await Co.Fair(plain.SaveAsync(Co.Token)) + audited.Save() + await Co.Fair(both.SaveAsync(Co.Token));", run.Twin("Work"), StringComparison.Ordinal);
    }

    private static void AssertBecomes(string call, string twin)
    {
        GeneratorRun run = GeneratorRun.Of(TestCompilation.Create("Demo", [$$"""
            using System.Linq;
            using Store;
            using Store.Plain;

            public partial class Sample
            {
                [Coroutine]
                private void Work(Table<int> table, Table<int>? maybe, IQueryable<int> numbers, Door door, IGate gate)
                {
                    Thread.Sleep(0);
                    {{call}}
                }
            }
            """], s_store)).AssertCompiles();
        string line = run.Twin("Work").Split('\n').SkipWhile(static l => !l.Contains("SleepAsync(0)", StringComparison.Ordinal)).Skip(1).First().Trim();
        Assert.Equal(twin, line);
    }
}

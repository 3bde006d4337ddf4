using CoGen.Generator.Tests.Harness;

namespace CoGen.Generator.Tests;

/// <summary>Rows of the table about packages that are not referred to here: types of the same names stand for theirs.</summary>
public class OffloadedRowsTests
{
    [Theory]
    [InlineData("connection.Open();", "await Offload.RunAsync<SqliteConnection>(connection, static __a => __a.Open());")]
    [InlineData("command.ExecuteScalar();", "await Offload.RunAsync<SqliteCommand, object>(command, static __a => __a.ExecuteScalar());")]
    [InlineData("reader.Read();", "await Offload.RunAsync<SqliteDataReader, bool>(reader, static __a => __a.Read());")]
    [InlineData("transaction.Commit();", "await Offload.RunAsync<SqliteTransaction>(transaction, static __a => __a.Commit());")]
    [InlineData("reader.GetInt32(0);", "reader.GetInt32(0);")]
    public void Databases_in_the_process(string statement, string twin) => Assert.Contains($"        {twin}\n", GeneratorRun.Of($$"""
        using Microsoft.Data.Sqlite;

        public partial class Tests
        {
            [Coroutine]
            private void Work(SqliteConnection connection, SqliteCommand command, SqliteDataReader reader, SqliteTransaction transaction)
            {
                Thread.Sleep(1);
                {{statement}}
            }
        }

        namespace Microsoft.Data.Sqlite
        {
            public class SqliteConnection { public void Open() { } public Task OpenAsync() => Task.CompletedTask; }
            public class SqliteCommand { public object ExecuteScalar() => this; public Task<object> ExecuteScalarAsync() => Task.FromResult<object>(this); }
            public class SqliteDataReader { public bool Read() => true; public Task<bool> ReadAsync() => Task.FromResult(true); public int GetInt32(int i) => i; }
            public class SqliteTransaction { public void Commit() { } public Task CommitAsync() => Task.CompletedTask; }
        }
        """).AssertCompiles().Twin("Work"), StringComparison.Ordinal);

    [Theory]
    [InlineData("using TransactionScope scope = new();", "using TransactionScope scope = global::CoGen.Patches.TransactionScopePatches.New();")]
    [InlineData("using (new TransactionScope(TransactionScopeOption.RequiresNew, TimeSpan.FromSeconds(1))) { }", "using (global::CoGen.Patches.TransactionScopePatches.New(TransactionScopeOption.RequiresNew, TimeSpan.FromSeconds(1))) { }")]
    [InlineData("using (new TransactionScope(TransactionScopeAsyncFlowOption.Suppress)) { }", "using (new TransactionScope(TransactionScopeAsyncFlowOption.Suppress)) { }")]
    public void A_transaction_that_does_not_say_whether_it_flows_does(string statement, string twin) => Assert.Contains($"        {twin}\n", GeneratorRun.Of($$"""
        using System.Transactions;

        public partial class Tests
        {
            [Coroutine]
            private void Work()
            {
                Thread.Sleep(1);
                {{statement}}
            }
        }
        """).AssertCompiles().Twin("Work"), StringComparison.Ordinal);
}

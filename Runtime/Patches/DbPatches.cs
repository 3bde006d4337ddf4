using System.Data;
using System.Data.Common;
using CoGen.CompilerServices;

namespace CoGen.Patches;

/// <summary>What the blocking calls of the interfaces of ADO.NET become in a coroutine.</summary>
/// <remarks>
/// The interfaces have no asynchronous members. Where the object has, because it is derived from the base classes of ADO.NET and its provider does not leave them to
/// those, they are called; else the call runs on a worker thread.
/// </remarks>
public static class DbPatches
{
    /// <inheritdoc cref="IDbConnection.Open"/>
    /// <param name="connection">The connection.</param>
    public static async Coroutine OpenAsync(IDbConnection connection)
    {
        if (AsyncOf(connection) is { } db) await Fair.Await(db.OpenAsync(Co.Token));
        else await Offload.RunAsync(connection, static connection => connection.Open());
    }

    /// <inheritdoc cref="IDbConnection.BeginTransaction()"/>
    /// <param name="connection">The connection.</param>
    public static async Coroutine<IDbTransaction> BeginTransactionAsync(IDbConnection connection) =>
        AsyncOf(connection) is { } db
            ? await Fair.Await(db.BeginTransactionAsync(Co.Token))
            : await Offload.RunAsync(connection, static connection => connection.BeginTransaction());

    /// <inheritdoc cref="IDbConnection.BeginTransaction(IsolationLevel)"/>
    /// <param name="connection">The connection.</param>
    public static async Coroutine<IDbTransaction> BeginTransactionAsync(IDbConnection connection, IsolationLevel il) =>
        AsyncOf(connection) is { } db
            ? await Fair.Await(db.BeginTransactionAsync(il, Co.Token))
            : await Offload.RunAsync((connection, il), static x => x.connection.BeginTransaction(x.il));

    /// <inheritdoc cref="IDbConnection.ChangeDatabase(string)"/>
    /// <param name="connection">The connection.</param>
    public static async Coroutine ChangeDatabaseAsync(IDbConnection connection, string databaseName)
    {
        if (AsyncOf(connection) is { } db) await Fair.Await(db.ChangeDatabaseAsync(databaseName, Co.Token));
        else await Offload.RunAsync((connection, databaseName), static x => x.connection.ChangeDatabase(x.databaseName));
    }

    /// <inheritdoc cref="IDbCommand.ExecuteNonQuery"/>
    /// <param name="command">The command.</param>
    public static async Coroutine<int> ExecuteNonQueryAsync(IDbCommand command) =>
        AsyncOf(command) is { } db ? await Fair.Await(db.ExecuteNonQueryAsync(Co.Token)) : await Offload.RunAsync(command, static command => command.ExecuteNonQuery());

    /// <inheritdoc cref="IDbCommand.ExecuteScalar"/>
    /// <param name="command">The command.</param>
    public static async Coroutine<object?> ExecuteScalarAsync(IDbCommand command) =>
        AsyncOf(command) is { } db ? await Fair.Await(db.ExecuteScalarAsync(Co.Token)) : await Offload.RunAsync(command, static command => command.ExecuteScalar());

    /// <inheritdoc cref="IDbCommand.ExecuteReader()"/>
    /// <param name="command">The command.</param>
    public static async Coroutine<IDataReader> ExecuteReaderAsync(IDbCommand command) =>
        AsyncOf(command) is { } db ? await Fair.Await(db.ExecuteReaderAsync(Co.Token)) : await Offload.RunAsync(command, static command => command.ExecuteReader());

    /// <inheritdoc cref="IDbCommand.ExecuteReader(CommandBehavior)"/>
    /// <param name="command">The command.</param>
    public static async Coroutine<IDataReader> ExecuteReaderAsync(IDbCommand command, CommandBehavior behavior) =>
        AsyncOf(command) is { } db
            ? await Fair.Await(db.ExecuteReaderAsync(behavior, Co.Token))
            : await Offload.RunAsync((command, behavior), static x => x.command.ExecuteReader(x.behavior));

    /// <inheritdoc cref="IDbCommand.Prepare"/>
    /// <param name="command">The command.</param>
    public static async Coroutine PrepareAsync(IDbCommand command)
    {
        if (AsyncOf(command) is { } db) await Fair.Await(db.PrepareAsync(Co.Token));
        else await Offload.RunAsync(command, static command => command.Prepare());
    }

    /// <inheritdoc cref="IDataReader.Read"/>
    /// <param name="reader">The reader.</param>
    public static async Coroutine<bool> ReadAsync(IDataReader reader) => reader switch
    {
        DataTableReader => reader.Read(),
        DbDataReader db when DbProvider.IsAsync(db, (Func<CancellationToken, Task<bool>>)db.ReadAsync, typeof(DbDataReader)) => await Fair.Await(db.ReadAsync(Co.Token)),
        _ => await Offload.RunAsync(reader, static reader => reader.Read()),
    };

    /// <inheritdoc cref="IDataReader.NextResult"/>
    /// <param name="reader">The reader.</param>
    public static async Coroutine<bool> NextResultAsync(IDataReader reader) => reader switch
    {
        DataTableReader => reader.NextResult(),
        DbDataReader db when DbProvider.IsAsync(db, (Func<CancellationToken, Task<bool>>)db.ReadAsync, typeof(DbDataReader)) => await Fair.Await(db.NextResultAsync(Co.Token)),
        _ => await Offload.RunAsync(reader, static reader => reader.NextResult()),
    };

    /// <inheritdoc cref="IDbTransaction.Commit"/>
    /// <param name="transaction">The transaction.</param>
    public static async Coroutine CommitAsync(IDbTransaction transaction)
    {
        if (AsyncOf(transaction) is { } db) await Fair.Await(db.CommitAsync(Co.Token));
        else await Offload.RunAsync(transaction, static transaction => transaction.Commit());
    }

    /// <inheritdoc cref="IDbTransaction.Rollback"/>
    /// <param name="transaction">The transaction.</param>
    public static async Coroutine RollbackAsync(IDbTransaction transaction)
    {
        if (AsyncOf(transaction) is { } db) await Fair.Await(db.RollbackAsync(Co.Token));
        else await Offload.RunAsync(transaction, static transaction => transaction.Rollback());
    }

    private static DbConnection? AsyncOf(IDbConnection connection) =>
        connection is DbConnection db && DbProvider.IsAsync(db, (Func<CancellationToken, Task>)db.OpenAsync, typeof(DbConnection)) ? db : null;

    private static DbCommand? AsyncOf(IDbCommand command) =>
        command is DbCommand db && DbProvider.IsAsync(db, (Func<CancellationToken, Task<int>>)db.ExecuteNonQueryAsync, typeof(DbCommand)) ? db : null;

    private static DbTransaction? AsyncOf(IDbTransaction transaction) =>
        transaction is DbTransaction db && DbProvider.IsAsync(db, (Func<CancellationToken, Task>)db.CommitAsync, typeof(DbTransaction)) ? db : null;
}

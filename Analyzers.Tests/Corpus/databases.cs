using System.Data;
using System.Data.Common;
using System.Transactions;

// quiet (DbCommand command): a signal
command.Cancel();

// swap (DbDataAdapter adapter, DataSet data): rows
int rows = adapter.[|Fill|](data);

// swap (DbDataAdapter adapter, DataSet data): changes
int rows = adapter.[|Update|](data);

// swap (DbDataAdapter adapter, DataSet data): columns
DataTable[] tables = adapter.[|FillSchema|](data, SchemaType.Mapped);

// swap (DataTable table, IDataReader reader): rows of a reader
table.[|Load|](reader);

// swap (IDbCommand command): a reader, by the interface
IDataReader reader = command.[|ExecuteReader|]();

// swap (IDbCommand command): a count, by the interface
int rows = command.[|ExecuteNonQuery|]();

// swap (IDbCommand command): a value, by the interface
object? value = command.[|ExecuteScalar|]();

// swap (IDbConnection connection): a connection, by the interface
connection.[|Open|]();

// swap (IDbConnection connection): a transaction, by the interface
IDbTransaction transaction = connection.[|BeginTransaction|]();

// swap (IDbTransaction transaction): the end of one, by the interface
transaction.[|Commit|]();

// swap (IDbTransaction transaction): the undoing of one, by the interface
transaction.[|Rollback|]();

// swap (IDataReader reader): a row, by the interface
bool any = reader.[|Read|]();

// swap (DbConnection connection): a connection
connection.[|Open|]();

// swap (DbCommand command): a reader
DbDataReader reader = command.[|ExecuteReader|]();

// swap (DbCommand command): a count
int rows = command.[|ExecuteNonQuery|]();

// swap (DbDataReader reader): a row
bool any = reader.[|Read|]();

// swap (DbDataReader reader): another result
bool any = reader.[|NextResult|]();

// swap (DbTransaction transaction): the end of one
transaction.[|Commit|]();

// quiet (DbDataReader reader): a value of a row that is there
object value = reader.GetValue(0);

// swap (CommittableTransaction transaction): the end of one
transaction.[|Commit|]();

// flag (TransactionScope scope): the end of a scope, by hand
scope.{|CG1001:Dispose|}();

// quiet (DataTableReader reader): a table in memory
bool any = reader.Read();

// quiet (DbCommand command): text
command.CommandText = "select 1";

// quiet (DataTable table): a row in memory
table.Rows.Add(1, 2);

// flag: the end of a scope, by using
{|CG1001:using|} (TransactionScope scope = [|new()|])
    scope.Complete();

// flag: the end of a scope, by a declaration
{|CG1001:using|} TransactionScope scope = new(TransactionScopeAsyncFlowOption.Enabled);

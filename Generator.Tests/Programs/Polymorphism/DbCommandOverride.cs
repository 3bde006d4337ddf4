// construct: a command and a reader of a database of one's own, and the interfaces that they implement
// lowered to: overrides of their asynchronous methods
internal static partial class Program
{
    private sealed partial class Command : System.Data.Common.DbCommand
    {
        [System.Diagnostics.CodeAnalysis.AllowNull]
        public override string CommandText { get; set; } = "";
        public override int CommandTimeout { get; set; }
        public override System.Data.CommandType CommandType { get; set; }
        public override bool DesignTimeVisible { get; set; }
        public override System.Data.UpdateRowSource UpdatedRowSource { get; set; }
        protected override System.Data.Common.DbConnection? DbConnection { get; set; }
        protected override System.Data.Common.DbParameterCollection DbParameterCollection => throw new NotSupportedException();
        protected override System.Data.Common.DbTransaction? DbTransaction { get; set; }
        public override void Cancel() { }
        protected override System.Data.Common.DbParameter CreateDbParameter() => throw new NotSupportedException();

        [Coroutine]
        protected override System.Data.Common.DbDataReader ExecuteDbDataReader(System.Data.CommandBehavior behavior)
        {
            Pause("reader " + behavior);
            return null!;
        }

        [Coroutine]
        public override int ExecuteNonQuery() => Get("non query", 3);

        [Coroutine]
        public override object? ExecuteScalar() => Get("scalar", CommandText);

        [Coroutine]
        public override void Prepare() => Pause("prepare");
    }

    [Coroutine]
    private static string Main()
    {
        System.Data.Common.DbCommand command = new Command { CommandText = "text" };
        command.Prepare();
        object? scalar = command.ExecuteScalar();
        _ = command.ExecuteReader();
        return command.ExecuteNonQuery() + ":" + scalar;
    }
}

// construct: a reader of a database of one's own, with a generic method among the overrides
// lowered to: overrides of ReadAsync, NextResultAsync, IsDBNullAsync and GetFieldValueAsync<T> in their own shape
internal static partial class Program
{
    private sealed partial class Rows : System.Data.Common.DbDataReader
    {
        private int _row = -1;

        public override int Depth => 0;
        public override int FieldCount => 1;
        public override bool HasRows => true;
        public override bool IsClosed => false;
        public override int RecordsAffected => 0;
        public override object this[int ordinal] => GetValue(ordinal);
        public override object this[string name] => GetValue(0);
        public override bool GetBoolean(int ordinal) => (bool)GetValue(ordinal);
        public override byte GetByte(int ordinal) => (byte)GetValue(ordinal);
        public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => 0;
        public override char GetChar(int ordinal) => (char)GetValue(ordinal);
        public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => 0;
        public override string GetDataTypeName(int ordinal) => "text";
        public override DateTime GetDateTime(int ordinal) => (DateTime)GetValue(ordinal);
        public override decimal GetDecimal(int ordinal) => (decimal)GetValue(ordinal);
        public override double GetDouble(int ordinal) => (double)GetValue(ordinal);
        public override System.Collections.IEnumerator GetEnumerator() => throw new NotSupportedException();
        [return: System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicFields | System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicProperties)]
        public override Type GetFieldType(int ordinal) => typeof(string);
        public override float GetFloat(int ordinal) => (float)GetValue(ordinal);
        public override Guid GetGuid(int ordinal) => (Guid)GetValue(ordinal);
        public override short GetInt16(int ordinal) => (short)GetValue(ordinal);
        public override int GetInt32(int ordinal) => (int)GetValue(ordinal);
        public override long GetInt64(int ordinal) => (long)GetValue(ordinal);
        public override string GetName(int ordinal) => "name";
        public override int GetOrdinal(string name) => 0;
        public override string GetString(int ordinal) => (string)GetValue(ordinal);
        public override object GetValue(int ordinal) => "row " + _row;
        public override int GetValues(object[] values) => 0;

        [Coroutine]
        public override T GetFieldValue<T>(int ordinal)
        {
            Pause("field " + ordinal);
            return (T)GetValue(ordinal);
        }

        [Coroutine]
        public override bool IsDBNull(int ordinal)
        {
            Pause("null? " + ordinal);
            return _row == 1;
        }

        [Coroutine]
        public override bool NextResult()
        {
            Pause("next");
            _row = -1;
            return false;
        }

        [Coroutine]
        public override bool Read()
        {
            Pause("read");
            return ++_row < 3;
        }
    }

    [Coroutine]
    private static string Main()
    {
        System.Data.Common.DbDataReader rows = new Rows();
        string all = "";
        do
        {
            while (rows.Read())
                all += rows.IsDBNull(0) ? "-" : rows.GetFieldValue<string>(0);
        }
        while (rows.NextResult());
        return all;
    }
}

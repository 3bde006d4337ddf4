// construct: parameters of ref structs, by value and by reference; members of a ref struct
// diagnostic: CG1015, CG1018
// lowered to: a twin with the same parameters, that calls the original
// stays blocking: the call
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        Pause("before");
        Cursor cursor = new([1, 2, 3]);
        int n = /*!CG1018*/Next(ref cursor) + /*!CG1018*/Peek(cursor);
        Span<byte> rest = new byte[] { 5, 6 };
        n += /*!CG1018*/Skip(ref rest) + rest.Length;
        n += cursor./*!CG1018*/Step();
        Pause("after");
        return n;
    }

    private ref partial struct Cursor(Span<byte> rest)
    {
        public Span<byte> Rest = rest;

        [Coroutine]
        public int Step()
        {
            /*!CG1015*/Pause("step");
            return Rest.Length;
        }
    }

    [Coroutine]
    private static int Next(ref Cursor cursor)
    {
        /*!CG1015*/Pause("next");
        cursor.Rest = cursor.Rest[1..];
        return cursor.Rest[0];
    }

    [Coroutine]
    private static int Peek(Cursor cursor)
    {
        /*!CG1015*/Pause("peek");
        return cursor.Rest[0];
    }

    [Coroutine]
    private static int Skip(ref Span<byte> rest)
    {
        /*!CG1015*/Pause("skip");
        rest = rest[1..];
        return 1;
    }
}

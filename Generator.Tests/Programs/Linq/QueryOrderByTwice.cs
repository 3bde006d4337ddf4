// construct: a query whose second key of `orderby` blocks
// diagnostic: CG1004
// instead: a `let` with the key before the `orderby`
// stays blocking: the key
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        string[] words = ["bb", "a", "cc", "d"];
        Log((from w in words orderby w.Length, /*!CG1004*/Get(w) select w).ToList());
        Log((from w in words let key = Get(w) orderby w.Length, key select w).ToList());
    }
}

// construct: an exception in the middle of an expression
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        int done = 0;
        try
        {
            Log(Get(1) + Fail<int>("middle") + Get(done = 3));
        }
        catch (InvalidOperationException e)
        {
            Log(e.Message + done);
        }
        try { Add(Get(1), Fail<int>("second"), Get(3)); } catch (InvalidOperationException e) { Log(e.Message); }
    }
}

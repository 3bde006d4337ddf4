// construct: `catch … when` with a filter that does not block
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        for (int i = 0; i < 3; i++)
        {
            try { Fail("n" + i); }
            catch (InvalidOperationException e) when (e.Message.EndsWith(i == 1 ? "x" : i.ToString())) { Pause("filtered"); }
            catch (Exception e) when (Note(e)) { }
            catch { Pause("rest"); }
            finally { Pause("finally"); }
        }
    }

    private static bool Note(Exception e) { Log("noted " + e.Message); return false; }
}

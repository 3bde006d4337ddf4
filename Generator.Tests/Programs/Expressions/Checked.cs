// construct: `checked(f() + g())`, `unchecked { }`, overflow
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        try { Log(checked(Get(int.MaxValue) + Get(1))); } catch (OverflowException) { Log("overflow"); }
        unchecked { Log(Get(int.MaxValue) + Get(1)); }
        checked
        {
            int n = Get(int.MaxValue);
            try { n += Get(1); } catch (OverflowException) { Log("overflow " + n); }
            try { n++; } catch (OverflowException) { Log("overflow " + n); }
            try { byte b = (byte)Get(300); Log(b); } catch (OverflowException) { Log("overflow"); }
        }
    }
}

// construct: blocking conditions of `if`, `while`, `do`, `for`, `switch`, `?:`, `when`
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int n = 0;
        if (Get(n) == 0 && !Get(false)) n++;
        else if (Get(true)) n = 100;
        while (Get(n) < 3) n++;
        do n--; while (Get(n) > 1);
        for (; Get(n) < 3; n++) ;
        switch (Get(n)) { case 3 when Get(n) > 2: n = 30; break; }
        return Get(n) > 20 ? n : 0;
    }
}

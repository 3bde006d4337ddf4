// construct: empty statements, nested blocks, labels in front of calls, `checked` blocks
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        ;
        { { Pause("a"); } }
        Label: Pause("b");
        if (Get(false)) ; else Pause("c");
        if (Get(true)) if (Get(false)) Pause("never"); else Pause("d");
        checked { unchecked { Pause("e"); } }
        for (;;) { if (Get(true)) break; }
        if (Get(false)) goto Label;
    }
}

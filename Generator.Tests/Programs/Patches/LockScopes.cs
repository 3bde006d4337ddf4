// construct: `EnterScope`, `Enter`, `TryEnter` and `Exit` of `System.Threading.Lock`
// lowered to: `using (await LockPatches.EnterScopeAsync(x))`, and calls of its other methods
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        Lock gate = new();
        int n = 0;
        using (gate.EnterScope())
        {
            n += Get(1);
            using (gate.EnterScope()) n += Get(2);
            Log(gate.IsHeldByCurrentThread);
        }

        Log(gate.IsHeldByCurrentThread);
        gate.Enter();
        try
        {
            n += Get(3);
        }
        finally
        {
            gate.Exit();
        }

        if (gate.TryEnter())
            gate.Exit();
        return n + Held(gate);
    }

    [Coroutine]
    private static int Held(Lock gate)
    {
        using var scope = gate.EnterScope();
        using (Lock.Scope inner = gate.EnterScope()) Pause("inner");
        using Lock.Scope typed = gate.EnterScope();
        return Get(4);
    }
}

// construct: `lock (f())`, `lock (this)`, `lock` on a type parameter
// lowered to: `using (await CoMonitor.EnterAsync(await fAsync()))`
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        lock (Get("gate", new object())) Pause("a");
        new Locker().Work();
        Typed("text");
        lock (typeof(Program)) { Log("type"); }
    }

    [Coroutine]
    private static void Typed<T>(T item)
        where T : class
    {
        lock (item) Log(Get(item));
    }
}

public partial class Locker
{
    [Coroutine]
    public void Work()
    {
        lock (this)
        {
            Pause("b");
            Log(Monitor.TryEnter(this));
            Monitor.TryEnter(this, 0);
        }
    }
}

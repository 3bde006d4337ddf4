// construct: an `out` variable that is disposed, locked on, enumerated and thrown
// lowered to: a `Ref<T>`; `x.Value` is disposed, locked on, enumerated and thrown
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        Open(out Source source);
        using (source) Log(source.Read());
        Items(out var items);
        int sum = 0;
        foreach (int item in items) sum += item;
        lock (items) sum++;
        try
        {
            Error(out Exception e);
            throw e;
        }
        catch (InvalidOperationException e) when (e.Message == "no")
        {
            sum += 10;
        }

        return sum;
    }

    [Coroutine]
    private static void Open(out Source source) { Pause("open"); source = new Source(); }

    [Coroutine]
    private static void Items(out int[] items) { Pause("items"); items = [1, 2]; }

    [Coroutine]
    private static void Error(out Exception e) { Pause("error"); e = new InvalidOperationException("no"); }
}

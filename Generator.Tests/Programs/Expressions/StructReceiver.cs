// construct: `s.F(f())`, where `s` is a struct that changes
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Counter local = new();
        local.Add(Get(1));
        local.Add(local.Count + Get(2));
        Counter[] many = new Counter[1];
        many[0].Add(Get(3));
        Box box = new();
        box.Counter.Add(Get(4));
        box.Counter.Inner.Add(Get(5));
        return $"{local.Count} {many[0].Count} {box.Counter.Count} {box.Counter.Inner.Count}";
    }
}

public struct Part { public int Count; public void Add(int n) => Count += n; }

public struct Counter { public Part Inner; public int Count; public void Add(int n) => Count += n; }

public sealed class Box { public Counter Counter; }

// construct: a method of an `extension` block whose receiver, a value, is changed by one of the arguments
// lowered to: the receiver is cast to its own type, so that its value of before is passed
internal static partial class Program
{
    private static int s_field;

    [Coroutine]
    private static int Main()
    {
        s_field = 1;
        int local = 1;
        int[] xs = [1];
        Pair pair = new() { X = 1 };
        Log(s_field.Plus(Get(s_field++)).ToString());
        Log(local.Plus(Get(local += 5)).ToString());
        Log((local).Plus(Get(local++) + Get(local++)).ToString());
        Log(Get(xs)[0].Plus(Get(xs[0]++)).ToString());
        Log(pair.X.Plus(Get(pair.X++)).ToString());
        Log(pair.Show(Get((pair = new() { X = 7 }).X)));
        Log(local.Named(Get((local = 9).ToString())));
        Log(s_field.Added(Get(s_field++)).ToString());
        int? maybe = local;
        Log(maybe?.Plus(Get((maybe = 20).Value)).ToString() ?? "none");
        Box? box = new() { Pair = new() { X = 3 } };
        Log(box?.Pair.Show(Get((box!.Pair = new() { X = 8 }).X)) ?? "none");
        Log(box?.Pair.Show((box!.Pair = new() { X = 9 }).X) ?? "none");
        box?.Pair.Show(Get(1));
        Log(((Box?)null)?.Pair.X.Plus(Get(1)).ToString() ?? "none");
        Log(Swap(1, 2) + Swap("a", "b"));
        return local.Plus(Get(2)) + s_field + xs[0];
    }

    [Coroutine]
    private static string Swap<T>(T one, T other)
    {
        T held = one;
        return held.Named(Get($"{held = other}"));
    }
}

internal struct Pair
{
    public int X;
}

internal sealed class Box
{
    public Pair Pair;
}

internal static partial class Numbers
{
    extension(int number)
    {
        [Coroutine]
        public int Plus(int other) => Get(number * 100 + other);

        public int Added(int other) => number * 100 + other;
    }

    extension(Pair pair)
    {
        public string Show(int n) => $"{pair.X} {n}";
    }

    extension<T>(T value)
    {
        public string Named(string name) => $"{value} {name}";
    }
}

using static CoGen.Generator.Tests.Prelude.Blocking;

namespace CoGen.Generator.Tests.Prelude.Parts;

/// <summary>Plain methods, which say what they were given and when. Generated programs see them by <c>using static</c>.</summary>
public static class Probe
{
    public static int Plain(int a, int b)
    {
        Log($"plain {a} {b}");
        return unchecked(a - b);
    }

    public static int Order(Point p, int n)
    {
        Log($"order {p.X} {n}");
        return n;
    }

    public static int OrderIn(in int p, int n)
    {
        Log($"in {p} {n}");
        return unchecked(n + p);
    }

    public static int OrderIn(in Point p, int n)
    {
        Log($"in {p.X} {n}");
        return unchecked(n + p.X);
    }

    public static int Change(ref int place, int n)
    {
        Log($"change {place} {n}");
        return place = unchecked(place + n);
    }

    public static bool Split(int n, out int half)
    {
        half = n / 2;
        return half > 1;
    }

    public static int Many(params ReadOnlySpan<int> all)
    {
        Log("many " + string.Join(',', all.ToArray()));
        return all.Length;
    }
}

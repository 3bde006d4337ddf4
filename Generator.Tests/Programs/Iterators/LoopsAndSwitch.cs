// construct: `yield` in loops, `switch` sections, labels and nested blocks
// lowered to: the same
internal static partial class Program
{
    [Coroutine]
    private static IEnumerable<string> Values(int kind)
    {
        switch (kind)
        {
            case 0:
                yield return Get("zero");
                break;
            case 1:
                {
                    int n = 0;
                Again:
                    yield return "one " + Get(n);
                    if (++n < 2) goto Again;
                    goto case 0;
                }

            default:
                do
                {
                    yield return "many " + kind;
                    if (Get(kind) == 2) continue;
                    for (int i = 0; i < 2; i++) yield return i.ToString();
                }
                while (--kind > 1);
                yield break;
        }

        Log("after");
    }

    [Coroutine]
    private static void Main()
    {
        for (int kind = 0; kind < 4; kind++)
        {
            foreach (string value in Values(kind)) Log(value);
        }
    }
}

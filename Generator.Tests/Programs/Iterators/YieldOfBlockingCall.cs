// construct: `yield return` of a blocking call; `yield return` as the branch of an `if` without braces
// lowered to: `{ if (await __yield.Return(await FooAsync())) return; }`
internal static partial class Program
{
    [Coroutine]
    private static IEnumerable<string> Values(bool more)
    {
        yield return Get("a") + Get("b");
        if (more) yield return Get("more");
        else yield return "less";
        if (!more)
            yield break;
        else
            yield return
                Get("last"); // on the next line
    }

    [Coroutine]
    private static void Main()
    {
        foreach (string value in Values(true)) Log(value);
        foreach (string value in Values(false)) Log(value);
    }
}

// construct: a hand-written `FooAsync` beside a tagged `Foo`, with and without a token
// lowered to: a call of that
internal static partial class Program
{
    [Coroutine]
    private static int Work(int n) => Get(n);

    private static async Task<int> WorkAsync(int n, CancellationToken token = default) => await FetchAsync("work " + n, token) + n;

    [Coroutine]
    private static int Other(int n) => Get(n);

    private static async Coroutine<int> OtherAsync(int n)
    {
        await PauseAsync(n.ToString());
        return n;
    }

    [Coroutine]
    private static int Main() => Other(1) + Other(2);
}

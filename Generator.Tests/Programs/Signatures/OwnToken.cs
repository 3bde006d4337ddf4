// construct: a method with a CancellationToken of its own that calls what takes one
// lowered to: `TokenAwait.For(FooAsync(…, Co.TokenOr(token)), token)`: a kill of the fiber cancels the call too, and an exception speaks of `token`
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        using CancellationTokenSource source = new();
        return Load("a", source.Token) + Load("b", default) + Load("c", new CancellationToken(canceled: false));
    }

    [Coroutine]
    private static int Load(string name, CancellationToken token)
    {
        int n = 0;
        for (int i = 0; i < 2; i++)
            n += Fetch(name + i);

        try
        {
            return n + Fetch(name + "!");
        }
        catch (OperationCanceledException error) when (token.CanBeCanceled && error.CancellationToken == token)
        {
            Log("cancelled");
            throw;
        }
    }
}

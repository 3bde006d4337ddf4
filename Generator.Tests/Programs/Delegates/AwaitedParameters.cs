// construct: a tagged method that calls the delegates it is given, called with lambdas that block
// lowered to: a second twin, `FooAwaitingAsync`, whose delegates are awaited
internal static partial class Program
{
    [Coroutine]
    private static T Retry<T>(Func<T> function, int times = 2)
    {
        ArgumentNullException.ThrowIfNull(function);
        for (; ; times--)
        {
            try
            {
                return function();
            }
            catch (InvalidOperationException e) when (times > 0)
            {
                Log(e.Message);
                Pause("again");
            }
        }
    }

    [Coroutine]
    private static void Retry(Action action) => action.Invoke();

    private sealed partial class Pool(Source source)
    {
        [Coroutine]
        public TResult Use<TArgument, TResult>(Func<Source, TArgument, TResult> use, TArgument argument, Action<TResult>? then = null)
        {
            Pause("rent");
            try
            {
                TResult result = use(source, argument);
                if (then != null) then(result);
                return result;
            }
            finally
            {
                Pause("return");
            }
        }
    }

    [Coroutine]
    private static void Main()
    {
        int calls = 0;
        Log(Retry(() => ++calls < 2 ? Fail<int>("not yet") : Get(calls)));
        Log(Retry(() => "quick"));
        Log(Retry(function: () => Get("named"), times: 0));
        Retry(() => Pause("void"));
        Retry(() =>
        {
            Pause("block");
            Retry(() => Pause("inner"));
        });
        Pool pool = new(new Source());
        Log(pool.Use((s, n) => s.Read() + n, 10));
        Log(pool.Use((s, n) => s.ReadLine() + n, "!", then: line => Log(line)));
        Log(pool.Use(static (s, _) => s.Count, 1, n => Pause("then " + n)));
        Log(pool.Use((Source s, int n) => s.Count, 1));
    }
}

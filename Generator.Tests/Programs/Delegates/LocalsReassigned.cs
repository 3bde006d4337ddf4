// construct: local delegates that are assigned again, compared with null, called by `?.Invoke`, or call themselves
// lowered to: locals of type `Func<…, Coroutine>`, all whose lambdas are async
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        Func<int, string> name = n => "first " + n;
        Log(name(Get(1)));
        name = n => "second " + Get(n);
        Log(name(2));
        name = delegate(int n)
        {
            Pause("third");
            return "third " + n;
        };
        Log(name.Invoke(3));

        Action<string>? tell = null;
        tell?.Invoke(Get("not evaluated"));
        if (tell == null) tell = static text => Pause(text);
        tell?.Invoke("told " + Get(1));
        int? length = null;
        Func<string, int>? measure = Get(true) ? (text => Get(text.Length)) : null;
        length = measure?.Invoke("four");
        Log(length);

        Func<int, int> factorial = null!;
        factorial = n => n <= 1 ? Get(1) : n * factorial(n - 1);
        Log(factorial(4));

        Func<int> next;
        if (length > 3) next = () => length.Value + 1;
        else next = () => Get(0);
        Action count = () => length = next();
        for (int i = 0; i < 2; i++)
        {
            count();
            int round = i;
            count = () => length += Get(round) + next();
        }

        return length.Value;
    }
}

// construct: delegates in locals that never escape
// lowered to: async lambdas
internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        Func<int, int> twice = n => Get(n) * 2;
        Action pause = () => Pause("pause");
        Action<string> say = text =>
        {
            pause();
            Log(text + twice(1));
        };
        var three = int () => Get(3);
        say("a");
        say.Invoke("b");
        Log(three() + twice(4));
    }
}

// construct: assignment to a field or property of null: `a.F = g()`, `a.F += g()`
// lowered to: awaits in place
internal static partial class Program
{
    private sealed class C
    {
        public int F;

        public int P { get; set; }

        public int this[int i]
        {
            get => i;
            set => Log("set");
        }
    }

    [Coroutine]
    private static string Main()
    {
        C? none = null;
        string text = "";
        Try(1);
        Try(2);
        Try(3);
        Try(4);
        Try(5);
        return text;

        void Try(int which)
        {
            try
            {
                switch (which)
                {
                    case 1: none!.F = Get(1); break;
                    case 2: none!.F += Get(2); break;
                    case 3: none!.P = Get(3); break;
                    case 4: none!.P += Get(4); break;
                    default: none![Get(5)] = Get(6); break;
                }
            }
            catch (NullReferenceException)
            {
                text += which + " null ";
            }
        }
    }
}

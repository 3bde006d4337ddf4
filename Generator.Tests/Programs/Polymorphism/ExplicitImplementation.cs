// construct: an explicit implementation of a tagged member of an interface
// lowered to: an explicit implementation of the interface's twin
internal static partial class Program
{
    private partial interface IA
    {
        [Coroutine]
        string Name(int n);
    }

    private partial interface IB
    {
        [Coroutine]
        string Name(int n);
    }

    private partial class Both : IA, IB
    {
        [Coroutine]
        string IA.Name(int n) => Get("A", "a" + n);

        [Coroutine]
        string IB.Name(int n)
        {
            Pause("B");
            return ((IA)this).Name(n) + "b";
        }

        [Coroutine]
        public string Name(int n) => Get("own", "own" + n) + ((IB)this).Name(n);
    }

    [Coroutine]
    private static string Main()
    {
        Both both = new();
        IA a = both;
        return a.Name(1) + both.Name(2);
    }
}

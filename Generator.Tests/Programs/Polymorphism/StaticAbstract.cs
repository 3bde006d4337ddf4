// construct: static abstract and static virtual members of an interface
// lowered to: a static virtual twin that calls the original by the type parameter; the tagged method's twin implements it
internal static partial class Program
{
    private partial interface IParser<TSelf> where TSelf : IParser<TSelf>
    {
        [Coroutine]
        static abstract TSelf Parse(string text);

        [Coroutine]
        static virtual int Version(int n) => n;
    }

    private sealed partial record Name(string Text) : IParser<Name>
    {
        [Coroutine]
        public static Name Parse(string text) => new(Get(text));

        [Coroutine]
        public static int Version(int n) => Get(n + 1);
    }

    [Coroutine]
    private static (T, int) Read<T>(string text) where T : IParser<T> => (T.Parse(text), T.Version(1));

    [Coroutine]
    private static string Main() => Read<Name>("x").ToString();
}

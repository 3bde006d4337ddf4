// construct: overloads of a library whose twins would be the same
// lowered to: the twin of the one that changes is called `FooCoroutine`
using Library;

internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        string own = Journal.Write("a", 1, 2) + Journal.Write("b", new object[] { 1 });
        return own + new Derived().Take("abc".AsSpan()) + new Derived().Take("abc".AsMemory());
    }
}

//=== library
namespace Library
{
    public static partial class Journal
    {
        [Coroutine]
        public static string Write(string format, params object[] args) => Get("array") + format;

        [Coroutine]
        public static string Write(string format, params ReadOnlySpan<object> args) => Get("span") + format;
    }

    public partial class Base
    {
        [Coroutine]
        public string Take(ReadOnlyMemory<char> text) => Get("memory") + text.Length;
    }

    public partial class Derived : Base
    {
        [Coroutine]
        public string Take(ReadOnlySpan<char> text) => Get("span") + text.Length;
    }
}

// construct: a tagged member of an interface, implemented by a tagged and by an untagged method
// lowered to: a member of the interface that by default calls the original; the tagged method's twin implements it
// stays blocking: the implementation that does not opt in
internal static partial class Program
{
    private partial interface IReader
    {
        [Coroutine]
        int Read(string name);

        [Coroutine]
        void Close();
    }

    private sealed partial class Tagged : IReader
    {
        [Coroutine]
        public int Read(string name) => Step("tagged " + name);

        [Coroutine]
        public void Close() => Pause("close");
    }

    private sealed class Plain : IReader
    {
        public int Read(string name) => Step("plain " + name);

        public void Close() => Pause("close");
    }

    [Coroutine]
    private static int Use(IReader reader)
    {
        int result = reader.Read("x");
        reader.Close();
        return result;
    }

    [Coroutine]
    private static int Main() => Use(new Tagged()) * 100 + Use(new Plain());
}

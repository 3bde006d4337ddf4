// construct: an implementation without [Coroutine] of a tagged abstract method
// lowered to: the abstract method's twin calls the original
// stays blocking: the implementation that does not opt in
internal static partial class Program
{
    private abstract partial class Work
    {
        [Coroutine]
        public abstract string Do(string name);
    }

    private sealed class Plain : Work
    {
        public override string Do(string name) => Get("plain", name + "!");
    }

    private sealed partial class Tagged : Work
    {
        [Coroutine]
        public override string Do(string name) => Get("tagged", name + "?");
    }

    [Coroutine]
    private static string Main()
    {
        string text = "";
        foreach (Work work in new Work[] { new Plain(), new Tagged() }) text += work.Do("x");
        return text;
    }
}

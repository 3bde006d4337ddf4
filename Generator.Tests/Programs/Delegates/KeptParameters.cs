// construct: a tagged method that keeps the delegate it is given, or calls it in a lambda
// diagnostic: CG1004
// instead: call the delegate in the method itself
// stays blocking: the lambda
internal static partial class Program
{
    private static readonly List<Action> s_kept = [];

    [Coroutine]
    private static void Keep(Action action)
    {
        Pause("keep");
        s_kept.Add(action);
    }

    [Coroutine]
    private static void Wrap(Action action)
    {
        Pause("wrap");
        new List<int> { 1 }.ForEach(_ => action());
    }

    [Coroutine]
    private static void Main()
    {
        s_kept.Clear();
        Keep(() => /*!CG1004*/Pause("kept"));
        s_kept[0]();
        Wrap(() => /*!CG1004*/Pause("wrapped"));
    }
}

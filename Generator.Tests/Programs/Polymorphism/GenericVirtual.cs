// construct: a generic virtual method with constraints, in a generic type
// lowered to: generic virtual twins, whose constraints are inherited
// stays blocking: the override that does not opt in
internal static partial class Program
{
    private partial class Box<T>(T content) where T : notnull
    {
        protected T Content { get; } = content;

        [Coroutine]
        public virtual TOther Map<TOther>(Func<T, TOther> map, TOther other) where TOther : notnull => Get("box", map(Content));
    }

    private partial class Second<T>(T content) : Box<T>(content) where T : notnull
    {
        [Coroutine]
        public override TOther Map<TOther>(Func<T, TOther> map, TOther other)
        {
            TOther first = base.Map(map, other);
            Log(first);
            return Get("second", other);
        }
    }

    private sealed class Plain(string content) : Second<string>(content)
    {
        public override TOther Map<TOther>(Func<string, TOther> map, TOther other) => Get("plain " + typeof(TOther).Name, map(Content + Content));
    }

    [Coroutine]
    private static string Use(Box<string> box) => box.Map(static s => s.Length, 3) + "," + box.Map(static s => s + "!", "y");

    [Coroutine]
    private static string Main() => Use(new Box<string>("a")) + " " + Use(new Second<string>("b")) + " " + Use(new Plain("c"));
}

// construct: a method of a struct that does not change it
// lowered to: a twin that works on a copy, and does not see what others write to the struct meanwhile
internal static partial class Program
{
    private readonly partial struct Point(int x, int y)
    {
        [Coroutine]
        public int Length() => Get(x) + Get(y);
    }

    [Coroutine]
    private static int Main() => new Point(1, 2).Length() + new ReadingStruct("r").Read();
}

// construct: records, record structs, readonly methods of structs, structs in fields and arrays
// lowered to: twins that work on a copy, and do not see what others write to the struct meanwhile
internal static partial class Program
{
    private partial record struct Point(int X, int Y)
    {
        [Coroutine]
        public readonly int Sum() => Get(X) + Get(Y);

        [Coroutine]
        public readonly Point Moved(int by) => this with { X = Get(X + by) };
    }

    private readonly partial struct Range(Point from, Point to)
    {
        [Coroutine]
        public int Width() => to.Sum() - from.Sum();
    }

    private class Holder
    {
        public Point Field = new(1, 2);

        public readonly Point[] Items = [new(3, 4), new(5, 6)];
    }

    [Coroutine]
    private static int Main()
    {
        Holder holder = new();
        holder.Field = holder.Field.Moved(10);
        holder.Items[Get(1)] = holder.Items[0].Moved(1);
        return holder.Field.Sum() + holder.Items[1].Sum() + new Range(holder.Field, holder.Items[0]).Width();
    }
}

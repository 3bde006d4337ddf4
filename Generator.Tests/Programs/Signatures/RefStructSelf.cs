// construct: a struct that is passed by `ref` to its own static method; its member is written with a blocking value
// diagnostic: CG1015
// instead: get the value into a local first
// stays blocking: the call
internal static partial class Program
{
    private partial struct Point
    {
        public int X;

        [Coroutine]
        public static int Move(ref Point point, int by)
        {
            point.X += /*!CG1015*/Get(by);
            Pause("move");
            point = point with { X = point.X * 2 };
            return point.X;
        }
    }

    [Coroutine]
    private static int Main()
    {
        Point point = default;
        Point[] all = [point, new Point { X = 3 }];
        int n = Point.Move(ref point, 1) + Point.Move(ref all[1], 2);
        return n * 1000 + point.X * 100 + all[1].X + all[0].X;
    }
}

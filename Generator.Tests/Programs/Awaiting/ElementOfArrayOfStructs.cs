// construct: assignment to a field of an element: `points[i].X = g()`, out of range or null
// lowered to: awaits in place
internal static partial class Program
{
    private struct Point
    {
        public int X;
    }

    [Coroutine]
    private static string Main()
    {
        Point[] points = new Point[1];
        Point[]? none = null;
        string text = "";
        try
        {
            points[3].X = Get(1);
        }
        catch (IndexOutOfRangeException)
        {
            text += "range ";
        }

        try
        {
            none![0].X = Get(2);
        }
        catch (NullReferenceException)
        {
            text += "null ";
        }

        points[0].X += Get(3);
        return text + points[0].X;
    }
}

// construct: by-reference arguments with blocking calls before and after them
// lowered to: `Ref<int>` and `Ref.At(array, index)`, made in their turn among the arguments
internal static partial class Program
{
    [Coroutine]
    private static int Main()
    {
        int a = 1, b = 2;
        int[] cells = [10, 20];
        return Mix(Get(1), ref a, Get(2), out b, ref cells[Get(1)], Get(a)) + a + b + cells[1];
    }

    [Coroutine]
    private static int Mix(int x, ref int a, int y, out int b, ref int cell, int z)
    {
        Pause("mix");
        b = x + y + z;
        a += b;
        cell += a;
        return cell;
    }
}

// construct: `new int[f(), g()]`, `new[] { f() }`, jagged arrays
// lowered to: awaits in place
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        int[,] grid = new int[Get(2), Get(3)];
        grid[Get(1), Get(2)] = Get(5);
        grid[1, 2] += Get(grid[1, 2]);
        int[][] jagged = [new int[Get(1)], new[] { Get(1), Get(2) }];
        jagged[Get(1)][Get(0)]++;
        int[,] filled = { { Get(1), 2 }, { 3, Get(4) } };
        return $"{grid.Length} {grid[1, 2]} {jagged[1][0]} {filled[1, 1]}";
    }
}

// construct: every use of a by-reference parameter
// lowered to: `x.Value`, or `x.Target` where the variable itself is needed
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        int number = 3;
        string? text = "abc";
        int[]? cells = [1, 2];
        Func<int, int> twice = n => n * 2;
        Point point = new() { X = 1 };
        string seen = Use(ref number, ref text, ref cells, ref twice, ref point);
        return $"{seen} {number} {text} {cells?.Length} {twice(4)} {point.X} {point.Y}";
    }

    public struct Point
    {
        public int X, Y;

        public void Move(int by) => X += by;

        public override readonly string ToString() => $"{X}/{Y}";
    }

    [Coroutine]
    private static string Use(ref int number, ref string? text, ref int[]? cells, ref Func<int, int> twice, ref Point point)
    {
        Pause("use");
        number++;
        ++number;
        number <<= 1;
        text ??= "none";
        text += number is > 5 and var big ? big : 0;
        cells![0] = number;
        cells[1] += Get(5);
        Interlocked.Increment(ref number);
        Helper(ref number, out text, in number);
        twice = twice is null ? n => n : n => n + 1;
        point.X = twice(number);
        point.Move(2);
        point.Y += point.X;
        ref int alias = ref number;
        alias--;
        var anonymous = new { number, text.Length, point.X };
        (int number, string text) tuple = (number, text);
        var pair = (number, text);
        string names = nameof(number) + nameof(text.Length) + pair.number + pair.text + anonymous.number + anonymous.Length + anonymous.X;
        int[] list = [number, .. cells];
        int indexed = cells[^1] + cells[..1].Length;
        object boxed = point;
        string formatted = $"{number:D3} {point} {boxed} {(cells.Length > 1 ? text : null)}";
        if (text is { Length: > 0 } s && number is int k) names += s.Length + k;
        names += number switch { > 10 => "big", _ => text?.ToString() };
        cells = null;
        return string.Join('|', names, list.Length, indexed, formatted, tuple, checked((byte)number), (long)number, -number, text!.Length, number.ToString());
    }

    private static void Helper(ref int number, out string text, in int same)
    {
        number += same;
        text = "helped" + same;
    }
}

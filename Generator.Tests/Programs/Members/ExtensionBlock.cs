// construct: tagged methods and properties of C# 14 `extension` blocks: instance and static, generic, with constraints
// lowered to: twins in an `extension` block of the same receiver
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        int n = 5;
        List<string> words = ["b", "a"];
        Log(int.Same(2).ToString());
        return $"{n.Doubled()} {n.Half} {Numbers.Doubled(Get(4))} {words.First(Get("x"))} {Words.Longest(words)} {words.Longest().Length} {n.DoubledTwice()}";
    }
}

internal static partial class Numbers
{
    extension(int number)
    {
        [Coroutine]
        public int Doubled() => Get("doubled", number * 2);

        [Coroutine]
        public int DoubledTwice()
        {
            int once = number.Doubled();
            return once.Doubled();
        }

        [Coroutine]
        public int Half
        {
            get
            {
                Pause("half");
                return number / 2;
            }
        }
    }

    extension(int)
    {
        [Coroutine]
        public static int Same(int n) => Get("same", n);
    }
}

internal static partial class Words
{
    extension<T>(List<T> list)
        where T : class
    {
        [Coroutine]
        public T First(T other) => Get("first", list.Count > 0 ? list[0] : other);
    }

    extension(IEnumerable<string> words)
    {
        [Coroutine]
        public string Longest()
        {
            string longest = "";
            foreach (string word in words)
            {
                Pause(word);
                if (word.Length > longest.Length)
                    longest = word;
            }

            return longest;
        }
    }
}

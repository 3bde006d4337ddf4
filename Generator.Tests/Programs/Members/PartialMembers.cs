// construct: partial methods and partial properties, tagged at either part
// lowered to: a twin of the part with the body
internal static partial class Program
{
    private partial class Both
    {
        [Coroutine]
        public partial int First(int n);

        public partial int Second(int n);

        [Coroutine]
        public partial int Size { get; set; }
    }

    private partial class Both
    {
        private int _size;

        public partial int First(int n) => Get(n) + Second(n + 1);

        [Coroutine]
        public partial int Second(int n)
        {
            Pause("second");
            return n * 10;
        }

        public partial int Size
        {
            get => Get("size", _size);
            set
            {
                Pause("resize");
                _size = value;
            }
        }
    }

    [Coroutine]
    private static int Main()
    {
        Both both = new();
        both.Size = both.First(1);
        return both.Size;
    }
}

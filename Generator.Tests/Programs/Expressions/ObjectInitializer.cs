// construct: `new C(f()) { A = g(), B = { h() } }`
// lowered to: awaits in place
internal static partial class Program
{
    private sealed class C(int first)
    {
        private int _second;

        public int First => first;

        public int Second
        {
            get => _second;
            set
            {
                Log("set " + value);
                _second = value;
            }
        }

        public List<int> Items { get; } = [];
    }

    [Coroutine]
    private static string Main()
    {
        C c = new(Get(1)) { Second = Get(2), Items = { Get(3), Get(4) } };
        Dictionary<string, int> map = new() { [Get("a")] = Get(5), ["b"] = Get(6) };
        return $"{c.First} {c.Second} {string.Join(',', c.Items)} {map["a"]} {map["b"]}";
    }
}

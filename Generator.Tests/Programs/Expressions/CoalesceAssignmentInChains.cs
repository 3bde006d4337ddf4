// construct: `a ??= f()` on locals, properties, elements and dictionaries
// lowered to: awaits in place; nothing is called where there is a value
internal static partial class Program
{
    private sealed class Holder
    {
        private string? _name;

        public string? Name
        {
            get
            {
                Log("get");
                return _name;
            }

            set
            {
                Log("set");
                _name = value;
            }
        }
    }

    [Coroutine]
    private static string Main()
    {
        string? text = null;
        text ??= Get("a");
        text ??= Get("never");
        Holder holder = new();
        holder.Name ??= Get("b");
        holder.Name ??= Get("never");
        Dictionary<string, string?> map = new() { ["k"] = null };
        map[Get("k")] ??= Get("c");
        string?[] items = [null, "x"];
        items[Get(0)] ??= items[Get(1)] ??= Get("never");
        int? number = null;
        int sum = (number ??= Get(5)) + (number ??= Get(6));
        return text + holder.Name + map["k"] + items[0] + sum;
    }
}

// construct: a receiver that an argument assigns anew: `s.Write(s = g())`
// lowered to: awaits in place; the receiver is read before
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Source source = new("first");
        Source kept = source;
        source.Write((source = source.Open("second")).Name);
        string text = "a";
        text = text.Insert(0, (text = Get("b")) + text);
        List<int> list = [1];
        list.Add((list = [Get(2)]).Count);
        return text + source.Name + kept.Name + list.Count;
    }
}

// construct: a generic virtual method with by-reference parameters
// lowered to: virtual twins that take `Ref<U>` and `Ref<T>`, and overrides of them
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Base<int> a = new Derived<int>();
        string text = "t";
        a.Swap(ref text, "u", out var old, 5);
        return text + old;
    }

    private partial class Base<T>
    {
        [Coroutine]
        public virtual void Swap<U>(ref U place, U value, out T last, T given) where U : class
        {
            Pause("base");
            place = value;
            last = given;
        }
    }

    private partial class Derived<T> : Base<T>
    {
        [Coroutine]
        public override void Swap<U>(ref U place, U value, out T last, T given)
        {
            base.Swap(ref place, value, out last, given);
            Pause("derived");
            Log(place);
        }
    }
}

// construct: nested types in generic types, generic methods with constraints, static members of generic types
// lowered to: twins in the same types
internal static partial class Program
{
    private static partial class Outer<T> where T : IComparable<T>
    {
        internal partial struct Inner<TOther>(T a, TOther b) where TOther : struct
        {
            [Coroutine]
            public readonly (T, TOther) Both() => (Get(a), Get(b));

            internal partial record class Deep(TOther Value)
            {
                [Coroutine]
                public TOther? Maybe(bool yes) => yes ? Get(Value) : null;
            }
        }

        [Coroutine]
        public static T Max(params T[] items)
        {
            T max = items[0];
            foreach (T item in items)
            {
                if (Get(item).CompareTo(max) > 0) max = item;
            }

            return max;
        }

        [Coroutine]
        public static TResult Make<TResult>(int n) where TResult : class, new()
        {
            Pause("make " + n);
            return new TResult();
        }
    }

    [Coroutine]
    private static string Main() =>
        new Outer<string>.Inner<int>("a", 2).Both() + Outer<int>.Max(3, 9, 4).ToString() +
        new Outer<int>.Inner<byte>.Deep(7).Maybe(true) + new Outer<int>.Inner<byte>.Deep(7).Maybe(false) + Outer<int>.Make<List<int>>(1).Count;
}

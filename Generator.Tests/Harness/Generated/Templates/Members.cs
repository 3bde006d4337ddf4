namespace CoGen.Generator.Tests.Harness.Generated.Templates;

/// <summary>
/// The members that a program has where it mentions one of their names: each has a number <c>a</c>, which its code uses. Between the forms that one may
/// have is a line of dashes. What is behind <c>//reset</c> is done before the program begins.
/// </summary>
internal static class Members
{
    public static IReadOnlyDictionary<string, string> Forms { get; } = new Dictionary<string, string>
    {
        ["Three"] = """[Coroutine] private static int Three(int a, int b, int c) { Pause($"three {a} {b}"); return unchecked(a * 3 + b - c); }""",
        ["Work"] = """
            [Coroutine] private static int Work(int a)
            {
                {code:return 0;}
                return a;
            }
            """,
        ["TryGet"] = """
            [Coroutine] private static bool TryGet(int a, out int r)
            {
                r = a;
                {code:return false;}
                r = unchecked(r + a);
                return a > 2;
            }
            ---
            [Coroutine] private static bool TryGet(int a, out int r)
            {
                try
                {
                    {code:return TryAgain(a, out r);}
                    return TryAgain(a, out r);
                }
                finally
                {
                    Pause("got");
                }
            }

            [Coroutine] private static bool TryAgain(int a, out int r) => (r = Get(a)) > 1;
            """,
        ["TryName"] = """
            [Coroutine] private static bool TryName(int a, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? r)
            {
                r = null;
                {code:return false;}
                if (a > 2) return false;
                r = Get("name");
                return true;
            }
            """,
        ["Bump"] = """
            [Coroutine] private static int Bump(ref int r, int a)
            {
                r = unchecked(r + a);
                {code:return 1;}
                r++;
                return unchecked(r + a);
            }
            """,
        ["Pick"] = """
            [Coroutine] private static T Pick<T>(T x, T y, int a)
            {
                {code:return y;}
                return a > 1 ? x : Get(y);
            }
            """,
        ["Apply"] = """
            [Coroutine] private static int Apply(Func<int, int> f, int a)
            {
                {code:return 0;}
                return f(a);
            }
            ---
            [Coroutine] private static int Apply(Func<int, int> f, int a) => a > 2 ? f(f(a)) : f(Get(a));
            """,
        ["Optional"] = """
            [Coroutine] private static int Optional(int a, int d = 4, string n = "n")
            {
                {code:return d;}
                return unchecked(a + d + n.Length);
            }
            """,
        ["SumOf"] = """
            [Coroutine] private static int SumOf(ReadOnlySpan<int> all, int a)
            {
                int sum = 0;
                foreach (int x in all) sum = unchecked(sum + x);
                {code:return sum;}
                return unchecked(sum + all.Length + all[0]);
            }
            """,
        ["FillAll"] = """
            [Coroutine] private static int FillAll(Span<int> all, int a)
            {
                all[0] = a;
                {code:return 2;}
                for (int i = 1; i < all.Length; i++) all[i] = unchecked(a + Get(i));
                return all[^1];
            }
            """,
        ["CountOf"] = """
            [Coroutine] private static int CountOf(int a, params int[] all)
            {
                {code:return all.Length;}
                return unchecked(a + all.Sum());
            }
            ---
            [Coroutine] private static int CountOf(int a, params ReadOnlySpan<int> all)
            {
                {code:return all.Length;}
                return unchecked(a + all.Length);
            }
            """,
        ["Stacked"] = """
            [Coroutine] private static int Stacked(int a)
            {
                Span<int> room = stackalloc int[3];
                room[0] = a;
                {code:return 0;}
                room[1] = unchecked(room[0] + a);
                return room[1];
            }
            """,
        ["Alone"] = """
            [Coroutine, System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.Synchronized)] private static int Alone(int a)
            {
                {code:return 0;}
                return a;
            }
            """,
        ["Said"] = """
            [Coroutine] private static string Said(int a, [System.Runtime.CompilerServices.CallerArgumentExpression("a")] string e = "", [System.Runtime.CompilerServices.CallerMemberName] string m = "")
            {
                {code:return e;}
                return m + e;
            }
            """,
        ["Items"] = """
            [Coroutine] private static IEnumerable<int> Items(int a)
            {
                {yieldcode:yield break;}
            }
            ---
            [Coroutine] private static IEnumerable<int> Items(int a)
            {
                try
                {
                    {yieldcode:yield break;}
                    yield return a;
                }
                finally
                {
                    Pause("end");
                }
            }
            """,
        ["Nested"] = """
            [Coroutine] private static IEnumerable<int> Nested(int a)
            {
                foreach (int x in Items(a)) yield return x;
                {yieldcode:yield break;}
            }
            """,
        ["Pile"] = """
            private sealed partial class Pile(int size) : IEnumerable<int>
            {
                [Coroutine] public IEnumerator<int> GetEnumerator()
                {
                    int a = size;
                    {yieldcode:yield break;}
                }

                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
            }
            """,
        ["Total"] = """
            [Coroutine] private static int Total
            {
                get
                {
                    int a = s_field;
                    {code:return 0;}
                    return a;
                }
                set
                {
                    int a = value;
                    {code:return;}
                    s_field = a;
                }
            }
            ---
            [Coroutine] private static int Total { get => Get(s_field); set => s_field = Get(value); }
            """,
        ["Grid"] = """
            private sealed partial class Grid(int first)
            {
                private readonly int[] _cells = [first, 2];

                [Coroutine] public int this[int a]
                {
                    get
                    {
                        {code:return 0;}
                        return _cells[a & 1];
                    }
                    set
                    {
                        {code:return;}
                        _cells[a & 1] = value;
                    }
                }
            }
            """,
        ["Guard"] = """
            private sealed partial class Guard(string name) : IDisposable
            {
                [Coroutine] public void Dispose()
                {
                    int a = name.Length;
                    Log("guard");
                    {code:return;}
                }
            }
            """,
        ["Bag"] = """
            private sealed partial class Bag<T>(T first)
            {
                private T _item = first;

                [Coroutine] public T Put(T x, int a)
                {
                    T old = _item;
                    {code:return x;}
                    _item = x;
                    return Get(old);
                }

                [Coroutine] public TOther Map<TOther>(Func<T, TOther> f, int a)
                {
                    {code:return f(_item);}
                    return f(_item);
                }
            }
            """,
        // Read takes its field first: what is written to the struct meanwhile, the copy that the twin works on does not have.
        ["Cell|s_cell|s_cells"] = """
            private static Cell s_cell;
            private static Cell[] s_cells = [];
            //reset s_cell = new(1); s_cells = [new(2), new(3)];

            private partial struct Cell(int v)
            {
                public int V = v;

                [Coroutine] public readonly int Read(int a)
                {
                    int v = V;
                    {code:return v;}
                    return unchecked(v + a);
                }

                [Coroutine] public int Write(int a)
                {
                    {code:return 0;}
                    V = Get(a);
                    return a;
                }
            }
            """,
        ["Maker|Made"] = """
            private partial interface IMake<TSelf> where TSelf : IMake<TSelf>
            {
                [Coroutine] static abstract int Make(int a);
            }

            private sealed partial class Maker : IMake<Maker>
            {
                [Coroutine] public static int Make(int a)
                {
                    {code:return 0;}
                    return Get(a);
                }
            }

            [Coroutine] private static int Made<T>(int a) where T : IMake<T> => T.Make(a);
            """,
        ["ReadIn"] = """
            [Coroutine] private static int ReadIn(in int r, int a)
            {
                Log(r);
                {code:return 0;}
                return unchecked(Get(a) - a);
            }
            """,
        ["Widen|Wide"] = """
            extension(int x)
            {
                [Coroutine] internal int Widen(int a)
                {
                    {code:return x;}
                    return unchecked(x + a);
                }

                [Coroutine] internal int Wide
                {
                    get
                    {
                        int a = x;
                        {code:return 0;}
                        return a;
                    }
                }
            }
            """,
        ["Branched"] = """
            [Coroutine] private static int Branched(int a)
            {
            #if NEVER
                return Get(7);
            #else
                {code:return 1;}
            #endif
                return a;
            }
            """,
        ["s_event"] = """
            private static event Action<int>? s_event;
            //reset s_event = null;
            """,
        ["Amount"] = """
            private readonly record struct Amount(int Value)
            {
                public static Amount operator +(Amount x, Amount y)
                {
                    Pause("plus");
                    return new Amount(unchecked(x.Value + y.Value));
                }

                public static implicit operator Amount(int value) => new(Get(value));
            }
            """,
        ["Shaped|Circle|Dot"] = Hierarchies.Shapes,
        ["Runner|Running"] = Hierarchies.Runners,
    };
}

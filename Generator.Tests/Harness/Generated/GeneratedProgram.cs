using System.Globalization;
using CoGen.Generator.Tests.Harness.Programs;
using CsCheck;

namespace CoGen.Generator.Tests.Harness.Generated;

/// <summary>A program of two methods, made by chance.</summary>
/// <param name="Seed">What it was made from.</param>
/// <param name="Main">The body of its first method.</param>
/// <param name="Work">The body of the other.</param>
internal sealed record GeneratedProgram(ulong Seed, Phrase Main, Phrase Work)
{
    private const string Members = """
            private static readonly object s_gate = new();
            private static int s_field;
            private static int s_fuel;
            private static Point s_point;
            private static int[] s_slots = [];

            private sealed class Box(int first)
            {
                private readonly int[] _items = [1, 2, 3];
                public int Value { get; set; } = first;
                public int Add(int n) { Log("add " + n); return Value = unchecked(Value + n); }
                public int Next(int n) { Value++; return unchecked(Value + n); }
                public int this[int i] { get { Log("get " + (i & 1)); return _items[i & 1]; } set { Log("set " + (i & 1)); _items[i & 1] = value; } }
            }

            private record struct Point(int X)
            {
                public readonly int Plus(int n) => unchecked(X + n);
                public int Move(int n) => X = unchecked(X + n);
            }

            private static int Plain(int a, int b) { Log($"plain {a} {b}"); return unchecked(a - b); }
            private static int Order(Point p, int n) { Log($"order {p.X} {n}"); return n; }
            private static int OrderIn(in int p, int n) { Log($"in {p} {n}"); return unchecked(n + p); }
            private static int OrderIn(in Point p, int n) { Log($"in {p.X} {n}"); return unchecked(n + p.X); }
            private static int RefOf(int n) => At(n);
            private static ref int At(int n) { Log("at " + (n & 1)); return ref s_slots[n & 1]; }
            private static int Many(params ReadOnlySpan<int> all) { Log("many " + string.Join(',', all.ToArray())); return all.Length; }
            private static bool Fuel() => s_fuel-- > 0;
            [Coroutine] private static int Three(int a, int b, int c) { Pause($"three {a} {b}"); return unchecked(a * 3 + b - c); }
        """;

    public int Size => Main.Size + Work.Size;

    public ProgramText ToText()
    {
        string locals = "int b = 2, c = 3; string s = \"s\"; string? t = null; int[] xs = [4, 5]; Box box = new(6); Point point = new(7);";
        return ProgramText.Of("Generated", "P" + Seed.ToString(CultureInfo.InvariantCulture), $$"""
            // construct: generated from seed {{Seed.ToString(CultureInfo.InvariantCulture)}}
            #pragma warning disable
            internal static partial class Program
            {
            {{Members}}
                [Coroutine]
                private static string Main()
                {
                    s_field = 1; s_fuel = 12; s_point = new(2); s_slots = [1, 2];
                    int result = First(1);
                    return $"{result} {s_field} {s_point.X} {s_slots[0]} {s_slots[1]}";
                }

                [Coroutine]
                private static int First(int a)
                {
                    {{locals}}
                    {{Main.Write()}}
                    Log($"{a} {b} {c} {s} {t} {xs[0]} {xs[1]} {box.Value} {point.X}");
                    return a;
                }

                [Coroutine]
                private static int Work(int a)
                {
                    if (!Fuel()) return 0;
                    {{locals}}
                    {{Work.Write()}}
                    Log($"{a} {b} {c} {s} {t} {xs[0]} {xs[1]} {box.Value} {point.X}");
                    return a;
                }
            }
            """);
    }

    public static GeneratedProgram FromSeed(ulong seed)
    {
        Gen<GeneratedProgram> program = Gen.Select(Grammar.Body, Grammar.Body, (main, work) => new GeneratedProgram(seed, main, work));
        return program.Generate(new PCG(1, seed), null, out _);
    }

    public IEnumerable<GeneratedProgram> Shrink() =>
        Main.Shrink().Select(smaller => this with { Main = smaller }).Concat(Work.Shrink().Select(smaller => this with { Work = smaller })).OrderBy(static p => p.Size);
}

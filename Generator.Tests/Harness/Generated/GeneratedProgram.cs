using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using CoGen.Generator.Tests.Harness.Programs;

namespace CoGen.Generator.Tests.Harness.Generated;

/// <summary>A program that was put together by chance.</summary>
/// <param name="Seed">What it was made from.</param>
/// <param name="Members">Its members by their names, among them <c>First</c>, and only those that can be reached from it.</param>
internal sealed partial record GeneratedProgram(ulong Seed, ImmutableSortedDictionary<string, Phrase> Members)
{
    private const string First = "First";

    public int Size => Members.Values.Sum(static m => m.Size);

    /// <summary>How many methods and accessors of it are tagged, but for the one that begins.</summary>
    public int Methods => Members.Keys.Sum(name => TagPattern().Count(GeneratedMember.Write(Members[name])));

    public string Write() => string.Join("\n\n", Members.Values.Select(GeneratedMember.Write));

    public ProgramText ToText()
    {
        string members = Write();
        string seed = Seed.ToString(CultureInfo.InvariantCulture);
        return ProgramText.Of("Generated", "P" + seed, $$"""
            // construct: generated from seed {{seed}}
            #pragma warning disable
            using CoGen.Generator.Tests.Prelude.Parts;
            using static CoGen.Generator.Tests.Prelude.Parts.Probe;

            internal static partial class Program
            {
                private static object s_gate = new();
                private static int s_field;
                private static int s_fuel;
                private static Point s_point;
                private static int[] s_slots = [];

                private static bool Fuel() => s_fuel-- > 0;
                private static int RefOf(int n) => At(n);
                private static ref int At(int n) { Log("at " + (n & 1)); return ref s_slots[n & 1]; }

                [Coroutine]
                private static string Main()
                {
                    s_gate = new(); s_field = 1; s_fuel = 12; s_point = new(2); s_slots = [1, 2];
                    {{string.Concat(ResetPattern().Matches(members).Select(static m => m.Groups[1].Value.Trim()))}}
                    int result = First(1);
                    return $"{result} {s_field} {s_point.X} {s_point.Y} {s_slots[0]} {s_slots[1]}";
                }

            {{members}}
            }
            """);
    }

    public static GeneratedProgram FromSeed(ulong seed)
    {
        Grammar grammar = new(seed);
        return new GeneratedProgram(seed, Reachable(grammar.First(), grammar.Member));
    }

    /// <summary>Smaller programs, the smallest first.</summary>
    public IEnumerable<GeneratedProgram> Shrink() => Members
        .SelectMany(member => member.Value.Shrink().Select(smaller => With(member.Key, smaller)))
        .Where(p => p.Size < Size)
        .OrderBy(static p => p.Size);

    private GeneratedProgram With(string name, Phrase member)
    {
        ImmutableSortedDictionary<string, Phrase> changed = Members.SetItem(name, member);
        return this with { Members = Reachable(changed[First], other => changed[other]) };
    }

    private static ImmutableSortedDictionary<string, Phrase> Reachable(Phrase first, Func<string, Phrase> find)
    {
        ImmutableSortedDictionary<string, Phrase>.Builder reached = ImmutableSortedDictionary.CreateBuilder<string, Phrase>(StringComparer.Ordinal);
        reached.Add(First, first);
        Queue<Phrase> open = new([first]);
        while (open.TryDequeue(out Phrase? member))
        {
            foreach (string name in Template.MembersIn(member.Write()))
            {
                if (reached.TryAdd(name, find(name)))
                    open.Enqueue(reached[name]);
            }
        }

        return reached.ToImmutable();
    }

    [GeneratedRegex(@"\[Coroutine")]
    private static partial Regex TagPattern();

    [GeneratedRegex(@"//reset([^\n]*)")]
    private static partial Regex ResetPattern();
}

using System.Collections.Immutable;
using CoGen.Generator.Tests.Harness.Generated.Templates;
using CsCheck;

namespace CoGen.Generator.Tests.Harness.Generated;

/// <summary>
/// Puts phrases together from templates. A hole is written with its kind, <c>{int}</c>, and, where it is in another function, with what leaves that:
/// <c>{statement:return;}</c>. Each seed has a grammar of its own, of few members and of some of the templates: what is not drowned by all the rest meets more often.
/// </summary>
internal sealed class Grammar
{
    private const int Depth = 3;

    private const int MostMembers = 4;

    private const int WeightOfMembers = 5;

    private static readonly Template[] s_templates =
    [
        .. Template.All(PhraseKind.Int, Numbers.Plain, Numbers.Receivers, Numbers.Chains, Numbers.Patterns, Numbers.Functions, Numbers.Objects, Numbers.Sequences),
        .. Template.All(PhraseKind.Bool, Others.Bools),
        .. Template.All(PhraseKind.Text, Others.Texts),
        .. Template.All(PhraseKind.Items, Others.Items),
        .. Template.All(PhraseKind.Box, Others.Boxes),
        .. Template.All(PhraseKind.Statement, Statements.Plain, Statements.Loops, Statements.Tries, Statements.Scopes, Statements.Functions, Statements.Memory),
        .. Template.All(PhraseKind.Yield, Statements.Yields),
    ];

    private static readonly Dictionary<string, Template[]> s_members = Members.Forms.ToDictionary(
        static m => m.Key, static m => m.Value.Split("---").Select(static form => new Template(PhraseKind.Member, form.Trim())).ToArray());

    private static readonly string[] s_names = [.. s_members.Keys];

    private static readonly Template s_first = new(PhraseKind.Member, """
        [Coroutine] private static int First(int a)
        {
            {code:return 0;}
            return a;
        }
        """);

    private readonly ulong _seed;
    private readonly Dictionary<(PhraseKind, int), Gen<Phrase>> _phrases = [];

    public Grammar(ulong seed)
    {
        _seed = seed;
        PCG chance = new(0, seed);
        HashSet<string> members = [.. Enumerable.Range(0, (int)chance.Next(MostMembers + 1)).Select(_ => s_names[chance.Next((uint)s_names.Length)])];
        (Template Template, int Weight)[] wanted = [.. s_templates.Select(t => (t, WeightOf(t, members, chance)))];
        for (int depth = 0; depth <= Depth; depth++)
        {
            foreach (IGrouping<PhraseKind, (Template Template, int Weight)> kind in wanted.GroupBy(static t => t.Template.Kind))
            {
                (int, IGen<Phrase>)[] choices = [.. kind.Where(t => t.Weight > 0 && (depth > 0 || t.Template.IsLeaf)).Select(t => (t.Weight, (IGen<Phrase>)Of(t.Template, depth - 1)))];
                _phrases[(kind.Key, depth)] = choices.Length == 0 ? Gen.Const(Phrase.Leaf(kind.Key)) : Gen.Frequency(choices);
            }

            _phrases[(PhraseKind.Block, depth)] = Sequence(PhraseKind.Block, PhraseKind.Statement, Math.Max(0, depth - 1), 0, 2);
            _phrases[(PhraseKind.YieldBlock, depth)] = Sequence(PhraseKind.YieldBlock, PhraseKind.Yield, Math.Max(0, depth - 1), 0, 2);
        }

        _phrases[(PhraseKind.Code, Depth)] = Sequence(PhraseKind.Code, PhraseKind.Statement, Depth, 1, 3);
        _phrases[(PhraseKind.YieldCode, Depth)] = Sequence(PhraseKind.YieldCode, PhraseKind.Yield, Depth, 1, 4);
    }

    /// <summary>The method that the program begins with.</summary>
    public Phrase First() => Of(s_first, Depth).Generate(new PCG(1, _seed), null, out _);

    /// <summary>A member of the program.</summary>
    public Phrase Member(string name) =>
        Gen.OneOf([.. s_members[name].Select(form => Of(form, Depth))]).Generate(new PCG((uint)Array.IndexOf(s_names, name) + 2, _seed), null, out _);

    private static int WeightOf(Template template, HashSet<string> members, PCG chance) => template switch
    {
        { IsLeaf: true } => 1,
        { Members: [] } => chance.Next(2) == 0 ? 0 : 1,
        _ => template.Members.All(members.Contains) ? WeightOfMembers : 0,
    };

    private Gen<Phrase> Sequence(PhraseKind kind, PhraseKind part, int depth, int least, int most) =>
        _phrases[(part, depth)].Array[least, most].Select(parts => new Phrase(kind, "", [.. parts]));

    private Gen<Phrase> Of(Template template, int depth)
    {
        Gen<ImmutableArray<Phrase>> parts = Gen.Const(ImmutableArray<Phrase>.Empty);
        foreach ((PhraseKind part, string? exit) in template.Holes)
            parts = Gen.Select(parts, _phrases[(part, depth)], (all, one) => all.Add(exit is null ? one : one with { Exit = exit }));
        return parts.Select(all => new Phrase(template.Kind, template.Text, all));
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;

namespace CoGen.Generator.Tests.Harness.Generated;

/// <summary>The constructs that generated programs are made of. A hole is written with its kind: <c>{int}</c>.</summary>
internal static partial class Grammar
{
    private const int Depth = 4;

    private static readonly string[] s_ints =
    [
        "1", "2", "a", "b", "c", "s_field", "box.Value", "point.X", "xs[1]", "(a++)", "(--b)", "(s_field++)", "(xs[0]--)",
        "Step(\"s\")", "Get({int})", "Get({int})", "Get({int})", "Plain({int}, {int})", "Three({int}, {int}, {int})", "Three(c: {int}, a: {int}, b: {int})",
        "unchecked({int} + {int})", "unchecked({int} * {int})", "({bool} ? {int} : {int})", "(a = {int})", "(b += {int})", "(s_field += {int})", "(s_field = {int})",
        "(xs[{int} & 1] += {int})", "(xs[{int} & 1] = {int})", "xs[{int} & 1]", "(xs[{int} & 1]++)", "{text}.Length", "({text} ?? \"none\").Length",
        "({int} switch { 0 => {int}, > 3 when {bool} => {int}, _ => {int} })", "box.Add({int})", "box.Next({int})", "box[{int}]", "(box[{int}] += {int})", "(box.Value += {int})", "(box.Value = {int})",
        "point.Plus({int})", "point.Move({int})", "Order(point, {int})", "Order(s_point, {int})", "s_point.Plus({int})", "s_point.Move({int})", "(point.X += {int})", "(s_point.X = {int})",
        "OrderIn(a, {int})", "OrderIn(s_field, {int})", "OrderIn(xs[0], {int})", "OrderIn(point, {int})", "new Box({int}) { Value = {int} }.Value", "(new[] { {int}, {int} })[1]",
        "({int}, {int}).Item2", "Add({int}, c: {int})", "{int}.Twice()", "({text}?.Length ?? {int})", "((object){int} is int {n} ? {n} : {int})", "RefOf({int})", "(At({int}) += {int})", "Many({int}, {int}, {int})",
        "(point with { X = {int} }).X", "Work({int})", "Work({int})", "(~{int})", "((int)checked((byte)({int} & 7)))", "((int)(long){int})", "((byte)1 + {int})", "new Source(\"q\").Open({text}).Name.Length",
    ];

    private static readonly string[] s_bools =
    [
        "true", "false", "({int} > {int})", "({bool} && {bool})", "({bool} || {bool})", "(!{bool})", "Get({bool})", "({bool} & {bool})", "({bool} ^ {bool})",
        "({int} is > 2 and < 9)", "({text} == {text})", "({text} is { Length: > 1 })", "(a is var {n} && Get({n}) < {int})", "(new List<int> { {int} }.Count > 0)", "(({int}, {text}) is (1, _))",
    ];

    private static readonly string[] s_texts =
    [
        "\"x\"", "\"lock\"", "s", "$\"{{int}}-{{text}}\"", "$\"{{int},3} {s} {{bool}}\"", "({text} + {text})", "({text} + {int})", "Get({text})", "{int}.ToString()", "(s = {text})", "(t ??= {text})", "(s += {text})",
        "string.Concat({text}, {text})", "Join({text}, {text})", "string.Join(\",\", new List<int> { {int}, {int} })", "string.Join(\",\", (int[])[{int}, .. xs, {int}])", "(t ?? {text})", "({bool} ? {text} : {text})", "Fail<string>({text})",
        "new Dictionary<string, int> { [{text}] = {int} }.Count.ToString()",
    ];

    private static readonly string[] s_statements =
    [
        "a = {int};", "s_field = {int};", "xs[{int} & 1] = {int};", "Log({int});", "Log({text});", "Pause({text});", "(a, b) = ({int}, {int});", "(xs[{int} & 1], c) = ({int}, {int});", "box.Value = {int};", "box[{int}] = {int};", "At({int}) = {int};",
        "box = new Box({int}) { Value = {int} };", "point = new Point({int});", "s_point = new Point({int});", "if ({bool}) {block} else {block}", "if ({bool}) {block}", "for (int {n} = 0; {n} < 2; {n}++) {block}",
        "for (int {n} = {int}; {n} < 3 && Fuel(); {n}++) { {statement} if ({bool}) break; {statement} }", "foreach (int {n} in new[] { {int}, {int} }) { a += {n}; {statement} if ({bool}) continue; {statement} }",
        "while (Fuel() && {bool}) {block}", "do {block} while (Fuel() && {bool});", "try {block} catch (PlannedException) {block}", "try {block} catch (InvalidOperationException {n}) { Log({n}.Message); {statement} }", "try {block} finally { Pause({text}); a = {int}; }",
        "try {block} catch (Exception {n}) when ({n} is not OperationCanceledException) { Log({n}.GetType().Name); {statement} throw; }", "using (new Source({text})) {block}", "using (Source {n} = new Source({text}).Open(\"o\")) { {statement} {n}.Write({int}); }",
        "{ using AsyncSource {n} = new(\"r\"); {statement} c = {n}.Read(); }", "lock (s_gate) { Log({text}); a++; }", "switch ({int}) { case 1: {statement} break; case > 5 when {bool}: {statement} break; default: {statement} break; }", "switch ({text}) { case \"x\": {statement} goto default; default: {statement} break; }",
        "{ int {n} = {int}; Log({n}); {statement} b = {n}; }", "if ({bool}) throw new InvalidOperationException({text});", "if ({bool}) return {int};", "{ int {n}(int x) { {statement} return unchecked(x + {int}); } a = {n}({int}); }", "{ Func<int, int> {n} = x => unchecked(x + {int}); a = {n}({int}); }",
        "{ var ({n}, _) = ({int}, {text}); c = {n}; }", "checked { a = {int} & 15; }", "{ Span<int> {n} = [{int}, 2]; {n}[0]++; b = {n}[0]; }", "{ ref int {n} = ref xs[{int} & 1]; {n} += 2; }", "foreach ((int {n}, _) in new[] { ({int}, {text}) }) { Log({n}); {statement} }",
    ];

    private static readonly Dictionary<(PhraseKind, int), Gen<Phrase>> s_phrases = [];

    static Grammar()
    {
        for (int depth = 0; depth <= Depth; depth++)
        {
            foreach ((PhraseKind kind, string[] templates) in new[]
            {
                (PhraseKind.Int, s_ints), (PhraseKind.Bool, s_bools), (PhraseKind.Text, s_texts), (PhraseKind.Statement, s_statements),
            })
            {
                Gen<Phrase>[] choices = [.. templates.Where(t => depth > 0 || !PartPattern().IsMatch(t)).Select(t => Of(kind, t, depth))];
                s_phrases[(kind, depth)] = choices.Length == 0 ? Gen.Const(Phrase.Leaf(kind)) : Gen.OneOf(choices);
            }

            s_phrases[(PhraseKind.Block, depth)] = s_phrases[(PhraseKind.Statement, Math.Max(0, depth - 1))].Array[0, 3].Select(static parts => new Phrase(PhraseKind.Block, "", [.. parts]));
        }

        Body = s_phrases[(PhraseKind.Statement, Depth)].Array[2, 6].Select(static parts => new Phrase(PhraseKind.Block, "", [.. parts]));
    }

    /// <summary>The body of a method.</summary>
    public static Gen<Phrase> Body { get; }

    private static Gen<Phrase> Of(PhraseKind kind, string template, int depth)
    {
        List<PhraseKind> kinds = [];
        string text = PartPattern().Replace(template, match =>
        {
            kinds.Add(Enum.Parse<PhraseKind>(match.Groups[1].Value, ignoreCase: true));
            return $"{{{(kinds.Count - 1).ToString(CultureInfo.InvariantCulture)}}}";
        });
        Gen<ImmutableArray<Phrase>> parts = Gen.Const(ImmutableArray<Phrase>.Empty);
        foreach (PhraseKind part in kinds)
            parts = Gen.Select(parts, s_phrases[(part, depth - 1)], static (all, one) => all.Add(one));
        return parts.Select(all => new Phrase(kind, text, all));
    }

    [GeneratedRegex(@"\{(int|bool|text|statement|block)\}")]
    private static partial Regex PartPattern();
}

namespace CoGen.Generator.Tests.Harness.Generated.Templates;

/// <summary>Expressions that are no numbers, one on each line.</summary>
internal static class Others
{
    public const string Bools = """
        true
        false
        ({int} > {int})
        ({bool} && {bool})
        ({bool} || {bool})
        (!{bool})
        Get({bool})
        ({bool} & {bool})
        ({bool} ^ {bool})
        ({bool} ? {bool} : {bool})
        ({int} is > 2 and < 9)
        ({text} == {text})
        ({text} is { Length: > 1 })
        (a is var {n} && Get({n}) < {int})
        (new List<int> { {int} }.Count > 0)
        (({int}, {text}) is (1, _))
        (({int}, {text}) == ({int}, {text}))
        (TryGet({int}, out int {n}) && {n} > {int})
        (TryName({int}, out string? {n}) && {n}.Length > {int})
        (TryGet({int}, out b) || TryGet({int}, out b))
        ({box} is null)
        ({box} is { Value: > 1 } {n} && {n}.Load({int}) > 2)
        ({box}?.Seek({int}) != null)
        ({box}?.Load({int}) == {int})
        ({box}?.Load({int}) is > 1 and var {n} && {n} < {int})
        {items}.Any()
        {items}.Any({n} => {n} > {int})
        {items}.All({n} => {bool})
        {items}.Contains({int})
        {items}.SequenceEqual({items})
        """;

    public const string Texts = """
        "x"
        "lock"
        s
        $"{{int}}-{{text}}"
        $"{{int},3} {s} {{bool}}"
        $"{{int}:x}{{text}}{s}"
        ({text} + {text})
        ({text} + {int})
        Get({text})
        {int}.ToString()
        (s = {text})
        (t ??= {text})
        (s += {text})
        string.Concat({text}, {text})
        Join({text}, {text})
        Join({text}, {text}, {text})
        string.Join(",", new List<int> { {int}, {int} })
        string.Join(",", (int[])[{int}, .. xs, {int}])
        string.Join(",", {items})
        (t ?? {text})
        ({bool} ? {text} : {text})
        ({text} ?? throw new InvalidOperationException({text}))
        Fail<string>({text})
        new Dictionary<string, int> { [{text}] = {int} }.Count.ToString()
        ({box}?.Name ?? {text})
        ({text}?.Trim() + {text})
        Pick({text}, {text}, {int})
        Said({int})
        typeof(Bag<int>).Name
        {text}[..1]
        """;

    public const string Items = """
        new[] { {int}, {int} }
        xs
        xs
        Items({int})
        Items({int})
        Items({int})
        Nested({int})
        new Pile({int})
        new List<int> { {int}, {int}, {int} }
        {items}.Where({n} => {n} > {int})
        {items}.Where({n} => {bool})
        {items}.Select({n} => unchecked({n} + {int}))
        {items}.Select({n} => { {statement:return 5;} return {n}; })
        {items}.Take({int} & 3)
        {items}.Skip(1)
        {items}.TakeWhile({n} => {bool})
        {items}.Concat({items})
        {items}.Distinct()
        {items}.OrderBy({n} => {int})
        {items}.SelectMany({n} => {items})
        {items}.ToList()
        (from {n} in {items} where {bool} select unchecked({n} * {int}))
        (from {n} in {items} from {n}y in {items} select unchecked({n} - {n}y))
        (from {n} in {items} let {n}y = {int} orderby {n}y descending select {n})
        """;

    public const string Boxes = """
        box
        ({bool} ? box : null)
        box.Seek({int})
        new Box({int})
        {box}?.Seek({int})
        (box = new Box({int}))
        """;
}

namespace CoGen.Generator.Tests.Harness.Generated.Templates;

/// <summary>Expressions that are numbers, one on each line.</summary>
internal static class Numbers
{
    public const string Plain = """
        1
        2
        a
        b
        c
        s_field
        box.Value
        box.Field
        point.X
        point.Y
        xs[1]
        (a++)
        (--b)
        (s_field++)
        (xs[0]--)
        Step("s")
        Get({int})
        Get({int})
        Get({int})
        Get({int})
        Plain({int}, {int})
        Three({int}, {int}, {int})
        Three(c: {int}, a: {int}, b: {int})
        unchecked({int} + {int})
        unchecked({int} * {int})
        ({bool} ? {int} : {int})
        ({bool} ? {int} : throw new InvalidOperationException({text}))
        (a = {int})
        (b += {int})
        (s_field += {int})
        (s_field = {int})
        (xs[{int} & 1] += {int})
        (xs[{int} & 1] = {int})
        xs[{int} & 1]
        xs[^(({int} & 1) + 1)]
        (xs[{int} & 1]++)
        {text}.Length
        ({text} ?? "none").Length
        ({int}, {int}).Item2
        Add({int}, c: {int})
        {int}.Twice()
        OrderIn(a, {int})
        OrderIn(s_field, {int})
        OrderIn(xs[0], {int})
        OrderIn(point, {int})
        Order(point, {int})
        Order(s_point, {int})
        RefOf({int})
        (At({int}) += {int})
        Many({int}, {int}, {int})
        (~{int})
        ((int)checked((byte)({int} & 7)))
        ((int)(long){int})
        ((byte)1 + {int})
        ((int)(object){int})
        (new[] { {int}, {int} })[1]
        (new[] { {int}, {int} })[({int} & 1)..][0]
        new List<int> { {int}, {int} }.Count
        new Source("q").Open({text}).Name.Length
        (nameof(a) + {text}).Length
        """;

    public const string Receivers = """
        box.Add({int})
        box.Next({int})
        box[{int}]
        (box[{int}] += {int})
        (box[{int}]++)
        (box.Value += {int})
        (box.Value = {int})
        (box.Field = {int})
        (box.Field += {int})
        box.Load({int})
        (box = new Box({int})).Load({int})
        new Box({int}) { Value = {int}, Field = {int} }.Value
        new Box({int}) { [{int}] = {int} }.Load({int})
        point.Plus({int})
        point.Move({int})
        s_point.Plus({int})
        s_point.Move({int})
        (point.X += {int})
        (point.Y += {int})
        (s_point.X = {int})
        (s_point.Y = {int})
        (point with { X = {int} }).X
        (point with { Y = {int}, X = {int} }).Y
        (point = new Point({int})).Plus({int})
        Change(ref a, {int})
        Change(ref s_field, {int})
        Change(ref xs[{int} & 1], {int})
        Change(ref box.Field, {int})
        Change(ref point.Y, {int})
        Change(ref s_point.Y, {int})
        """;

    public const string Chains = """
        ({text}?.Length ?? {int})
        ({box}?.Load({int}) ?? {int})
        ({box}?.Seek({int})?.Load({int}) ?? {int})
        ({box}?.Seek({int})?.Seek({int})?.Value ?? {int})
        ({box}?.Seek({int}).Load({int}) ?? {int})
        ({box}?.Seek({int}).Seek({int})?.Seek({int}).Value ?? {int})
        ({box}?[{int}] ?? {int})
        ({box}?.Name?.Length ?? {int})
        ({box}?.Add({int}) ?? {int})
        ({box} ?? null)!.Load({int})
        ({box} ?? box).Load({int})
        ({box} ?? throw new InvalidOperationException({text})).Field
        (({bool} ? point : (Point?)null)?.Plus({int}) ?? {int})
        (new Source("f").Find({text})?.Find({text})?.Name.Length ?? {int})
        (t?.Length.Twice() ?? {int})
        ({box}?.Field.Widen({int}) ?? {int})
        ({box}?.Value.Widen({int}) ?? {int})
        (box?.Field.Widen(box.Field += {int}) ?? {int})
        (box?.Field.Widen((box.Field = {int})).Widen({int}) ?? {int})
        ({box}?.Seek({int})?.Field.Widen({int}) ?? {int})
        (({bool} ? point : (Point?)null)?.X.Widen({int}) ?? {int})
        """;

    public const string Patterns = """
        (Get({int}) switch { 0 => {int}, > 3 when ({bool} | a > 90) => {int}, _ => {int} })
        (Get({text}) switch { "x" => {int}, { Length: > 2 } => {int}, _ => {int} })
        ((Get({int}), {bool}) switch { (1, true) => {int}, (_, false) => {int}, _ => {int} })
        (box.Seek({int}) switch { null => {int}, { Value: > 2 } {n} => {n}.Load({int}), var {n}x when ({bool} | a > 90) => {n}x.Value, _ => {int} })
        (new[] { {int}, {int} } switch { [1, ..] => {int}, [.., > 3] => {int}, [var {n}, _] => {n}, _ => {int} })
        ((object){int} is int {n} ? {n} : {int})
        ({box} is { Value: var {n} } ? {n} : {int})
        ({box} is { } {n} && {bool} ? {n}.Load({int}) : {int})
        ({bool} && {int} is > 1 and var {n} ? Get({n}) : {int})
        """;

    public const string Functions = """
        Call(() => {int})
        Call(() => { {statement:return 3;} return {int}; })
        Work({int})
        Work({int})
        (TryGet({int}, out int {n}) ? {n} : {int})
        (TryGet({int}, out c) ? c : {int})
        (TryGet({int}, out _) ? {int} : {int})
        (Split({int}, out int {n}) ? {n} : {int})
        ReadIn({int}, {int})
        ReadIn(in s_field, {int})
        ReadIn(a, {int})
        {int}.Widen({int})
        a.Widen(a += {int})
        box.Field.Widen(box.Field = {int})
        point.X.Widen((point = new Point({int})).X)
        ({int}).Wide
        Branched({int})
        (new Amount({int}) + new Amount({int})).Value
        (({int} + (Amount){int}).Value)
        Bump(ref a, {int})
        Bump(ref s_field, {int})
        Bump(ref xs[{int} & 1], {int})
        Bump(ref box.Field, {int})
        Bump(ref point.Y, {int})
        Pick({int}, {int}, {int})
        Pick({text}, {text}, {int}).Length
        Pick(point, new Point({int}), {int}).X
        Apply({n} => unchecked({n} + {int}), {int})
        Apply({n} => { {statement:return 4;} return unchecked({n} + {int}); }, {int})
        Apply(Work, {int})
        Optional({int})
        Optional(n: {text}, a: {int})
        Optional({int}, {int}, {text})
        SumOf(xs, {int})
        SumOf([{int}, {int}], {int})
        SumOf(xs.AsSpan(({int} & 1)..), {int})
        FillAll(xs, {int})
        FillAll(xs.AsSpan(1), {int})
        CountOf({int}, {int}, {int})
        CountOf({int})
        Stacked({int})
        Alone({int})
        Said({int}).Length
        """;

    public const string Objects = """
        Total
        (Total = {int})
        (Total += {int})
        new Grid({int})[{int}]
        (new Grid({int})[{int}] = {int})
        Shaped({int}).Area({int})
        Shaped({int}).Edge({int})
        Shaped({int}).Level
        (Shaped({int}).Level = {int})
        new Circle({int}).Area({int})
        ((Shaped({int}) as Dot)?.Area({int}) ?? {int})
        Running({int}).Run({int})
        Running({int}).RunTwice({int})
        new Runner({int}).Run({int})
        Made<Maker>({int})
        Maker.Make({int})
        new Cell({int}).Read({int})
        s_cell.Read({int})
        s_cell.Write({int})
        s_cells[{int} & 1].Read({int})
        s_cells[{int} & 1].Write({int})
        new Bag<int>({int}).Put({int}, {int})
        new Bag<string>({text}).Put({text}, {int}).Length
        new Bag<int>({int}).Map({n} => {int}, {int})
        new Bag<Point>(point).Map({n} => {n}.Plus({int}), {int})
        """;

    public const string Sequences = """
        {items}.Sum({n} => {n} & 3)
        {items}.First()
        {items}.FirstOrDefault({n} => {n} > {int})
        {items}.Count({n} => {bool})
        {items}.ToList().Count
        {items}.ToArray().Length
        {items}.Aggregate({int}, ({n}, {n}x) => unchecked({n} + {n}x))
        {items}.Max()
        {items}.Last()
        (from {n} in {items} where {n} > {int} select unchecked({n} + {int})).Count()
        ((int[])[{int}, .. {items}]).Length
        new List<int>({items}).Count
        """;
}

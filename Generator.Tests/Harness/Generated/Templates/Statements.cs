namespace CoGen.Generator.Tests.Harness.Generated.Templates;

/// <summary>Statements, one on each line.</summary>
internal static class Statements
{
    public const string Plain = """
        a = {int};
        s_field = {int};
        xs[{int} & 1] = {int};
        Log({int});
        Log({text});
        Log({bool});
        Pause({text});
        (a, b) = ({int}, {int});
        (xs[{int} & 1], c) = ({int}, {int});
        box.Value = {int};
        box[{int}] = {int};
        At({int}) = {int};
        box = new Box({int}) { Value = {int} };
        point = new Point({int});
        s_point = new Point({int});
        { int {n} = {int}; Log({n}); {statement} b = {n}; }
        { var ({n}, _) = ({int}, {text}); c = {n}; }
        { int? {n} = {bool} ? {int} : null; {statement} b = {n} ?? {int}; }
        checked { a = {int} & 15; }
        if ({bool}) {block} else {block}
        if ({bool}) {block}
        if ({bool}) throw new InvalidOperationException({text});
        if ({bool}) {exit}
        {box}?.Load({int});
        {box}?.Seek({int})?.Load({int});
        {box}?.Value = {int};
        {box}?.Field += {int};
        if ({box} is not { } {n}) { {statement} } else { {n}.Load({int}); {statement} }
        Each(new[] { {int}, {int} }, {n} => { {statement:return;} Log({n}); });
        { /* lock */ {statement} }
        """;

    public const string Loops = """
        for (int {n} = 0; {n} < 2; {n}++) {block}
        for (int {n} = {int}; {n} < 3 && Fuel(); {n}++) { {statement} if ({bool}) break; {statement} }
        foreach (int {n} in new[] { {int}, {int} }) { a += {n}; {statement} if ({bool}) continue; {statement} }
        foreach (int {n} in {items}) { Log({n}); {statement} if (!Fuel()) break; }
        foreach (int {n} in {items}) { if ({bool}) break; {statement} }
        foreach ((int {n}, _) in new[] { ({int}, {text}) }) { Log({n}); {statement} }
        foreach (int {n} in xs.AsSpan()) { Log({n}); }
        while (Fuel() && {bool}) {block}
        do {block} while (Fuel() && {bool});
        { {n}: {statement} if (Fuel() && {bool}) goto {n}; }
        { using IEnumerator<int> {n} = ((IEnumerable<int>)({items})).GetEnumerator(); while ({n}.MoveNext() && Fuel()) { Log({n}.Current); {statement} } }
        """;

    public const string Tries = """
        try {block} catch (PlannedException) {block}
        try {block} catch (InvalidOperationException {n}) { Log({n}.Message); {statement} }
        try {block} finally { Pause({text}); a = {int}; }
        try {block} finally {block:Log(1);}
        try {block} catch (PlannedException) {block} finally {block:Log(2);}
        try {block} catch (Exception {n}) when ({n} is not OperationCanceledException) { Log({n}.GetType().Name); {statement} throw; }
        try {block} catch (InvalidOperationException {n}) when ({n}.Message.Length > 2) {block} catch (IOException) { {statement} throw; }
        try { try {block} finally {block:Log(3);} } catch (InvalidOperationException) {block}
        try {block} catch (PlannedException {n}) { throw new InvalidOperationException({text}, {n}); }
        """;

    public const string Scopes = """
        using (new Source({text})) {block}
        using (Source {n} = new Source({text}).Open("o")) { {statement} {n}.Write({int}); }
        { using AsyncSource {n} = new("r"); {statement} c = {n}.Read(); }
        { using Source {n} = new({text}), {n}y = {n}.Open("p"); {statement} }
        using (new Guard({text})) {block}
        { using Guard {n} = new({text}); {statement} }
        lock (s_gate) { Log({text}); a++; }
        lock (s_gate) {block}
        lock (box) { {statement} a = {int}; }
        switch ({int}) { case 1: {statement} break; case > 5 when ({bool} | a > 90): {statement} break; default: {statement} break; }
        switch ({text}) { case "x": {statement} goto default; default: {statement} break; }
        switch (box.Seek({int})) { case null: {statement} break; case { Value: > 1 } {n}: {n}.Load({int}); break; case var {n}y when ({bool} | a > 90): Log({n}y.Value); {statement} break; }
        switch ({int} & 3) { case 0: case 1: {statement} goto case 2; case 2: {statement} break; }
        """;

    public const string Functions = """
        { int {n}(int x) { {statement:return 8;} return unchecked(x + {int}); } a = unchecked({n}({int}) + {n}({int})); }
        { T {n}<T>(T x, int y) { {statement:return x;} return x; } a = {n}({int}, {int}); s = {n}({text}, {int}); }
        { static int {n}(int x) => x > 3 ? Get(x) : {n}(x + 1); a = {n}({int} & 3); }
        { IEnumerable<int> {n}(int x) { yield return {int}; {statement:yield break;} yield return x; } foreach (int {n}x in {n}({int})) Log({n}x); }
        { Func<int, int> {n} = x => unchecked(x + {int}); a = {n}({int}); }
        { Func<int, int> {n} = x => { {statement:return 9;} return unchecked(x + {int}); }; a = {n}({int}); }
        { Action {n} = () => { {statement:return;} }; {n}(); }
        { Action<int> {n} = delegate (int x) { {statement:return;} a = x; }; {n}({int}); {n}({int}); }
        { Action<int> {n} = x => { Log(x); {statement:return;} }; s_event += {n}; if (Fuel()) s_event?.Invoke({int}); {statement} s_event -= {n}; }
        if (Fuel()) s_event?.Invoke({int});
        { Amount {n} = new({int}); {n} += new Amount({int}); b = {n}.Value; }
        TryGet({int}, out xs[{int} & 1]);
        TryGet({int}, out s_field);
        TryGet({int}, out box.Field);
        if (TryGet({int}, out int {n})) { Log({n}); {statement} } else {block}
        if (!TryName({int}, out string? {n})) { {exit} } else { s = {n}; }
        { TryGet({int}, out int {n}); {statement} b = {n}; }
        { int {n} = {int}; Bump(ref {n}, {int}); {statement} b = {n}; }
        """;

    public const string Memory = """
        { Span<int> {n} = [{int}, 2]; {n}[0]++; b = {n}[0]; }
        { Span<int> {n} = new int[] { {int}, 2 }; {statement} {n}[0] = {int}; b = {n}[0]; }
        { Span<int> {n} = xs; {n}[0] = a; {statement} b = {n}[0]; }
        { ReadOnlySpan<int> {n} = xs.AsSpan(1); {statement} b = SumOf({n}, {int}); }
        { ref int {n} = ref xs[{int} & 1]; {n} += 2; }
        { ref int {n} = ref xs[{int} & 1]; {statement} {n} += 2; }
        { ref int {n} = ref s_field; {n} = {int}; }
        unsafe { fixed (int* {n} = xs) { {n}[1] = 3; } }
        unsafe { fixed (int* {n} = xs) { {n}[0] = 4; } b = {int}; }
        """;

    /// <summary>Statements of iterators.</summary>
    public const string Yields = """
        yield return {int};
        yield return a;
        {statement}
        {statement}
        if ({bool}) {yieldblock} else {yieldblock}
        if ({bool}) yield break;
        { int {n} = {int}; {yield} yield return {n}; }
        for (int {n} = 0; {n} < 2; {n}++) {yieldblock}
        while (Fuel() && {bool}) {yieldblock}
        foreach (int {n} in {items}) { if (!Fuel()) break; yield return {n}; {yield} }
        try {yieldblock} finally { Pause({text}); }
        try {yieldblock} finally {block:Log(4);}
        using (new Source({text})) {yieldblock}
        { using AsyncSource {n} = new("y"); {yield} }
        switch ({int}) { case 1: {yield} break; default: {yield} break; }
        lock (s_gate) { {yield} }
        """;
}
